using CoachBot.Discord.Tests.Fakes;

namespace CoachBot.Discord.Tests.Gateway;

public sealed class ReconnectTests
{
    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData(null)]
    public async Task ResumesAtOnceWhenAskedTo(string? data)
    {
        await using var discord = new FakeDiscord();
        await using var bot = new RunningBot(discord).Start();
        var peer = await bot.BecomesReadyAsync();
        await peer.SendAsync(data is null ? """{"op":7}""" : $$"""{"op":7,"d":{{data}}}""");
        // Without any time passing.
        var next = await discord.NextPeerAsync();
        await next.HelloAsync();
        Assert.Equal("s1", (await next.ReceiveAsync(6)).GetProperty("session_id").GetString());
        Assert.DoesNotContain(await peer.Closed ?? 0, new[] { 1000, 1001 });
    }

    [Fact]
    [Fault("A5")]
    public async Task BearsAReconnectInPlaceOfHello()
    {
        await using var discord = new FakeDiscord();
        await using var bot = new RunningBot(discord).Start();
        await (await bot.ConnectsAsync()).SendAsync("""{"op":7,"d":null}""");
        await bot.BecomesReadyAsync();
    }

    [Fact]
    [Fault("A5")]
    public async Task BearsAReconnectInPlaceOfHelloWhileResuming()
    {
        await using var discord = new FakeDiscord();
        await using var bot = new RunningBot(discord).Start();
        (await bot.BecomesReadyAsync()).Cut();
        await (await bot.ConnectsAsync()).SendAsync("""{"op":7}""");
        var next = await bot.ConnectsAsync();
        await next.HelloAsync();
        await next.ReceiveAsync(6);
    }

    [Theory]
    [Fault("A10", "A11")]
    [InlineData(4004)]
    [InlineData(4010)]
    [InlineData(4011)]
    [InlineData(4012)]
    [InlineData(4013)]
    [InlineData(4014)]
    public async Task FatalCloseCodesEndTheSession(int code)
    {
        await using var discord = new FakeDiscord();
        await using var bot = new RunningBot(discord).Start();
        var peer = await bot.ConnectsAsync();
        await peer.HelloAsync();
        await peer.ReceiveAsync(2);
        await peer.CloseAsync(code);
        var fatal = await Assert.ThrowsAsync<FatalDiscordException>(() => bot.Run.WaitAsync(Patience.Bound, TimeProvider.System));
        Assert.Contains($"({code})", fatal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fatal.Message);
        Assert.Equal(GatewayState.Fatal, bot.Client.State);
        bot.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(1, discord.Upgrades);
    }

    [Theory]
    [Fault("A12", "A13")]
    [InlineData(4000, true)]
    [InlineData(4001, true)]
    [InlineData(4002, true)]
    [InlineData(4003, false)]
    [InlineData(4005, false)]
    [InlineData(4007, false)]
    [InlineData(4008, false)]
    [InlineData(4009, false)]
    [InlineData(4999, true)]
    [InlineData(1000, false)]
    [InlineData(1001, true)]
    [InlineData(1011, true)]
    [InlineData(1012, true)]
    [InlineData(null, true)]
    public async Task ResumesOrIdentifiesByCloseCode(int? code, bool resumes)
    {
        await using var discord = new FakeDiscord();
        await using var bot = new RunningBot(discord).Start();
        var peer = await bot.BecomesReadyAsync();
        var ended = bot.Clock.GetTimestamp();
        await peer.CloseAsync(code);
        var next = await bot.ConnectsAsync();
        if (code == 4008) Assert.True(bot.Clock.GetElapsedTime(ended) >= TimeSpan.FromSeconds(60));
        await next.HelloAsync();
        await next.ReceiveAsync(resumes ? 6 : 2);
    }

    [Fact]
    public async Task ResumesWithTheLastSequenceAfterADrop()
    {
        await using var discord = new FakeDiscord();
        await using var bot = new RunningBot(discord).Start();
        var peer = await bot.BecomesReadyAsync();
        await peer.DispatchAsync("INTERACTION_CREATE", 42, RunningBot.Interaction(1));
        await bot.HandlesAsync(1);
        peer.Cut();
        var next = await bot.ConnectsAsync();
        await next.HelloAsync();
        var resume = await next.ReceiveAsync(6);
        Assert.Equal(RunningBot.Token, resume.GetProperty("token").GetString());
        Assert.Equal(42, resume.GetProperty("seq").GetInt64());
        await next.DispatchAsync("INTERACTION_CREATE", 43, RunningBot.Interaction(2));
        await next.DispatchAsync("RESUMED", 44, "{}");
        await bot.IsAsync(GatewayState.Ready);
        await bot.HandlesAsync(2);
        Assert.Single(bot.Sessions);
    }

    [Fact]
    [Fault("A16")]
    public async Task WaitsTwentySecondsForHello()
    {
        await using var discord = new FakeDiscord();
        await using var bot = new RunningBot(discord).Start();
        var peer = await bot.ConnectsAsync();
        await bot.Clock.PassAsync(TimeSpan.FromSeconds(20));
        await peer.Closed;
        await bot.BecomesReadyAsync();
    }

    [Fact]
    [Fault("A15")]
    public async Task WaitsThirtySecondsForReady()
    {
        await using var discord = new FakeDiscord();
        await using var bot = new RunningBot(discord).Start();
        var peer = await bot.ConnectsAsync();
        await peer.HelloAsync();
        await peer.ReceiveAsync(2);
        await bot.Clock.PassAsync(TimeSpan.FromSeconds(30));
        await peer.Closed;
        await bot.BecomesReadyAsync();
    }

    [Fact]
    [Fault("A15")]
    public async Task WaitsThirtySecondsForResumedSinceTheLastEvent()
    {
        await using var discord = new FakeDiscord();
        await using var bot = new RunningBot(discord).Start();
        (await bot.BecomesReadyAsync()).Cut();
        var peer = await bot.ConnectsAsync();
        await peer.HelloAsync("120000");
        await peer.ReceiveAsync(6);
        await bot.Clock.WaitedForAsync(TimeSpan.FromSeconds(30));
        bot.Clock.Advance(TimeSpan.FromSeconds(20));
        await peer.DispatchAsync("INTERACTION_CREATE", 2, RunningBot.Interaction(1));
        await bot.HandlesAsync(1);
        bot.Clock.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(GatewayState.Resuming, bot.Client.State);
        bot.Clock.Advance(TimeSpan.FromSeconds(10));
        await peer.Closed;
        var next = await bot.ConnectsAsync();
        await next.HelloAsync();
        await next.ReceiveAsync(6);
    }

    [Fact]
    public async Task BacksOffFromAServerThatRefuses()
    {
        await using var discord = new FakeDiscord { Upgrade = _ => FakeReply.Empty(503) };
        await using var bot = new RunningBot(discord).Start();
        await bot.IsAsync(GatewayState.Backoff);
        var started = bot.Clock.GetTimestamp();
        await Patience.UntilAsync(() => discord.Upgrades >= 8, "eight tries", () =>
        {
            if (bot.Client.State == GatewayState.Backoff) bot.Clock.Advance(TimeSpan.FromMilliseconds(500));
        });
        Assert.True(bot.Clock.GetElapsedTime(started) >= TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task WaitsAsLongAsARefusedUpgradeAsks()
    {
        await using var discord = new FakeDiscord();
        discord.Upgrade = _ => discord.Upgrades == 1 ? FakeReply.Empty(429).With(("Retry-After", "33.5")) : null;
        await using var bot = new RunningBot(discord).Start();
        await bot.IsAsync(GatewayState.Backoff);
        var started = bot.Clock.GetTimestamp();
        await bot.ConnectsAsync();
        Assert.True(bot.Clock.GetElapsedTime(started) >= TimeSpan.FromSeconds(33.4));
    }

    [Fact]
    public async Task ResumesWhereReadySaysWithTheSameQuery()
    {
        await using var discord = new FakeDiscord();
        await using var bot = new RunningBot(discord, options: o => o with { GatewayUrl = new Uri(o.GatewayUrl!, "/gw?x=1") }).Start();
        var first = await bot.BecomesReadyAsync(resumeUrl: $"ws://localhost:{discord.Port}/resume-here");
        Assert.Equal("/gw?v=10&encoding=json&x=1", first.Request.Target);
        first.Cut();
        Assert.Equal("/resume-here?v=10&encoding=json&x=1", (await bot.ConnectsAsync()).Request.Target);
    }

    [Theory]
    [Fault("A32")]
    [InlineData("ws://evil.example")]
    [InlineData("wss://evil.example")]
    [InlineData("wss://discord.gg.evil.example")]
    [InlineData("wss://evildiscord.gg")]
    [InlineData("ws://gateway.discord.gg")]
    [InlineData("https://gateway.discord.gg")]
    [InlineData("")]
    [InlineData("nonsense")]
    public async Task ResumesAtTheUsualAddressWhenReadysIsNotTrusted(string address)
    {
        await using var discord = new FakeDiscord();
        await using var bot = new RunningBot(discord).Start();
        (await bot.BecomesReadyAsync(resumeUrl: address)).Cut();
        Assert.Contains(bot.Logs.Lines, line =>
            line.StartsWith("Warning", StringComparison.Ordinal) && line.Contains("may be trusted", StringComparison.Ordinal));
        var next = await bot.ConnectsAsync();
        await next.HelloAsync();
        await next.ReceiveAsync(6);
    }
}
