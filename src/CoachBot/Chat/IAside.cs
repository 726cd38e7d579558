using CoachBot.Chat.Asking;

namespace CoachBot.Chat;

/// <summary>Something that a person should hear of, whatever they asked: it is said above the answer to their command, where only they see it.</summary>
internal interface IAside
{
    /// <returns>One short text, taken to have been said; null when there is nothing to say to this person.</returns>
    Task<string?> SayAsync(Call call, CancellationToken ct);
}
