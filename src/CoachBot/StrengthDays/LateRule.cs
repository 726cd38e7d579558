using NodaTime;

namespace CoachBot.StrengthDays;

internal enum Timing
{
    OnTime,
    Late,
    TooLate,
}

/// <summary>
/// When a reminder is on time, late, or too late to help anybody, counted from the moment it was due; and when one that could not be
/// posted is tried again. Everything that judges lateness asks here.
/// </summary>
/// <param name="OnTime">Up to here nothing is said of the delay.</param>
/// <param name="Window">Up to here it is posted and marked late; after that it is left out.</param>
internal sealed record LateRule(Duration OnTime, Duration Window)
{
    public static readonly LateRule Reminders = new(OnTime: Duration.FromMinutes(2), Window: Duration.FromMinutes(30));

    private static readonly Duration FirstPause = Duration.FromSeconds(5);

    /// <summary>What a team waits at most once the way is free again: a thirtieth of the window, a minute of half an hour.</summary>
    private Duration LongestPause => Window / 30;

    public Timing Of(Instant due, Instant now)
    {
        var late = now - due;
        return late <= OnTime ? Timing.OnTime : late <= Window ? Timing.Late : Timing.TooLate;
    }

    /// <summary>Each pause is twice as long as the one before, up to the longest; the last try is at the very end of the window.</summary>
    /// <param name="tries">How often it was tried before this time.</param>
    public Instant NextTry(Instant due, Instant now, int tries)
    {
        var pause = Duration.Min(FirstPause * Math.Pow(2, Math.Min(tries, 30)), LongestPause);
        var end = due + Window;
        return now < end ? Instant.Min(now + pause, end) : now + pause;
    }
}
