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

    private readonly Lock gate = new();
    private readonly long[] sent = new long[PerSecond];
    private int next;
    private long pausedUntil;
    private long edgeUntil;
    private int edgeRefusals;
    private int refusedInARow;
    private long nextProbe;

    /// <summary>Takes one call of the budget.</summary>
    /// <returns>Zero when taken; otherwise how long to wait before asking again.</returns>
    public TimeSpan Take()
    {
        lock (gate)
        {
            var now = time.GetTimestamp();
            var storm = refusedInARow >= Storm;
            var free = Math.Max(pausedUntil, storm ? nextProbe : 0);
            // The 45th call before this one must be a second old.
            if (sent[next] != 0) free = Math.Max(free, sent[next] + time.TimestampFrequency);
            if (free > now) return time.GetElapsedTime(now, free);
            sent[next] = now;
            next = (next + 1) % PerSecond;
            if (storm) nextProbe = now + Ticks(TimeSpan.FromSeconds(Math.Min(60, Math.Pow(2, Math.Min(refusedInARow - Storm, 10)))));
            return TimeSpan.Zero;
        }
    }

    /// <summary>A global 429: the bot token rests.</summary>
    public void Pause(TimeSpan wait)
    {
        lock (gate) pausedUntil = Math.Max(pausedUntil, time.GetTimestamp() + Ticks(wait));
    }

    /// <summary>
    /// A refusal that says nothing comes from the edge, which counts addresses: the bot token rests, that a person
    /// may get an answer. 5 s, doubled each time, at most 15 min; many refusals at once are one.
    /// </summary>
    public TimeSpan PauseForEdge()
    {
        lock (gate)
        {
            var now = time.GetTimestamp();
            if (edgeUntil <= now)
            {
                var seconds = Math.Min(900, 5 * Math.Pow(2, Math.Min(edgeRefusals++, 10)));
                edgeUntil = now + Ticks(TimeSpan.FromSeconds(seconds));
            }

            pausedUntil = Math.Max(pausedUntil, edgeUntil);
            return time.GetElapsedTime(now, edgeUntil);
        }
    }

    /// <summary>The bot token was refused with 429.</summary>
    public void Refused()
    {
        lock (gate) refusedInARow++;
    }

    /// <summary>An answer other than 429 came.</summary>
    public void Answered(bool toBotToken)
    {
        if (edgeRefusals == 0 && (!toBotToken || refusedInARow == 0)) return;
        lock (gate)
        {
            edgeRefusals = 0;
            if (toBotToken) refusedInARow = 0;
        }
    }

    private long Ticks(TimeSpan span) => (long)(span.TotalSeconds * time.TimestampFrequency);
}
