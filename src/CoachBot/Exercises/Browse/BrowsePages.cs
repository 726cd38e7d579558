using CoachBot.Chat;
using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;
using CoachBot.Exercises.Shelves;

namespace CoachBot.Exercises.Browse;

/// <summary>Turns the pages of a browsed list.</summary>
internal sealed class BrowsePages(Library library) : IButtonAction
{
    public string Action => ExerciseActions.Pages;

    public async Task<Reply> PressAsync(ButtonCall call, CancellationToken ct)
    {
        // The last word only tells the two buttons apart.
        var filter = BrowseFilter.Read([.. call.Arguments.SkipLast(1)]) ?? throw new UserError(locale => ExerciseWords.In(locale).ListOutOfDate);
        var shelf = await library.OfAsync(call.Caller.TeamId, ct);
        return BrowseReplies.List(filter, shelf, ExerciseWords.In(call.Caller.Locale)) with { Replaces = call.OnPrivateMessage };
    }
}
