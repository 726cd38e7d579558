using System.Collections.Concurrent;

namespace CoachBot.Discord.Rest.Limits;

/// <summary>
/// The buckets of one bot. A route's bucket is first its own; once an answer names the real one
/// (X-RateLimit-Bucket), routes of one name and the same major parameters share it (Discord: Rate Limits).
/// Discord may move a route to another bucket at any time: requests that wait for the old bucket then wait for the new one.
/// </summary>
internal sealed class RateLimits(TimeProvider time)
{
    /// <summary>Buckets of interaction tokens are of no use after 15 minutes; what was idle for so long is swept.</summary>
    private static readonly TimeSpan Sweep = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, RouteLimit> routes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Bucket> byName = new(StringComparer.Ordinal);
    private readonly Lock naming = new();
    private long sweptAt = time.GetTimestamp();

    /// <summary>Waits for a turn in the bucket of a route.</summary>
    /// <param name="route">The route's name and its major parameters.</param>
    /// <returns>The route, to be left again; or none, and how long the reset is away.</returns>
    public async ValueTask<(RouteLimit? Turn, TimeSpan Reset)> EnterAsync(string route, TimeSpan patience, CancellationToken ct)
    {
        SweepIdle();
        while (true)
        {
            var turn = RouteOf(route);
            var bucket = turn.Bucket;
            if (await bucket.EnterAsync(patience, ct) is { } reset) return (null, reset);
            if (turn.Take(bucket)) return (turn, default);
            bucket.Leave();
        }
    }

    /// <summary>Takes in the headers of an answer to a call that is still in flight.</summary>
    /// <param name="major">The parameters that split a bucket.</param>
    public void Learn(string major, RouteLimit route, RateLimitHeaders headers)
    {
        var bucket = route.Bucket;
        if (headers.Bucket is { } name && bucket.Name != name)
        {
            bucket = Named(name, major, bucket);
            route.MoveTo(bucket);
        }

        bucket.Learn(headers);
    }

    public void Pause(string route, TimeSpan wait) => RouteOf(route).Bucket.Pause(wait);

    private RouteLimit RouteOf(string route) => routes.GetOrAdd(route, static (_, clock) => new RouteLimit(new Bucket(clock)), time);

    private Bucket Named(string name, string major, Bucket present)
    {
        lock (naming)
        {
            var key = $"{name}|{major}";
            if (byName.TryGetValue(key, out var bucket)) return bucket;
            // A bucket that has a name keeps it: other routes may use it on.
            bucket = present.Name is null ? present : new Bucket(time);
            bucket.Name = name;
            byName.Add(key, bucket);
            return bucket;
        }
    }

    private void SweepIdle()
    {
        var last = Volatile.Read(ref sweptAt);
        if (time.GetElapsedTime(last) < Sweep || Interlocked.CompareExchange(ref sweptAt, time.GetTimestamp(), last) != last) return;
        lock (naming)
        {
            foreach (var (key, route) in routes)
            {
                if (route.Retire(Sweep)) routes.TryRemove(key, out _);
            }

            var used = routes.Values.Select(route => route.Bucket).ToHashSet();
            foreach (var (key, bucket) in byName)
            {
                if (!used.Contains(bucket)) byName.Remove(key);
            }
        }
    }
}
