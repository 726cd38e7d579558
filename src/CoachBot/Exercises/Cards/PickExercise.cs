using CoachBot.Chat;
using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;
using CoachBot.Exercises.Browse;
using CoachBot.Exercises.Shelves;

namespace CoachBot.Exercises.Cards;

/// <summary>Opens the exercise that was picked from a list. The list stays, so that the next one is a tap away.</summary>
internal sealed class PickExercise(Library library, ExerciseReplies replies) : ISelectAction
{
    public string Action => ExerciseActions.Pick;

    public async Task<IReadOnlyList<SelectOption>> OptionsAsync(Caller caller, IReadOnlyList<string> arguments, CancellationToken ct) =>
        ExerciseList.Options((await library.OfAsync(caller.TeamId, ct)).Exercises);

    public async Task<Reply> ChooseAsync(SelectCall call, CancellationToken ct)
    {
        var shelf = await library.OfAsync(call.Caller.TeamId, ct);
        return replies.PrivateCard(shelf.Find(call.Value) ?? throw OpenExercise.OutOfDate(), shelf, call.Caller);
    }
}
