using System.Net;

using CoachBot.Discord.Rest;
using CoachBot.Discord.Tests.Fakes;

namespace CoachBot.Discord.Tests.Faults;

/// <summary>REST without a network: a function answers at once, and fake time passes in steps, so that hours and thousands of calls are cheap.</summary>
internal sealed class RestSimulation : HttpMessageHandler
{
    private readonly Func<HttpRequestMessage, HttpResponseMessage> _answer;
    private int _requests;

    public RestSimulation(Func<HttpRequestMessage, HttpResponseMessage> answer)
    {
        _answer = answer;
        Rest = new DiscordRest(
            new DiscordOptions { Token = RunningBot.Token, ApiBaseUrl = new Uri("http://127.0.0.1/api/v10/") }, Clock, Logs, new Jitter(new Random(1)), this);
    }

    public TestClock Clock { get; } = new();

    public CapturedLogs Logs { get; } = new();

    public DiscordRest Rest { get; }

    public int Requests => _requests;

    public static HttpResponseMessage Reply(int status, string json = "{}") =>
        new((HttpStatusCode)status) { Content = new StringContent(json, null, "application/json") };

    /// <summary>
    /// As the bot's outbox does: eight at a time, what was not sent goes back and is tried again no sooner than the answer asks.
    /// Ends when <paramref name="until"/> has passed or nothing is left.
    /// </summary>
    /// <returns>The final answer of each channel; what is still waiting has none.</returns>
    public async Task<Dictionary<ulong, DiscordApiException?>> PostAsync(int channels, TimeSpan until)
    {
        TimeSpan[] waits = [.. ((int[])[5, 15, 40, 300, 600, 1200]).Select(s => TimeSpan.FromSeconds(s))];
        var ended = new Dictionary<ulong, DiscordApiException?>();
        var tries = new Dictionary<ulong, int>();
        var due = new PriorityQueue<ulong, long>(Enumerable.Range(1, channels).Select(c => ((ulong)c, 0L)));
        var gate = new Lock();
        var started = Clock.GetTimestamp();
        var active = 0;
        var really = TimeProvider.System.GetTimestamp();

        async Task PostOneAsync(ulong channel)
        {
            var again = TimeSpan.Zero;
            DiscordApiException? problem = null;
            try
            {
                await Rest.CreateMessageAsync(channel, new MessageBody { Content = "x" }, $"n{channel}");
            }
            catch (DiscordApiException e)
            {
                problem = e;
                if (!e.IsPermanent) again = e.RetryAfter is { } asked && asked > waits[0] ? asked : waits[0];
            }

            lock (gate)
            {
                active--;
                if (again == TimeSpan.Zero)
                {
                    // A second end would be a second message, or a second refusal.
                    ended.Add(channel, problem);
                    return;
                }

                var n = tries.GetValueOrDefault(channel);
                tries[channel] = n + 1;
                again = again > waits[Math.Min(n, waits.Length - 1)] ? again : waits[Math.Min(n, waits.Length - 1)];
                due.Enqueue(channel, Clock.GetTimestamp() + (long)(again.TotalSeconds * Clock.TimestampFrequency));
            }
        }

        while (Clock.GetElapsedTime(started) < until)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(really) < 2 * Patience.Bound, "The outbox got stuck.");
            while (true)
            {
                ulong channel;
                lock (gate)
                {
                    if (ended.Count == channels) return ended;
                    if (active >= 8 || !due.TryPeek(out channel, out var at) || at > Clock.GetTimestamp()) break;
                    due.Dequeue();
                    active++;
                }

                _ = Task.Run(() => PostOneAsync(channel));
            }

            await Task.Yield();
            // Whoever runs late only waits longer: nothing here depends on how the steps fall.
            if (active == 0 || Clock.IsWaitedFor(d => d.TotalSeconds is not (10 or 30))) Clock.Advance(TimeSpan.FromMilliseconds(100));
        }

        lock (gate) return new Dictionary<ulong, DiscordApiException?>(ended);
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _requests);
        return Task.FromResult(_answer(request));
    }
}
