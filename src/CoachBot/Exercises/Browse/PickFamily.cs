using CoachBot.Chat;
using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;
using CoachBot.Exercises.Shelves;

namespace CoachBot.Exercises.Browse;

/// <summary>Opens the list of the family that was picked.</summary>
internal sealed class PickFamily(Library library) : ISelectAction
{
    public string Action => ExerciseActions.Family;

    public async Task<IReadOnlyList<SelectOption>> OptionsAsync(Caller caller, IReadOnlyList<string> arguments, CancellationToken ct) =>
        BrowseReplies.FamilyOptions(await library.OfAsync(caller.TeamId, ct), ExerciseWords.In(caller.Locale));

    public async Task<Reply> ChooseAsync(SelectCall call, CancellationToken ct) =>
        BrowseReplies.List(new BrowseFilter { Family = call.Value }, await library.OfAsync(call.Caller.TeamId, ct), ExerciseWords.In(call.Caller.Locale));
}
