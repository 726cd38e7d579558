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

    private readonly Lock _gate = new();
    private readonly Queue<long> _earlier = new();
    private readonly Queue<long> _spent = new();
    private readonly Dictionary<int, long> _lastOfBucket = [];
    private int? _left;
    private long _resetAt;

    /// <summary>How many shards share it: each may come back as often as one alone.</summary>
    public int Shards { get; set; } = 1;

    /// <summary>Spent in the last 24 hours, earlier processes included.</summary>
    public int Spent
    {
        get
        {
            lock (_gate)
            {
                Prune();
                return _earlier.Count + _spent.Count;
            }
        }
    }

    /// <summary>What Discord said is left, less what was spent since; null when it did not say.</summary>
    public int? Left => _left;

    /// <summary>How long until the next identify of this bucket may be sent.</summary>
    public TimeSpan Wait(int bucket = 0)
    {
        lock (_gate)
        {
            Prune();
            var wait = _lastOfBucket.TryGetValue(bucket, out var last) ? Spacing(_spent.Count / Shards) - time.GetElapsedTime(last) : TimeSpan.Zero;
            if (_earlier.Count + _spent.Count >= NearlySpent) wait = Longer(wait, Slowest - time.GetElapsedTime(Latest()));
            if (_left < Reserve) wait = Longer(wait, time.GetElapsedTime(time.GetTimestamp(), _resetAt));
            return Longer(wait, TimeSpan.Zero);
        }
    }

    /// <summary>An identify is being sent.</summary>
    public void Spend(int bucket = 0)
    {
        lock (_gate)
        {
            var now = time.GetTimestamp();
            _lastOfBucket[bucket] = now;
            _spent.Enqueue(now);
            _left--;
        }
    }

    public void Learn(GatewayBot told)
    {
        if (told.IdentifiesLeft is not { } left || told.ResetAfter is not { } resetAfter) return;
        lock (_gate)
        {
            _left = left;
            _resetAt = time.GetTimestamp() + Ticks(resetAfter);
        }
    }

    /// <summary>Counts what earlier processes spent. A moment in the future, from a clock that was set back, counts as now.</summary>
    public void Recall(IEnumerable<DateTimeOffset> moments)
    {
        lock (_gate)
        {
            var (now, wall) = (time.GetTimestamp(), time.GetUtcNow());
            foreach (var moment in moments.Order())
            {
                var age = Longer(wall - moment, TimeSpan.Zero);
                if (age < Day) _earlier.Enqueue(now - Ticks(age));
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

    private long Latest() => _spent.Count > 0 ? _lastOfBucket.Values.Max() : _earlier.Last();

    private long Ticks(TimeSpan span) => (long)(span.TotalSeconds * time.TimestampFrequency);

    private void Prune()
    {
        while (_spent.TryPeek(out var oldest) && time.GetElapsedTime(oldest) >= Day) _spent.Dequeue();
        while (_earlier.TryPeek(out var oldest) && time.GetElapsedTime(oldest) >= Day) _earlier.Dequeue();
    }
}
