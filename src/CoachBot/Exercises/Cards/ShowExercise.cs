using CoachBot.Chat;
using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;
using CoachBot.Exercises.Shelves;

namespace CoachBot.Exercises.Cards;

/// <summary>Posts a card that one person looked up, for everyone in the channel, with the side that is open.</summary>
internal sealed class ShowExercise(Library library, ExerciseReplies replies) : IButtonAction
{
    public string Action => ExerciseActions.Show;

    public async Task<Reply> PressAsync(ButtonCall call, CancellationToken ct)
    {
        var shelf = await library.OfAsync(call.Caller.TeamId, ct);
        // A card from before the cards had sides carries the exercise alone.
        var view = call.Arguments is [_, var word] ? CardViews.Read(word) : CardView.Short;
        if (view is null || shelf.Find(call.Arguments.FirstOrDefault("")) is not { } exercise) throw OpenExercise.OutOfDate();
        return replies.PublicCard(exercise, shelf, call.Caller, view.Value);
    }
}
