using System.Collections.Concurrent;

namespace CoachBot.Discord.Rest;

/// <summary>
/// The buckets of one bot. A route's bucket is first its own; once an answer names the real one
/// (X-RateLimit-Bucket), routes of one name and the same major parameters share it (Discord: Rate Limits).
/// Discord may put a route into another bucket at any time: whoever still waits for the old one moves on.
/// </summary>
internal sealed class RateLimits(TimeProvider time)
{
    /// <summary>Buckets of interaction tokens are of no use after 15 minutes; idle ones are swept this often.</summary>
    private static readonly TimeSpan Sweep = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Bucket> _byRoute = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Bucket> _byName = new(StringComparer.Ordinal);
    private readonly Lock _naming = new();
    private long _sweptAt = time.GetTimestamp();

    public Bucket BucketFor(RestCall call)
    {
        SweepIdle();
        return _byRoute.GetOrAdd(call.BucketKey, static (_, clock) => new Bucket(clock), time);
    }

    /// <summary>Waits for a turn in the bucket of a call's route.</summary>
    /// <returns>The bucket, to be left again; or none, and how long the reset is away.</returns>
    public async ValueTask<(Bucket? Turn, TimeSpan Reset)> EnterAsync(RestCall call, TimeSpan patience, CancellationToken ct)
    {
        while (true)
        {
            var bucket = BucketFor(call);
            if (await bucket.EnterAsync(patience, ct) is { } reset) return (null, reset);
            // Meanwhile the route may have moved to another bucket.
            if (_byRoute.TryGetValue(call.BucketKey, out var current) && current == bucket) return (bucket, default);
            bucket.Leave(unused: true);
        }
    }

    /// <summary>Takes in the headers of an answer to a call that went through this bucket.</summary>
    public void Learn(RestCall call, Bucket entered, RateLimitHeaders headers)
    {
        var bucket = headers.Bucket is { } name ? Move(call, entered, name) : entered;
        if (bucket == entered) entered.Learn(headers, counted: 1);
        else bucket.Learn(headers, counted: 0, elsewhere: entered.InFlight - 1);
    }

    public void Pause(RestCall call, TimeSpan wait) => BucketFor(call).Pause(wait);

    /// <returns>The bucket of that name, which is from now on the route's.</returns>
    private Bucket Move(RestCall call, Bucket entered, string name)
    {
        if (entered.Name == name && _byRoute.TryGetValue(call.BucketKey, out var current) && current == entered) return entered;
        lock (_naming)
        {
            var key = $"{name}|{call.Major}";
            if (!_byName.TryGetValue(key, out var bucket))
            {
                // A bucket that has a name keeps it: other routes may use it on.
                bucket = entered.Name is null || entered.Name == name ? entered : new Bucket(time);
                bucket.Name = name;
                _byName.Add(key, bucket);
            }

            return _byRoute[call.BucketKey] = bucket;
        }
    }

    private void SweepIdle()
    {
        var last = Volatile.Read(ref _sweptAt);
        if (time.GetElapsedTime(last) < Sweep || Interlocked.CompareExchange(ref _sweptAt, time.GetTimestamp(), last) != last) return;
        lock (_naming)
        {
            // By name first: a bucket that a route still leads to must not lose its name to another.
            foreach (var (key, bucket) in _byRoute)
            {
                if (bucket.IsIdle) _byRoute.TryRemove(key, out _);
            }

            var used = _byRoute.Values.ToHashSet();
            foreach (var (key, bucket) in _byName)
            {
                if (!used.Contains(bucket)) _byName.Remove(key);
            }
        }
    }
}
