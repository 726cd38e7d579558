using CoachBot.Chat;

namespace CoachBot.Exercises;

/// <summary>Opens another exercise from a button: easier, harder, or one of the names that were likely meant.</summary>
internal sealed class OpenExercise(Catalogue catalogue, ExerciseReplies replies) : IButtonAction
{
    public const string Name = "ex";

    public string Action => Name;

    public Task<Reply> PressAsync(ButtonCall call, CancellationToken ct)
    {
        var exercise = catalogue.Find(call.Arguments.FirstOrDefault("")) ?? throw ExerciseReplies.OutOfDate();
        // A public card stays for everybody else: its presser gets the other one privately.
        return Task.FromResult(replies.PrivateCard(exercise, call.Caller.TeamId is not null) with { Replaces = call.OnPrivateMessage });
    }
}
