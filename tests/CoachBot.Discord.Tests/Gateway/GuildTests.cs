using System.Text;
using CoachBot.Discord.Tests.Fakes;

namespace CoachBot.Discord.Tests.Gateway;

public sealed class GuildTests
{
    [Fact]
    [Fault("A35")]
    public async Task TellsWhoJoinedAndWhoLeftInOrderAndNothingOfAnOutage()
    {
        await using var discord = new FakeDiscord();
        await using var bot = new RunningBot(discord, options: o => o with { Intents = 1 }).ListeningToGuilds().Start();
        var peer = await bot.ConnectsAsync();
        await peer.HelloAsync();
        await peer.ReceiveAsync(2);
        await bot.SendReadyAsync(peer, guilds: """[{"id":"11","unavailable":true},{"id":12},{"no":"id"},null,{"id":"x"}]""");
        await peer.DispatchAsync("GUILD_CREATE", 2, """{"id":"11","members":[{}]}""");
        await peer.DispatchAsync("GUILD_DELETE", 3, """{"id":"11","unavailable":true}""");
        await peer.DispatchAsync("GUILD_DELETE", 4, """{"id":"12"}""");
        await peer.DispatchAsync("GUILD_DELETE", 5, """{"unavailable":null,"id":"13"}""");
        await peer.DispatchAsync("GUILD_DELETE", 6, """{"id":[]}""");
        await peer.DispatchAsync("GUILD_DELETE", 7, "null");
        await peer.DispatchAsync("GUILD_CREATE", 8, """{"id":"12"}""");
        await Patience.UntilAsync(() => bot.Guilds.Count >= 5, "five pieces of news");
        await peer.SettleAsync();
        Assert.Equal(
            ["Listed 11,12", "Joined 11", "Left 12", "Left 13", "Joined 12"], bot.Guilds.Select(news => $"{news.Kind} {string.Join(',', news.Guilds)}"));
        Assert.All(bot.Guilds, news => Assert.Equal((0, 1), (news.ShardId, news.ShardCount)));
        Assert.Contains(bot.Logs.Lines, line => line.Contains("unavailable for now", StringComparison.Ordinal));
        Assert.Contains(bot.Logs.Lines, line => line.Contains("the bot was removed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AListenerThatFailsHearsTheNextNews()
    {
        await using var discord = new FakeDiscord();
        var bot = new RunningBot(discord);
        bot.Client.Guilds += (news, _) => news.Kind == GuildNewsKind.Listed ? throw new InvalidOperationException("no") : Task.CompletedTask;
        await using var running = bot.ListeningToGuilds().Start();
        var peer = await bot.BecomesReadyAsync();
        await peer.DispatchAsync("GUILD_DELETE", 4, """{"id":"12"}""");
        await Patience.UntilAsync(() => bot.Guilds.Any(news => news.Kind == GuildNewsKind.Left), "the news after the failure");
    }

    [Theory]
    [InlineData("""{"id":"7","name":"x"}""", 7UL)]
    [InlineData("""{"name":"x","roles":[{"id":"1"}],"owner":{"id":"2"},"id":"7"}""", 7UL)]
    [InlineData("""{"id":7}""", 7UL)]
    [InlineData("""{"id":"7","rest":{{{ not even JSON""", 7UL)]
    [InlineData("""{"id":"-7"}""", null)]
    [InlineData("""{"id":""}""", null)]
    [InlineData("""{}""", null)]
    [InlineData("""[1]""", null)]
    [InlineData("", null)]
    public void ReadsTheIdAndStopsThere(string data, ulong? id) => Assert.Equal(id, GuildEvent.Id(Encoding.UTF8.GetBytes(data)));

    [Fact]
    public void ALargeServerCostsNoObjects()
    {
        var members = string.Join(',', Enumerable.Range(0, 2000).Select(i => $$$"""{"user":{"id":"{{{i}}}","username":"somebody"},"roles":["1","2"]}"""));
        var frame = Encoding.UTF8.GetBytes($$$"""{"t":"GUILD_CREATE","s":5,"op":0,"d":{"members":[{{{members}}}],"id":"7"}}""");
        Assert.Equal(7UL, GuildEvent.Id(Envelope.Read(frame).Data.Span));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var envelope = Envelope.Read(frame);
        GuildEvent.Id(envelope.Data.Span);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1000);
        Assert.Equal((0, 5L, EventKind.GuildCreate), (envelope.Op, envelope.Sequence, envelope.Event));
    }
}
