namespace CoachBot.Discord.Rest.Limits;

/// <summary>
/// What holds for all calls of the bot token together: never more than 45 in any second, the pause that a global
/// 429 or Cloudflare's edge asks for, and after many refusals in a row one call at a time, as a probe. Interaction
/// routes are not asked about any of it (Discord: Rate Limits, "Global Rate Limit").
/// </summary>
internal sealed class GlobalLimit(TimeProvider time)
{
    /// <summary>Discord allows 50 calls a second per bot; a few are left for what we do not see.</summary>
    public const int PerSecond = 45;

    /// <summary>So many refusals in a row, whatever their buckets, mean trouble beyond any one bucket.</summary>
    private const int Storm = 10;

    private readonly Lock _gate = new();
    private readonly long[] _sent = new long[PerSecond];
    private int _next;
    private long _pausedUntil;
    private long _edgeUntil;
    private int _edgeRefusals;
    private int _refusedInARow;
    private long _nextProbe;

    /// <summary>Takes one call of the budget.</summary>
    /// <returns>Zero when taken; otherwise how long to wait before asking again.</returns>
    public TimeSpan Take()
    {
        lock (_gate)
        {
            var now = time.GetTimestamp();
            var storm = _refusedInARow >= Storm;
            var free = Math.Max(_pausedUntil, storm ? _nextProbe : 0);
            // The 45th call before this one must be a second old.
            if (_sent[_next] != 0) free = Math.Max(free, _sent[_next] + time.TimestampFrequency);
            if (free > now) return time.GetElapsedTime(now, free);
            _sent[_next] = now;
            _next = (_next + 1) % PerSecond;
            if (storm) _nextProbe = now + Ticks(TimeSpan.FromSeconds(Math.Min(60, Math.Pow(2, Math.Min(_refusedInARow - Storm, 10)))));
            return TimeSpan.Zero;
        }
    }

    /// <summary>A global 429: the bot token rests.</summary>
    public void Pause(TimeSpan wait)
    {
        lock (_gate) _pausedUntil = Math.Max(_pausedUntil, time.GetTimestamp() + Ticks(wait));
    }

    /// <summary>
    /// A refusal that says nothing comes from the edge, which counts addresses: the bot token rests, that a person
    /// may get an answer. 5 s, doubled each time, at most 15 min; many refusals at once are one.
    /// </summary>
    public TimeSpan PauseForEdge()
    {
        lock (_gate)
        {
            var now = time.GetTimestamp();
            if (_edgeUntil <= now) _edgeUntil = now + Ticks(TimeSpan.FromSeconds(Math.Min(900, 5 * Math.Pow(2, Math.Min(_edgeRefusals++, 10)))));
            _pausedUntil = Math.Max(_pausedUntil, _edgeUntil);
            return time.GetElapsedTime(now, _edgeUntil);
        }
    }

    /// <summary>The bot token was refused with 429.</summary>
    public void Refused()
    {
        lock (_gate) _refusedInARow++;
    }

    /// <summary>An answer other than 429 came.</summary>
    public void Answered(bool toBotToken)
    {
        if (_edgeRefusals == 0 && (!toBotToken || _refusedInARow == 0)) return;
        lock (_gate)
        {
            _edgeRefusals = 0;
            if (toBotToken) _refusedInARow = 0;
        }
    }

    private long Ticks(TimeSpan span) => (long)(span.TotalSeconds * time.TimestampFrequency);
}
