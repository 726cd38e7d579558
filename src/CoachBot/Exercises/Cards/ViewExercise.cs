using CoachBot.Chat;
using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;
using CoachBot.Exercises.Shelves;

namespace CoachBot.Exercises.Cards;

/// <summary>Turns a card to another side: all of it, faults, why, motion, or back.</summary>
internal sealed class ViewExercise(Library library, ExerciseReplies replies) : IButtonAction
{
    public string Action => ExerciseActions.View;

    public async Task<Reply> PressAsync(ButtonCall call, CancellationToken ct)
    {
        var shelf = await library.OfAsync(call.Caller.TeamId, ct);
        if (call.Arguments is not [var id, var word] || shelf.Find(id) is not { ByTeam: false } exercise || CardViews.Read(word) is not { } view)
            throw OpenExercise.OutOfDate();
        return replies.PrivateCard(exercise, shelf, call.Caller, view) with { Replaces = call.OnPrivateMessage };
    }
}
