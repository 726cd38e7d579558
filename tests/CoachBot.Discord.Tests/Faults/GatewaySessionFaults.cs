using CoachBot.Discord.Tests.Fakes;
using Microsoft.Extensions.Time.Testing;

namespace CoachBot.Discord.Tests.Faults;

/// <summary>A12 (4001, 4002), A14, A27, A28: sessions that break, and what identifying may cost.</summary>
public sealed class GatewaySessionFaults
{
    [Fact]
    [Fault("A14")]
    public async Task ASessionThatCannotBeResumedIsGivenUpWithin95Seconds()
    {
        await using var discord = new FakeDiscord();
        await using var bot = new RunningBot(discord, random: 1).Start();
        (await bot.BecomesReadyAsync()).Cut();
        var dropped = bot.Clock.GetTimestamp();
        for (var i = 0; i < 3; i++)
        {
            var peer = await bot.ConnectsAsync();
            await peer.HelloAsync();
            await peer.ReceiveAsync(6);
            peer.Cut();
        }

        await bot.BecomesReadyAsync("s2");
        Assert.InRange(bot.Clock.GetElapsedTime(dropped), TimeSpan.Zero, TimeSpan.FromSeconds(95));
        Assert.Equal("s2", bot.Client.Session!.SessionId);
        await Patience.UntilAsync(() => bot.Sessions.Count == 2, "Ready of the new session");
    }

    [Fact]
    [Fault("A27")]
    public async Task WithNoIdentifyLeftNoneIsSentUntilTheReset()
    {
        await using var discord = new FakeDiscord();
        discord.Answer = r => r.Route == "GET gateway/bot"
            ? FakeReply.Json($$$"""{"url":"{{{discord.GatewayUrl}}}","shards":1,"session_start_limit":{"total":1000,"remaining":0,"reset_after":14400000,"max_concurrency":1}}""")
            : null;
        await using var bot = new RunningBot(discord, options: o => o with { GatewayUrl = null }).Start();
        await bot.Clock.WaitedForAsync(TimeSpan.FromHours(4));
        bot.Clock.Advance(TimeSpan.FromHours(4) - TimeSpan.FromSeconds(1));
        Assert.Equal(GatewayState.Backoff, bot.Client.State);
        Assert.Equal(0, discord.Upgrades);
        Assert.Contains(bot.Logs.Lines, line =>
            line.StartsWith("Error: Too many new sessions", StringComparison.Ordinal) && line.Contains("240 min", StringComparison.Ordinal));
        bot.Clock.Advance(TimeSpan.FromSeconds(1));
        await bot.BecomesReadyAsync();
    }

    [Fact]
    [Fault("A28")]
    public async Task ADayOfSessionsThatDieAfterTwentySecondsCostsUnderTwoHundredIdentifies()
    {
        await using var discord = new FakeDiscord();
        await using var bot = new RunningBot(discord).Start();
        var started = bot.Clock.GetTimestamp();
        var identifies = 0;
        while (bot.Clock.GetElapsedTime(started) < TimeSpan.FromHours(24))
        {
            var peer = await bot.BecomesReadyAsync(step: TimeSpan.FromSeconds(identifies switch { < 50 => 1, < 100 => 20, _ => 60 }));
            identifies++;
            bot.Clock.Advance(TimeSpan.FromSeconds(20));
            await peer.CloseAsync(4009);
            await bot.IsAsync(GatewayState.Backoff);
        }

        Assert.InRange(identifies, 100, 199);
        Assert.Contains(bot.Logs.Lines, line => line.StartsWith("Error: Too many new sessions", StringComparison.Ordinal));
    }

    [Theory]
    [Fault("A12")]
    [InlineData(4001)]
    [InlineData(4002)]
    public void ThreeUndecodablePayloadsInTenMinutesPauseTheSessionForTen(int code)
    {
        var time = new FakeTimeProvider();
        var policy = new ReconnectPolicy(time, new Jitter(new FixedRandom(1)));
        var unreadable = CloseCodes.Meaning(code) with { Completed = true, Proven = true };
        Assert.True(policy.After(unreadable, true).Resume);
        time.Advance(TimeSpan.FromMinutes(9));
        Assert.True(policy.After(unreadable, true) is { Resume: true, Silent: false });
        time.Advance(TimeSpan.FromSeconds(50));
        Assert.Equal(new Plan(false, TimeSpan.FromMinutes(10), Silent: true), policy.After(unreadable, true));
        time.Advance(TimeSpan.FromMinutes(20));
        Assert.True(policy.After(unreadable, true) is { Resume: true, Silent: false });
    }

    [Fact]
    [Fault("A12")]
    public async Task NothingIsSentWhileSilentAndSomebodyIsTold()
    {
        await using var discord = new FakeDiscord();
        await using var bot = new RunningBot(discord).Start();
        var peer = await bot.BecomesReadyAsync();
        for (var i = 0; i < 2; i++)
        {
            await peer.CloseAsync(4002);
            peer = await bot.ConnectsAsync();
            await peer.HelloAsync();
            await peer.ReceiveAsync(6);
            await peer.DispatchAsync("RESUMED", 2, "{}");
            await bot.IsAsync(GatewayState.Ready);
        }

        await peer.CloseAsync(4002);
        await bot.Clock.WaitedForAsync(TimeSpan.FromMinutes(10));
        bot.Clock.Advance(TimeSpan.FromMinutes(9.9));
        Assert.Equal(3, discord.Upgrades);
        Assert.Contains(bot.Logs.Lines, line =>
            line.StartsWith("Error", StringComparison.Ordinal) && line.Contains("nothing more is sent for ten minutes", StringComparison.Ordinal));
        await bot.BecomesReadyAsync("s2");
    }
}
