using CoachBot.Discord.Tests.Fakes;

namespace CoachBot.Discord.Tests.Gateway;

/// <summary>Op 9: Discord says that the session is invalid, or only interrupted.</summary>
public sealed class InvalidSessionTests
{
    [Fact]
    [Fault("A7")]
    public async Task ResumesAnInterruptedSession()
    {
        await using var discord = new FakeDiscord();
        await using var bot = new RunningBot(discord).Start();
        var peer = await bot.BecomesReadyAsync();
        await peer.SendAsync("""{"op":9,"d":true}""");
        var next = await bot.ConnectsAsync();
        await next.HelloAsync();
        await next.ReceiveAsync(6);
    }

    [Theory]
    [Fault("A8", "A9")]
    [InlineData(""","d":false""")]
    [InlineData("")]
    [InlineData(""","d":"true" """)]
    [InlineData(""","d":{"resumable":true}""")]
    [InlineData(""","d":null""")]
    public async Task IdentifiesAfterAMomentWhenTheSessionIsInvalid(string data)
    {
        await using var discord = new FakeDiscord();
        await using var bot = new RunningBot(discord).Start();
        var peer = await bot.BecomesReadyAsync(resumeUrl: $"ws://127.0.0.1:{discord.Port}/resume");
        bot.Clock.Advance(TimeSpan.FromSeconds(10));
        await peer.SendAsync($$"""{"op":9{{data}}}""");
        await bot.IsAsync(GatewayState.Backoff);
        var ended = bot.Clock.GetTimestamp();
        var next = await bot.ConnectsAsync();
        Assert.InRange(bot.Clock.GetElapsedTime(ended), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(6));
        Assert.Equal("/?v=10&encoding=json", next.Request.Target);
        await next.HelloAsync();
        await next.ReceiveAsync(2);
    }

    [Fact, Fault("A8")]
    public async Task ListensToTheOldLineUntilTheNextSessionHasBegun()
    {
        await using var discord = new FakeDiscord();
        await using var bot = new RunningBot(discord).Start();
        var old = await bot.BecomesReadyAsync();
        bot.Clock.Advance(TimeSpan.FromSeconds(10));
        await old.SendAsync("""{"op":9,"d":false}""");
        await bot.IsAsync(GatewayState.Backoff);
        await old.DispatchAsync("INTERACTION_CREATE", 50, RunningBot.Interaction(1));
        await bot.HandlesAsync(1);
        var next = await bot.ConnectsAsync();
        await next.HelloAsync();
        await next.ReceiveAsync(2);
        await old.DispatchAsync("INTERACTION_CREATE", 51, RunningBot.Interaction(2));
        await bot.HandlesAsync(2);
        await bot.ReadyAsync(next, "s2");
        Assert.Equal(4900, await old.Closed);
        // The old line's numbers are not the new session's.
        next.Cut();
        var after = await bot.ConnectsAsync();
        await after.HelloAsync();
        Assert.Contains("\"seq\":1", (await after.ReceiveAsync(6)).GetRawText(), StringComparison.Ordinal);
    }

    [Fact, Fault("A8")]
    public async Task GivesTheOldLineUpForAServerThatServesOneAtATime()
    {
        await using var discord = new FakeDiscord();
        await using var bot = new RunningBot(discord).Start();
        var old = await bot.BecomesReadyAsync();
        bot.Clock.Advance(TimeSpan.FromSeconds(10));
        await old.SendAsync("""{"op":9,"d":false}""");
        var next = await bot.ConnectsAsync();
        Assert.False(next.IsClosed);
        bot.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(4900, await old.Closed);
    }
}
