using CoachBot.Chat;
using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;
using CoachBot.Exercises.Shelves;

namespace CoachBot.Exercises.Cards;

/// <summary>Opens another exercise from a button: easier, harder, or one of the names that were likely meant.</summary>
internal sealed class OpenExercise(Library library, ExerciseReplies replies) : IButtonAction
{
    public string Action => ExerciseActions.Open;

    public async Task<Reply> PressAsync(ButtonCall call, CancellationToken ct)
    {
        var shelf = await library.OfAsync(call.Caller.TeamId, ct);
        var exercise = shelf.Find(call.Arguments.FirstOrDefault("")) ?? throw OutOfDate();
        var reply = replies.PrivateCard(exercise, shelf, call.Caller);
        // A public card stays for everybody else: its presser gets the other one privately.
        return reply with { Replaces = reply.Private && call.OnPrivateMessage };
    }

    public static UserError OutOfDate() => new(locale => ExerciseWords.In(locale).ButtonOutOfDate);
}
