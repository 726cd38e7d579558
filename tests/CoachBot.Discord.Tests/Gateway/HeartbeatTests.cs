using System.Text.Json;
using CoachBot.Discord.Gateway.Line;
using CoachBot.Discord.Tests.Fakes;

namespace CoachBot.Discord.Tests.Gateway;

public sealed class HeartbeatTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(41_250);

    [Fact]
    public async Task BeatsAfterHalfAnIntervalThenEachInterval()
    {
        await using var discord = new FakeDiscord();
        await using var bot = new RunningBot(discord, random: 0.5).Start();
        var peer = await bot.BecomesReadyAsync();
        await bot.Clock.PassAsync(Interval / 2);
        Assert.Equal(1, (await peer.BeatAsync()).GetInt64());
        await peer.DispatchAsync("TYPING_START", 7, "{}");
        await peer.SettleAsync();
        for (var i = 0; i < 3; i++)
        {
            await bot.Clock.PassAsync(Interval);
            Assert.Equal(7, (await peer.BeatAsync()).GetInt64());
            await peer.SettleAsync();
        }

        Assert.False(peer.IsClosed);
    }

    [Fact]
    public async Task BeatsWithNullBeforeAnySequence()
    {
        await using var discord = new FakeDiscord();
        await using var bot = new RunningBot(discord).Start();
        var peer = await bot.ConnectsAsync();
        await peer.HelloAsync();
        await peer.ReceiveAsync(2);
        await peer.SendAsync("""{"op":1,"d":null}""");
        Assert.Equal(JsonValueKind.Null, (await peer.BeatAsync()).ValueKind);
    }

    [Fact]
    public async Task TakesSequenceZeroForASequence()
    {
        await using var discord = new FakeDiscord();
        await using var bot = new RunningBot(discord).Start();
        var peer = await bot.ConnectsAsync();
        await peer.HelloAsync();
        await peer.ReceiveAsync(2);
        await bot.ReadyAsync(peer, sequence: 0);
        await peer.SendAsync("""{"op":1}""");
        Assert.Equal(0, (await peer.BeatAsync()).GetInt64());
        peer.Cut();
        var next = await bot.ConnectsAsync();
        await next.HelloAsync();
        Assert.Equal(0, (await next.ReceiveAsync(6)).GetProperty("seq").GetInt64());
    }

    [Fact]
    [Fault("A18")]
    public async Task AnswersARequestedBeatAtOnceAndKeepsItsSchedule()
    {
        await using var discord = new FakeDiscord();
        await using var bot = new RunningBot(discord).Start();
        var peer = await bot.BecomesReadyAsync();
        for (var i = 0; i < 3; i++)
        {
            await peer.SendAsync("""{"op":1,"d":1}""");
            await peer.BeatAsync();
        }

        await bot.Clock.PassAsync(Interval / 2);
        await peer.BeatAsync();
        await bot.Clock.WaitedForAsync(Interval);
        Assert.Equal(0, peer.Beats.Reader.Count);
    }

    [Fact]
    [Fault("A1", "A19")]
    public async Task LeavesALineThatDoesNotAcknowledgeAndResumes()
    {
        await using var discord = new FakeDiscord();
        await using var bot = new RunningBot(discord).Start();
        var peer = await bot.BecomesReadyAsync("s1");
        peer.Acknowledges = false;
        var dead = bot.Clock.GetTimestamp();
        await bot.Clock.PassAsync(Interval / 2);
        await peer.BeatAsync();
        await bot.Clock.PassAsync(Interval);
        var code = await peer.Closed;
        Assert.NotNull(code);
        Assert.DoesNotContain(code.Value, new[] { 1000, 1001 });

        // A19: what the dead line owed must not end the next one.
        var next = await bot.ConnectsAsync();
        await next.HelloAsync();
        var resume = await next.ReceiveAsync(6);
        Assert.Equal("s1", resume.GetProperty("session_id").GetString());
        Assert.Equal(1, resume.GetProperty("seq").GetInt64());
        await next.DispatchAsync("RESUMED", 2, "{}");
        await bot.IsAsync(GatewayState.Ready);
        Assert.InRange(bot.Clock.GetElapsedTime(dead), TimeSpan.Zero, 2 * Interval + TimeSpan.FromSeconds(1));
        await bot.Clock.PassAsync(Interval / 2);
        await next.BeatAsync();
        await next.SettleAsync();
        await bot.Clock.PassAsync(Interval);
        await next.BeatAsync();
        Assert.False(next.IsClosed);
        Assert.Equal(2, discord.Upgrades);
        Assert.Single(bot.Sessions);
    }

    [Theory]
    [Fault("A17")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1e12")]
    [InlineData("\"x\"")]
    [InlineData("null")]
    [InlineData("{}")]
    public async Task ReconnectsLaterWhenTheIntervalIsNonsense(string interval)
    {
        await using var discord = new FakeDiscord();
        await using var bot = new RunningBot(discord).Start();
        var peer = await bot.ConnectsAsync();
        await peer.HelloAsync(interval);
        await peer.Closed;
        await bot.IsAsync(GatewayState.Backoff);
        Assert.Equal(1, discord.Upgrades);
        await bot.BecomesReadyAsync();
    }

    [Theory]
    [InlineData("""{"heartbeat_interval":41250}""", 41_250.0)]
    [InlineData("""{"heartbeat_interval":41250.5}""", 41_250.5)]
    [InlineData("""{"heartbeat_interval":200}""", 200.0)]
    [InlineData("""{"heartbeat_interval":1}""", 100.0)]
    [InlineData("""{"heartbeat_interval":600000}""", 120_000.0)]
    [InlineData("""{}""", null)]
    [InlineData("""[]""", null)]
    [InlineData("null", null)]
    [InlineData("", null)]
    public void KeepsTheIntervalWithinBounds(string hello, double? milliseconds) =>
        Assert.Equal(milliseconds, Heartbeat.ReadInterval(System.Text.Encoding.UTF8.GetBytes(hello))?.TotalMilliseconds);

    [Fact]
    [Fault("A33")]
    public async Task LeavesTheLineWhenTheProcessStoodStill()
    {
        await using var discord = new FakeDiscord();
        await using var bot = new RunningBot(discord).Start();
        var peer = await bot.BecomesReadyAsync();
        await bot.Clock.WaitedForAsync(Interval / 2);
        bot.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.DoesNotContain((await peer.Closed)!.Value, new[] { 1000, 1001 });
        Assert.Equal(0, peer.Beats.Reader.Count);
        var awake = bot.Clock.GetTimestamp();
        var next = await bot.ConnectsAsync();
        await next.HelloAsync();
        await next.ReceiveAsync(6);
        Assert.InRange(bot.Clock.GetElapsedTime(awake), TimeSpan.Zero, TimeSpan.FromSeconds(5));
        Assert.Contains(bot.Logs.Lines, line => line.Contains("stood still", StringComparison.Ordinal));
    }
}
