using CoachBot.Discord.Model;

namespace CoachBot.Discord.Gateway;

/// <summary>
/// Spaces identifies. Discord allows one per 5 s and bucket of shards, and resets the bot's token after 1000 in 24 hours
/// (Discord: Gateway, "Identifying", "Max Concurrency"). So the spacing grows with the number this process has spent in the
/// last 24 hours, far below that: a session that dies all day long costs under 200. Those of earlier processes, which a
/// crash loop spends, count when all together come near the limit. What <c>GET gateway/bot</c> says is left is obeyed too.
/// </summary>
internal sealed class IdentifyBudget(TimeProvider time)
{
    /// <summary>From here on, of 1000, one each 15 minutes: 96 more in a day.</summary>
    public const int NearlySpent = 800;

    /// <summary>Left for a person who restarts the bot while the budget is nearly spent.</summary>
    private const int Reserve = 20;
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);
    private static readonly TimeSpan Slowest = TimeSpan.FromMinutes(15);

    private readonly Lock gate = new();
    private readonly Queue<long> earlier = new();
    private readonly Queue<long> ours = new();
    private readonly Dictionary<int, long> lastOfBucket = [];
    private int? leftAtDiscord;
    private long resetAt;

    /// <summary>How many shards share it: each may come back as often as one alone.</summary>
    public int Shards { get; set; } = 1;

    /// <summary>Spent in the last 24 hours, earlier processes included.</summary>
    public int Spent
    {
        get
        {
            lock (gate)
            {
                Prune();
                return earlier.Count + ours.Count;
            }
        }
    }

    /// <summary>What Discord said is left, less what was spent since; null when it did not say.</summary>
    public int? Left => leftAtDiscord;

    /// <summary>How long until the next identify of this bucket may be sent.</summary>
    public TimeSpan Wait(int bucket = 0)
    {
        lock (gate)
        {
            Prune();
            var wait = lastOfBucket.TryGetValue(bucket, out var last)
                ? Spacing(ours.Count / Shards) - time.GetElapsedTime(last)
                : TimeSpan.Zero;
            if (earlier.Count + ours.Count >= NearlySpent) wait = Longer(wait, Slowest - time.GetElapsedTime(Latest()));
            if (leftAtDiscord < Reserve) wait = Longer(wait, time.GetElapsedTime(time.GetTimestamp(), resetAt));
            return Longer(wait, TimeSpan.Zero);
        }
    }

    /// <summary>An identify is being sent.</summary>
    public void Spend(int bucket = 0)
    {
        lock (gate)
        {
            var now = time.GetTimestamp();
            lastOfBucket[bucket] = now;
            ours.Enqueue(now);
            leftAtDiscord--;
        }
    }

    public void Learn(GatewayBot told)
    {
        if (told.IdentifiesLeft is not { } left || told.ResetAfter is not { } resetAfter) return;
        lock (gate)
        {
            leftAtDiscord = left;
            resetAt = time.GetTimestamp() + Ticks(resetAfter);
        }
    }

    /// <summary>Counts what earlier processes spent. A moment in the future, from a clock that was set back, counts as now.</summary>
    public void Recall(IEnumerable<DateTimeOffset> moments)
    {
        lock (gate)
        {
            var (now, wall) = (time.GetTimestamp(), time.GetUtcNow());
            foreach (var moment in moments.Order())
            {
                var age = Longer(wall - moment, TimeSpan.Zero);
                if (age < Day) earlier.Enqueue(now - Ticks(age));
            }
        }
    }

    internal static TimeSpan Spacing(int spent) => spent switch
    {
        < 50 => TimeSpan.FromSeconds(5),
        < 100 => TimeSpan.FromMinutes(1),
        _ => Slowest,
    };

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private long Latest() => ours.Count > 0 ? lastOfBucket.Values.Max() : earlier.Last();

    private long Ticks(TimeSpan span) => (long)(span.TotalSeconds * time.TimestampFrequency);

    private void Prune()
    {
        while (ours.TryPeek(out var oldest) && time.GetElapsedTime(oldest) >= Day) ours.Dequeue();
        while (earlier.TryPeek(out var oldest) && time.GetElapsedTime(oldest) >= Day) earlier.Dequeue();
    }
}
