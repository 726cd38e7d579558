using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;

namespace CoachBot.Teams;

/// <summary>What a change of the team's settings means for a room, said under the answer to the coach who made it.</summary>
internal interface IAfterSetup
{
    /// <returns>Null when there is nothing to say.</returns>
    Task<Consequence?> OfAsync(Team before, Team after, Caller caller, CancellationToken ct);
}

/// <param name="Text">What does not fit any more, in one or two sentences.</param>
/// <param name="Buttons">That mend it.</param>
internal sealed record Consequence(string Text, IReadOnlyList<Button> Buttons);
