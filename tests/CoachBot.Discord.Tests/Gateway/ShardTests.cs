using CoachBot.Discord.Tests.Fakes;

namespace CoachBot.Discord.Tests.Gateway;

public sealed class ShardTests
{
    private static FakeReply Told(FakeDiscord discord, int shards, int concurrency) => FakeReply.Json(
        $$$"""{"url":"{{{discord.GatewayUrl}}}","shards":{{{shards}}},"session_start_limit":{"total":1000,"remaining":999,"reset_after":0,"max_concurrency":{{{concurrency}}}}}""");

    /// <summary>As many shards as Discord recommends.</summary>
    private static RunningBot Bot(FakeDiscord discord, int shards, int concurrency = 1)
    {
        discord.Answer = request => request.Route == "GET gateway/bot" ? Told(discord, shards, concurrency) : null;
        return new RunningBot(discord, options: o => o with { GatewayUrl = null });
    }

    private static async Task<(GatewayPeer Peer, string Shard)> IdentifiesAsync(RunningBot bot)
    {
        var peer = await bot.ConnectsAsync();
        await peer.HelloAsync();
        return (peer, (await peer.ReceiveAsync(2)).GetProperty("shard").GetRawText());
    }

    [Fact]
    public async Task ASingleShardIsNotMentioned()
    {
        await using var discord = new FakeDiscord();
        await using var bot = Bot(discord, 1).Start();
        var peer = await bot.ConnectsAsync();
        await peer.HelloAsync();
        Assert.False((await peer.ReceiveAsync(2)).TryGetProperty("shard", out _));
    }

    [Fact]
    public async Task AsManyAsRecommendedIdentifyInOrderFiveSecondsApartAndAreReadyTogether()
    {
        await using var discord = new FakeDiscord();
        await using var bot = Bot(discord, 3).Start();
        var (zero, shard) = await IdentifiesAsync(bot);
        Assert.Equal("[0,3]", shard);
        await bot.SendReadyAsync(zero, "s0");
        for (var i = 1; i < 3; i++)
        {
            var before = bot.Clock.GetTimestamp();
            var (peer, next) = await IdentifiesAsync(bot);
            Assert.Equal($"[{i},3]", next);
            Assert.InRange(bot.Clock.GetElapsedTime(before), TimeSpan.FromSeconds(4.9), TimeSpan.FromSeconds(5.2));
            Assert.NotEqual(GatewayState.Ready, bot.Client.State);
            await bot.SendReadyAsync(peer, $"s{i}");
        }

        await bot.IsAsync(GatewayState.Ready);
        Assert.Single(discord.Requests);
        // What is done once for the bot, as registering its commands, follows one READY only.
        await Patience.UntilAsync(() => !bot.Sessions.IsEmpty, "Ready");
        Assert.Equal("s0", Assert.Single(bot.Sessions).SessionId);
    }

    [Fact]
    public async Task AsManyIdentifyTogetherAsDiscordAllows()
    {
        await using var discord = new FakeDiscord();
        await using var bot = Bot(discord, 4, concurrency: 2).Start();
        var before = bot.Clock.GetTimestamp();
        var together = new[] { await IdentifiesAsync(bot), await IdentifiesAsync(bot) };
        Assert.Equal(["[0,4]", "[1,4]"], together.Select(one => one.Shard).Order());
        Assert.InRange(bot.Clock.GetElapsedTime(before), TimeSpan.Zero, TimeSpan.FromSeconds(1));
        var after = new[] { await IdentifiesAsync(bot), await IdentifiesAsync(bot) };
        Assert.Equal(["[2,4]", "[3,4]"], after.Select(one => one.Shard).Order());
        Assert.InRange(bot.Clock.GetElapsedTime(before), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(6));
    }

    [Fact]
    public async Task ASecondProcessRunsOnlyItsShards()
    {
        await using var discord = new FakeDiscord();
        await using var bot = new RunningBot(discord, options: o => o with { ShardCount = 4, ShardIds = [3, 2] }).Start();
        var (two, shard) = await IdentifiesAsync(bot);
        Assert.Equal("[2,4]", shard);
        await bot.SendReadyAsync(two, "s2");
        var (three, other) = await IdentifiesAsync(bot);
        Assert.Equal("[3,4]", other);
        await bot.SendReadyAsync(three, "s3");
        await bot.IsAsync(GatewayState.Ready);
        Assert.Equal(2, discord.Upgrades);
    }

    [Fact]
    public async Task EachShardResumesItsOwnSessionAndLeavesTheOthersInPeace()
    {
        await using var discord = new FakeDiscord();
        await using var bot = Bot(discord, 2, concurrency: 2).Start();
        var peers = new[] { await IdentifiesAsync(bot), await IdentifiesAsync(bot) }.OrderBy(one => one.Shard).Select(one => one.Peer).ToArray();
        await bot.SendReadyAsync(peers[0], "s0", sequence: 10);
        await bot.SendReadyAsync(peers[1], "s1", sequence: 20);
        await bot.IsAsync(GatewayState.Ready);
        peers[1].Cut();
        var next = await bot.ConnectsAsync();
        Assert.NotEqual(GatewayState.Ready, bot.Client.State);
        await next.HelloAsync();
        var resume = await next.ReceiveAsync(6);
        Assert.Equal(("s1", 20), (resume.GetProperty("session_id").GetString(), resume.GetProperty("seq").GetInt64()));
        await next.DispatchAsync("RESUMED", 21, "{}");
        await bot.IsAsync(GatewayState.Ready);
        await peers[0].SettleAsync();
        Assert.False(peers[0].IsClosed);
    }

    [Fact]
    public async Task AFatalCloseOfOneShardEndsAllShards()
    {
        await using var discord = new FakeDiscord();
        await using var bot = Bot(discord, 2, concurrency: 2).Start();
        var peers = new[] { await IdentifiesAsync(bot), await IdentifiesAsync(bot) };
        await bot.SendReadyAsync(peers[0].Peer);
        await peers[1].Peer.CloseAsync(4011);
        var fatal = await Assert.ThrowsAsync<FatalDiscordException>(() => bot.Run.WaitAsync(Patience.Bound, TimeProvider.System));
        Assert.Contains("ShardCount", fatal.Message, StringComparison.Ordinal);
        Assert.Equal(1000, await peers[0].Peer.Closed);
        Assert.Equal(GatewayState.Fatal, bot.Client.State);
    }

    [Fact]
    public async Task StopsAllShardsCleanly()
    {
        await using var discord = new FakeDiscord();
        await using var bot = Bot(discord, 2, concurrency: 2).Start();
        var peers = new[] { await IdentifiesAsync(bot), await IdentifiesAsync(bot) };
        await bot.StopAsync();
        foreach (var (peer, _) in peers) Assert.Equal(1000, await peer.Closed);
        Assert.Equal(GatewayState.Closed, bot.Client.State);
    }

    [Fact]
    public async Task WarnsBeforeAShardHasTooManyServers()
    {
        await using var discord = new FakeDiscord();
        await using var bot = new RunningBot(discord).Start();
        var peer = await bot.ConnectsAsync();
        await peer.HelloAsync();
        await peer.ReceiveAsync(2);
        await bot.SendReadyAsync(peer, guilds: $"[{string.Join(',', Enumerable.Range(1, 2001).Select(id => $$"""{"id":"{{id}}","unavailable":true}"""))}]");
        await bot.IsAsync(GatewayState.Ready);
        Assert.Contains(bot.Logs.Lines, line =>
            line.StartsWith("Warning", StringComparison.Ordinal) && line.Contains("2001 servers", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(null, "0")]
    [InlineData(2, "")]
    [InlineData(2, "2")]
    [InlineData(2, "-1")]
    [InlineData(2, "1,1")]
    public async Task RefusesShardsThatMakeNoSense(int? count, string? ids)
    {
        await using var discord = new FakeDiscord();
        Assert.Throws<ArgumentException>(() => new RunningBot(discord, options: o => o with
        {
            ShardCount = count,
            ShardIds = ids?.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse).ToList(),
        }));
    }
}
