using System.Net;
using CoachBot.Discord.Tests.Fakes;

namespace CoachBot.Discord.Tests.Faults;

/// <summary>REST without a network: a function answers at once, and fake time passes in steps, so that hours and thousands of calls are cheap.</summary>
internal sealed class RestSimulation : HttpMessageHandler
{
    private readonly Func<HttpRequestMessage, HttpResponseMessage> answer;
    private int requests;

    public RestSimulation(Func<HttpRequestMessage, HttpResponseMessage> answer)
    {
        this.answer = answer;
        Rest = new DiscordRest(
            new DiscordOptions { Token = RunningBot.Token, ApiBaseUrl = new Uri("http://127.0.0.1/api/v10/") }, Clock, Logs, new Jitter(new Random(1)), this);
    }

    public TestClock Clock { get; } = new();

    public CapturedLogs Logs { get; } = new();

    public DiscordRest Rest { get; }

    public int Requests => requests;

    public static HttpResponseMessage Reply(int status, string json = "{}") =>
        new((HttpStatusCode)status) { Content = new StringContent(json, null, "application/json") };

    /// <summary>
    /// As the bot's outbox does: eight at a time, what was not sent goes back and is tried again no sooner than the answer asks.
    /// Ends when <paramref name="until"/> has passed or nothing is left.
    /// </summary>
    /// <returns>The final answer of each channel; what is still waiting has none.</returns>
    public Dictionary<ulong, DiscordApiException?> Post(int channels, TimeSpan until)
    {
        TimeSpan[] waits = [.. ((int[])[5, 15, 40, 300, 600, 1200]).Select(s => TimeSpan.FromSeconds(s))];
        var ended = new Dictionary<ulong, DiscordApiException?>();
        var due = new PriorityQueue<(ulong Channel, int Tries), long>(Enumerable.Range(1, channels).Select(c => (((ulong)c, 0), 0L)));
        var started = Clock.GetTimestamp();

        async Task WorkAsync()
        {
            while (ended.Count < channels && Clock.GetElapsedTime(started) < until)
            {
                if (!due.TryPeek(out var next, out var at) || at > Clock.GetTimestamp())
                {
                    await Task.Delay(TimeSpan.FromSeconds(1), Clock);
                    continue;
                }

                due.Dequeue();
                DiscordApiException? problem = null;
                try
                {
                    await Rest.CreateMessageAsync(next.Channel, new MessageBody { Content = "x" }, $"n{next.Channel}");
                }
                catch (DiscordApiException e)
                {
                    problem = e;
                }

                if (problem is null or { IsPermanent: true })
                {
                    // A second end would be a second message, or a second refusal.
                    ended.Add(next.Channel, problem);
                    continue;
                }

                var wait = waits[Math.Min(next.Tries, waits.Length - 1)];
                if (problem.RetryAfter > wait) wait = problem.RetryAfter.Value;
                due.Enqueue((next.Channel, next.Tries + 1), Clock.GetTimestamp() + (long)(wait.TotalSeconds * Clock.TimestampFrequency));
            }
        }

        OneThread.Run(() => Task.WhenAll(Enumerable.Range(0, 8).Select(_ => WorkAsync())), () => Clock.Advance(TimeSpan.FromMilliseconds(100)));
        return ended;
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref requests);
        return Task.FromResult(answer(request));
    }
}
