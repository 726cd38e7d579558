using System.Globalization;
using CoachBot.Discord.Rest.Limits;
using CoachBot.Discord.Tests.Fakes;

namespace CoachBot.Discord.Tests.Faults;

/// <summary>Row B7: buckets that change, and routes that share one, against a server that keeps Discord's rules.</summary>
public sealed class RestBucketFaults
{
    private const int Calls = 100_000;
    private const int Routes = 24;
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(10);

    [Theory, Fault("B7")]
    [InlineData(1)]
    [InlineData(2)]
    public void NoCallIsRefusedThatAnEarlierAnswerCouldHaveSpared(int seed)
    {
        var clock = new TestClock();
        var limits = new RateLimits(clock);
        var server = new Server(clock, seed);
        var left = Calls / 2;

        async Task CallAsync(int route)
        {
            var name = $"route {route}";
            while (--left >= 0)
            {
                var turn = (await limits.EnterAsync(name, TimeSpan.MaxValue, CancellationToken.None)).Turn!;
                var (headers, wait) = await server.CallAsync(route);
                limits.Learn("", turn, headers);
                server.Told(route, headers);
                if (wait is { } refused) limits.Pause(name, refused);
                turn.Leave();
            }
        }

        OneThread.Run(() => Task.WhenAll(Enumerable.Range(0, Routes * 4).Select(n => CallAsync(n % Routes))), () => clock.Advance(Step));
        Assert.True(server.Changes > 20, $"{server.Changes} changes");
        Assert.True(
            server.Avoidable == 0, $"seed {seed}: {server.Avoidable} of {server.Refused} refusals were avoidable, the first at call {server.FirstAvoidable}");
        Assert.InRange(server.Refused, 0, server.Changes * Routes);
    }

    /// <summary>
    /// Windows that open with the first call, as Discord's do. Every few seconds one route is put into another bucket, which two or
    /// three routes share. A refusal was avoidable when, before the call was sent, every route that has used the bucket's window had
    /// been told of the bucket.
    /// </summary>
    private sealed class Server(TestClock clock, int seed)
    {
        private readonly Random random = new(seed);
        private readonly Dictionary<int, Limit> bucketOf = [];
        private readonly Dictionary<int, string> told = [];
        private long nextChange;
        private int names;
        private int calls;

        public int Avoidable { get; private set; }

        public int FirstAvoidable { get; private set; }

        public int Refused { get; private set; }

        public int Changes { get; private set; }

        public void Told(int route, RateLimitHeaders headers) => told[route] = headers.Bucket!;

        public async Task<(RateLimitHeaders Headers, TimeSpan? Wait)> CallAsync(int route)
        {
            var known = new Dictionary<int, string>(told);
            await Task.Delay(Latency(), clock);
            var (headers, wait) = Serve(route, known);
            await Task.Delay(Latency(), clock);
            return (headers, wait);
        }

        private TimeSpan Latency() => TimeSpan.FromMilliseconds(random.Next(1, 120));

        private (RateLimitHeaders, TimeSpan?) Serve(int route, Dictionary<int, string> known)
        {
            calls++;
            var now = clock.GetTimestamp();
            MaybeChange(now);
            if (!bucketOf.TryGetValue(route, out var bucket)) bucket = bucketOf[route] = NewBucket();
            if (now >= bucket.Ends)
            {
                (bucket.Ends, bucket.Left) = (now + (long)(bucket.Seconds * clock.TimestampFrequency), bucket.Size);
                bucket.Users.Clear();
            }

            bucket.Users.Add(route);
            var refused = bucket.Left == 0;
            if (!refused)
            {
                bucket.Left--;
            }
            else
            {
                Refused++;
                if (bucket.Users.All(user => known.GetValueOrDefault(user) == bucket.Name) && Avoidable++ == 0) FirstAvoidable = calls;
            }

            var reset = clock.GetElapsedTime(now, bucket.Ends);
            return (new RateLimitHeaders(bucket.Name, bucket.Size, bucket.Left, reset), refused ? reset : null);
        }

        private void MaybeChange(long now)
        {
            if (now < nextChange) return;
            nextChange = now + (long)(random.Next(2, 6) * clock.TimestampFrequency);
            var bucket = NewBucket();
            Changes++;
            for (var n = random.Next(1, 4); n > 0; n--) bucketOf[random.Next(Routes)] = bucket;
        }

        private Limit NewBucket() => new($"b{(names++).ToString(CultureInfo.InvariantCulture)}", random.Next(1, 12), random.Next(1, 5));

        private sealed class Limit(string name, int size, double seconds)
        {
            public string Name => name;

            public int Size => size;

            public double Seconds => seconds;

            public long Ends { get; set; }

            public int Left { get; set; }

            public HashSet<int> Users { get; } = [];
        }
    }
}
