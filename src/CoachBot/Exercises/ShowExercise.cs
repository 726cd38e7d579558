using CoachBot.Chat;

namespace CoachBot.Exercises;

/// <summary>Posts a card that one person looked up, for everyone in the channel.</summary>
internal sealed class ShowExercise(Catalogue catalogue, ExerciseReplies replies) : IButtonAction
{
    public const string Name = "show";

    public string Action => Name;

    public Task<Reply> PressAsync(ButtonCall call, CancellationToken ct) =>
        Task.FromResult(replies.PublicCard(catalogue.Find(call.Arguments.FirstOrDefault("")) ?? throw ExerciseReplies.OutOfDate()));
}
