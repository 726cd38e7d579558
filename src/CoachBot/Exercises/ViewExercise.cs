using CoachBot.Chat;
using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;

namespace CoachBot.Exercises;

/// <summary>Turns a card to another side: faults, why, motion, or back.</summary>
internal sealed class ViewExercise(Library library, ExerciseReplies replies) : IButtonAction
{
    public const string Name = "view";

    public string Action => Name;

    public async Task<Reply> PressAsync(ButtonCall call, CancellationToken ct)
    {
        var shelf = await library.OfAsync(call.Caller.TeamId, ct);
        if (call.Arguments is not [var id, var word] || shelf.Find(id) is not Exercise exercise || CardViews.Read(word) is not { } view) throw ExerciseReplies.OutOfDate();
        return replies.PrivateCard(exercise, shelf, call.Caller.TeamId is not null, view) with { Replaces = call.OnPrivateMessage };
    }
}

/// <summary>Says how much of an exercise to do, for the level that was picked.</summary>
internal sealed class HowMuchSelect(Library library, ExerciseReplies replies) : ISelectAction
{
    public const string Name = "much";

    private static readonly (CardView Level, string Label, string Description)[] Levels =
    [
        (CardView.Beginner, "How much: beginner", "New to it, or back after a break"),
        (CardView.Intermediate, "How much: intermediate", "Steady in it for some weeks"),
        (CardView.Advanced, "How much: advanced", "When it has become easy"),
    ];

    public string Action => Name;

    public static IReadOnlyList<SelectOption> Options(CardView open) =>
        [.. Levels.Select(level => new SelectOption(level.Label, level.Level.Word(), level.Description, Default: level.Level == open))];

    public Task<IReadOnlyList<SelectOption>> OptionsAsync(Caller caller, IReadOnlyList<string> arguments, CancellationToken ct) => Task.FromResult(Options(CardView.How));

    public async Task<Reply> ChooseAsync(SelectCall call, CancellationToken ct)
    {
        var shelf = await library.OfAsync(call.Caller.TeamId, ct);
        if (shelf.Find(call.Arguments.FirstOrDefault("")) is not Exercise exercise) throw ExerciseReplies.OutOfDate();
        return replies.PrivateCard(exercise, shelf, call.Caller.TeamId is not null, CardViews.Read(call.Value)!.Value) with { Replaces = call.OnPrivateMessage };
    }
}
