using CoachBot.Chat;
using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;
using CoachBot.Exercises.Shelves;

namespace CoachBot.Exercises.Cards;

/// <summary>Says how much of an exercise to do, for the level that was picked.</summary>
internal sealed class HowMuchSelect(Library library, ExerciseReplies replies) : ISelectAction
{
    public string Action => ExerciseActions.HowMuch;

    public Task<IReadOnlyList<SelectOption>> OptionsAsync(Caller caller, IReadOnlyList<string> arguments, CancellationToken ct) =>
        Task.FromResult(ExerciseReplies.HowMuch(CardView.Short, ExerciseWords.In(caller.Locale)));

    public async Task<Reply> ChooseAsync(SelectCall call, CancellationToken ct)
    {
        var shelf = await library.OfAsync(call.Caller.TeamId, ct);
        if (shelf.Find(call.Arguments.FirstOrDefault("")) is not { ByTeam: false } exercise) throw OpenExercise.OutOfDate();
        return replies.PrivateCard(exercise, shelf, call.Caller, CardViews.Read(call.Value)!.Value) with { Replaces = call.OnPrivateMessage };
    }
}
