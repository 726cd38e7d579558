using CoachBot.Chat;
using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;

namespace CoachBot.Exercises;

/// <summary>Opens another exercise from a button: easier, harder, or one of the names that were likely meant.</summary>
internal sealed class OpenExercise(Library library, ExerciseReplies replies) : IButtonAction
{
    public const string Name = "ex";

    public string Action => Name;

    public async Task<Reply> PressAsync(ButtonCall call, CancellationToken ct)
    {
        var shelf = await library.OfAsync(call.Caller.TeamId, ct);
        var exercise = shelf.Find(call.Arguments.FirstOrDefault("")) ?? throw ExerciseReplies.OutOfDate();
        var reply = replies.PrivateCard(exercise, shelf, call.Caller.TeamId is not null);
        // A public card stays for everybody else: its presser gets the other one privately.
        return reply with { Replaces = reply.Private && call.OnPrivateMessage };
    }
}

/// <summary>Opens the exercise that was picked from a list. The list stays, so that the next one is a tap away.</summary>
internal sealed class PickExercise(Library library, ExerciseReplies replies) : ISelectAction
{
    public const string Name = "pick";

    public string Action => Name;

    public async Task<IReadOnlyList<SelectOption>> OptionsAsync(Caller caller, IReadOnlyList<string> arguments, CancellationToken ct) =>
        Options((await library.OfAsync(caller.TeamId, ct)).Exercises);

    public async Task<Reply> ChooseAsync(SelectCall call, CancellationToken ct)
    {
        var shelf = await library.OfAsync(call.Caller.TeamId, ct);
        return replies.PrivateCard(shelf.Find(call.Value) ?? throw ExerciseReplies.OutOfDate(), shelf, call.Caller.TeamId is not null);
    }

    /// <param name="exercises">1 to 25 when they are to be shown.</param>
    public static Select Of(IEnumerable<IExercise> exercises, string placeholder) => new(Name) { Placeholder = placeholder, Options = Options(exercises) };

    private static IReadOnlyList<SelectOption> Options(IEnumerable<IExercise> exercises) => [.. exercises.Select(exercise => new SelectOption(exercise.Name, exercise.Id))];
}
