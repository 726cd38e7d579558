using System.Collections.Concurrent;

namespace CoachBot.Discord.Rest;

/// <summary>
/// All limits of one bot: buckets per route, the global limit of the bot token, and the pause that Cloudflare's
/// edge asks for. A route's bucket is first its own; once an answer names the real one (X-RateLimit-Bucket),
/// routes of one name and the same major parameters share it (Discord: Rate Limits).
/// </summary>
internal sealed class RateLimits(TimeProvider time)
{
    /// <summary>Discord allows 50 calls a second per bot; a few are left for what we do not see.</summary>
    private const int PerSecond = 45;

    /// <summary>Buckets of interaction tokens are of no use after 15 minutes; idle ones are swept this often.</summary>
    private static readonly TimeSpan Sweep = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Bucket> _byRoute = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Bucket> _byName = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private long _windowEnds;
    private int _sentInWindow;
    private long _pausedUntil;
    private int _edgeRefusals;
    private long _sweptAt = time.GetTimestamp();

    public Bucket BucketFor(RestCall call)
    {
        SweepIdle();
        return _byRoute.GetOrAdd(RouteKey(call), static (_, clock) => new Bucket(clock), time);
    }

    /// <summary>Takes in the headers of an answer to a call that went through this bucket.</summary>
    public void Learn(RestCall call, Bucket entered, RateLimitHeaders headers)
    {
        entered.Learn(headers, counted: 1);
        if (headers.Bucket is not { } name) return;
        var shared = _byName.GetOrAdd($"{name}|{call.Major}", entered);
        if (shared == entered) return;
        shared.Learn(headers, counted: 0);
        _byRoute[RouteKey(call)] = shared;
    }

    /// <summary>Takes one call of the bot token's global budget.</summary>
    /// <returns>Zero when taken; otherwise how long to wait before asking again.</returns>
    public TimeSpan TakeGlobal()
    {
        lock (_gate)
        {
            var now = time.GetTimestamp();
            if (_pausedUntil > now) return time.GetElapsedTime(now, _pausedUntil);
            if (now >= _windowEnds)
            {
                _windowEnds = now + time.TimestampFrequency;
                _sentInWindow = 0;
            }

            if (_sentInWindow >= PerSecond) return time.GetElapsedTime(now, _windowEnds);
            _sentInWindow++;
            return TimeSpan.Zero;
        }
    }

    /// <summary>A global 429: the bot token rests. Interaction routes are not asked about this.</summary>
    public void PauseGlobal(TimeSpan wait)
    {
        lock (_gate) _pausedUntil = Math.Max(_pausedUntil, time.GetTimestamp() + (long)(wait.TotalSeconds * time.TimestampFrequency));
    }

    /// <summary>A 429 that says nothing comes from the edge, which counts addresses: 5 s, doubled each time, at most 15 min.</summary>
    public TimeSpan NextEdgeWait()
    {
        lock (_gate) return TimeSpan.FromSeconds(Math.Min(900, 5 * Math.Pow(2, Math.Min(_edgeRefusals++, 10))));
    }

    public void EdgeIsOpen()
    {
        if (_edgeRefusals == 0) return;
        lock (_gate) _edgeRefusals = 0;
    }

    private static string RouteKey(RestCall call) => $"{call.Name}|{call.Major}";

    private void SweepIdle()
    {
        var last = Volatile.Read(ref _sweptAt);
        if (time.GetElapsedTime(last) < Sweep || Interlocked.CompareExchange(ref _sweptAt, time.GetTimestamp(), last) != last) return;
        foreach (var (key, bucket) in _byRoute)
        {
            if (bucket.IsIdle) _byRoute.TryRemove(key, out _);
        }

        foreach (var (key, bucket) in _byName)
        {
            if (bucket.IsIdle) _byName.TryRemove(key, out _);
        }
    }
}
