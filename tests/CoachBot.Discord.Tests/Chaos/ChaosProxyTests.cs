using CoachBot.Discord.Tests.Fakes;

namespace CoachBot.Discord.Tests.Chaos;

/// <summary>Faults of the line itself: rows A2 and B14, and what a chain of routers may do to bytes.</summary>
public sealed class ChaosProxyTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(41_250);

    /// <summary>What the bot waits before it comes back: up to a second, and the tests' randomness is 0.5.</summary>

    private static RunningBot Through(ChaosProxy proxy, FakeDiscord discord, Func<Interaction, CancellationToken, Task>? handler = null) =>
        new(discord, handler, options: o => o with
        {
            GatewayUrl = new Uri($"ws://127.0.0.1:{proxy.Port}/"),
            ApiBaseUrl = new Uri($"http://127.0.0.1:{proxy.Port}/api/v10/"),
        });

    private static string ResumeAddress(ChaosProxy proxy) => $"ws://127.0.0.1:{proxy.Port}/resume";

    [Fact, Fault("A2")]
    public async Task A2_LeavesABlackHoleWithinTwoIntervalsAndResumes()
    {
        await using var discord = new FakeDiscord();
        await using var proxy = new ChaosProxy(discord.Port);
        await using var bot = Through(proxy, discord).Start();
        var peer = await bot.BecomesReadyAsync("s1", ResumeAddress(proxy));
        await peer.DispatchAsync("INTERACTION_CREATE", 5, RunningBot.Interaction(1));
        await bot.HandlesAsync(1);
        await bot.Clock.PassAsync(Interval / 2);
        await peer.BeatAsync();
        // No acknowledgement may be on its way any more: the dark line would look alive for one more beat.
        peer.Acknowledges = false;
        await peer.SettleAsync();

        proxy.End(Ending.BlackHole);
        var dark = bot.Clock.GetTimestamp();
        await bot.Clock.PassAsync(Interval);
        await bot.Clock.PassAsync(Interval);
        var next = await discord.NextPeerAsync();
        Assert.InRange(bot.Clock.GetElapsedTime(dark), TimeSpan.Zero, 2 * Interval + TimeSpan.FromSeconds(1));
        Assert.Equal("/resume?v=10&encoding=json", next.Request.Target);
        await next.HelloAsync();
        var resume = await next.ReceiveAsync(6);
        Assert.Equal(("s1", 5L), (resume.GetProperty("session_id").GetString(), resume.GetProperty("seq").GetInt64()));
        await next.DispatchAsync("RESUMED", 6, "{}");
        await bot.IsAsync(GatewayState.Ready);

        // Commands work again, nobody was called twice, and nothing of the dark line reached the server.
        await next.DispatchAsync("INTERACTION_CREATE", 7, RunningBot.Interaction(2));
        await bot.HandlesAsync(2);
        Assert.Equal([1UL, 2UL], bot.Handled.Select(i => i.Id));
        Assert.Equal(0, peer.Beats.Reader.Count);
        Assert.False(peer.IsClosed);
        Assert.Single(bot.Sessions);
        Assert.Contains(bot.Logs.Lines, l => l.Contains("a heartbeat was not acknowledged", StringComparison.Ordinal));
    }

    [Fact, Fault("A2")]
    public async Task A2_LeavesABlackHoleThatSwallowsTheFirstBeat()
    {
        await using var discord = new FakeDiscord();
        await using var proxy = new ChaosProxy(discord.Port);
        await using var bot = Through(proxy, discord).Start();
        await bot.BecomesReadyAsync("s1", ResumeAddress(proxy));
        proxy.End(Ending.BlackHole);
        var dark = bot.Clock.GetTimestamp();
        await bot.Clock.PassAsync(Interval / 2);
        await bot.Clock.PassAsync(Interval);
        var next = await discord.NextPeerAsync();
        Assert.InRange(bot.Clock.GetElapsedTime(dark), TimeSpan.Zero, 2 * Interval + TimeSpan.FromSeconds(1));
        await next.HelloAsync();
        Assert.Equal(1, (await next.ReceiveAsync(6)).GetProperty("seq").GetInt64());
    }

    [Fact, Fault("B14")]
    public async Task B14_GivesUpAnAnswerThatComesByteByByteBeforeThreeSecondsAreOver()
    {
        await using var discord = new FakeDiscord { Answer = _ => FakeReply.Json($$"""{"id":"77","filler":"{{new string('x', 1000)}}"}""") };
        await using var proxy = new ChaosProxy(discord.Port) { Holds = true };
        await using var bot = new RunningBot(discord, options: o => o with { ApiBaseUrl = new Uri($"http://127.0.0.1:{proxy.Port}/api/v10/") });
        var interaction = Interaction.Parse(System.Text.Encoding.UTF8.GetBytes(RunningBot.Interaction(1)))!;
        var asked = bot.Clock.GetTimestamp();
        var answering = bot.Client.Rest.RespondAsync(interaction, new InteractionResponse.DeferMessage(true));
        for (var byteNumber = 1; byteNumber <= 14; byteNumber++)
        {
            proxy.Allow(1);
            await Patience.UntilAsync(() => proxy.BytesDown == byteNumber, "one more byte");
            bot.Clock.Advance(TimeSpan.FromSeconds(0.1));
        }

        Assert.False(answering.IsCompleted);
        for (var i = 0; i < 11; i++) bot.Clock.Advance(TimeSpan.FromSeconds(0.1));
        var error = await Assert.ThrowsAsync<DiscordApiException>(() => answering.WaitAsync(Patience.Bound, TimeProvider.System));
        Assert.InRange(bot.Clock.GetElapsedTime(asked), TimeSpan.Zero, TimeSpan.FromSeconds(3));
        Assert.Contains("no answer within", error.Message, StringComparison.Ordinal);
        Assert.Contains(bot.Logs.Lines, l => l.Contains("no answer within", StringComparison.Ordinal));
        Assert.InRange(discord.Requests.Count, 1, 2);

        // The next answer, on a line as it should be, is not held up by the slow one.
        proxy.Holds = false;
        proxy.Allow(1000);
        await bot.Client.Rest.RespondAsync(interaction with { Id = 2 }, new InteractionResponse.DeferMessage(true));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(7, 1)]
    [InlineData(int.MaxValue, 3000)]
    [InlineData(5, 700)]
    public async Task ReadsWhatComesInPiecesOrMerged(int largestPiece, int collects)
    {
        await using var discord = new FakeDiscord();
        await using var proxy = new ChaosProxy(discord.Port, seed: 3) { LargestPiece = largestPiece };
        await using var bot = Through(proxy, discord).Start();
        var peer = await bot.BecomesReadyAsync("s1", ResumeAddress(proxy));
        proxy.Collects = collects;
        for (var i = 1; i <= 40; i++) await peer.DispatchAsync("INTERACTION_CREATE", i + 1, RunningBot.Interaction((ulong)i));
        // What pushes the last collected bytes out.
        await peer.DispatchAsync("GUILD_CREATE", 42, $$"""{"filler":"{{new string('x', 8000)}}"}""");
        await bot.HandlesAsync(40);
        Assert.Equal(Enumerable.Range(1, 40), bot.Handled.Select(i => (int)i.Id).Order());
        Assert.Equal(1, discord.Upgrades);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ResumesAfterALineThatEndsAtAnyByte(bool resets)
    {
        var how = resets ? Ending.Reset : Ending.HalfClose;
        await using var discord = new FakeDiscord();
        await using var proxy = new ChaosProxy(discord.Port);
        await using var bot = Through(proxy, discord).Start();
        var peer = await bot.BecomesReadyAsync("s1", ResumeAddress(proxy));
        long sequence = 1;
        for (ulong id = 1; id <= 60; id++)
        {
            // Each turn cuts the event a little later; the next line replays it, as Discord does.
            proxy.Cut = (proxy.BytesDown + (long)id * 5, how);
            // With a second event that draws the cut when the first was shorter.
            await peer.RawAsync((byte[])
            [
                .. Event("INTERACTION_CREATE", ++sequence, RunningBot.Interaction(id)),
                .. Event("GUILD_CREATE", ++sequence, $$"""{"filler":"{{new string('x', 1000)}}"}"""),
            ]);
            peer = await bot.ConnectsAsync();
            await peer.HelloAsync();
            var seen = (await peer.ReceiveAsync(6)).GetProperty("seq").GetInt64();
            Assert.InRange(seen, sequence - 2, sequence - 1);
            await peer.DispatchAsync("INTERACTION_CREATE", sequence - 1, RunningBot.Interaction(id));
            await peer.DispatchAsync("RESUMED", ++sequence, "{}");
            await bot.IsAsync(GatewayState.Ready);
            await peer.SettleAsync();
        }

        await bot.HandlesAsync(60);
        Assert.Equal(Enumerable.Range(1, 60), bot.Handled.Select(i => (int)i.Id).Order());
        Assert.Single(bot.Sessions);
    }

    private static byte[] Event(string type, long sequence, string data) =>
        GatewayPeer.Frame(1, System.Text.Encoding.UTF8.GetBytes($$"""{"op":0,"t":"{{type}}","s":{{sequence}},"d":{{data}}}"""));
}
