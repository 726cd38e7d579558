using CoachBot.Runtime;
using NodaTime;

namespace CoachBot.StrengthDays;

/// <summary>A reminder that is to be posted now.</summary>
/// <param name="FirstTried">When it was first handed to the platform and no answer is known; null when that certainly did not happen.</param>
/// <param name="Held">What held it back at the last try, where the platform said so.</param>
internal sealed record Reminder(long Id, Destination Day, LocalDate Date, Instant Due, Instant? FirstTried, int Tries, Trouble? Held = null);

/// <summary>What a post needs to know of its strength day.</summary>
/// <param name="Message">The coach's own line, as typed: to be escaped wherever it is shown.</param>
internal sealed record Destination(long Id, TeamId TeamId, ChannelId ChannelId, RoleId? RoleId, string? Message);

/// <summary>What became of an occurrence. Kept by its name in lower case.</summary>
internal enum ReminderState
{
    Pending,
    Sent,
    Skipped,
    Refused,

    /// <summary>The answer was lost, and it is too late to ask again.</summary>
    Unknown,
}
