using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace CoachBot.Sandbox.Tests.Gateway;

public sealed class CloseCodeTests
{
    [Theory]
    [InlineData("{\"op\":99,\"d\":null}", 4003)]
    [InlineData("{\"op\":3,\"d\":{}}", 4003)]
    [InlineData("this is no JSON", 4002)]
    [InlineData("[]", 4002)]
    [InlineData("{\"op\":2,\"d\":5}", 4002)]
    [InlineData("{\"op\":2,\"d\":{\"token\":\"\",\"intents\":0,\"properties\":{}}}", 4004)]
    [InlineData("{\"op\":2,\"d\":{\"token\":\"x\",\"intents\":0}}", 4002)]
    [InlineData("{\"op\":2,\"d\":{\"token\":\"x\",\"intents\":0,\"properties\":{},\"shard\":[2,2]}}", 4010)]
    [InlineData("{\"op\":2,\"d\":{\"token\":\"x\",\"intents\":1073741824,\"properties\":{}}}", 4013)]
    [InlineData("{\"op\":6,\"d\":{\"token\":\"\",\"session_id\":\"x\",\"seq\":0}}", 4004)]
    public async Task BeforeIdentifying(string text, int code)
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = await RawBot.ConnectAsync(sandbox);
        await bot.SendTextAsync(text);
        Assert.Equal(code, await bot.ClosedWithAsync());
    }

    [Fact]
    public async Task AnUnknownOpcodeIs4001()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = await RawBot.LogInAsync(sandbox);
        await bot.SendAsync(99, null);
        Assert.Equal(4001, await bot.ClosedWithAsync());
    }

    [Fact]
    public async Task ASecondIdentifyIs4005()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = await RawBot.LogInAsync(sandbox);
        await bot.IdentifyAsync();
        Assert.Equal(4005, await bot.ClosedWithAsync());
    }

    [Fact]
    public async Task APayloadOfMoreThan4096BytesIs4002()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = await RawBot.LogInAsync(sandbox);
        await bot.SendAsync(3, new JsonObject { ["text"] = new string('x', 5000) });
        Assert.Equal(4002, await bot.ClosedWithAsync());
    }

    [Fact]
    public async Task MoreThan120EventsInAMinuteIs4008()
    {
        var time = new FakeTimeProvider(Start.Now);
        await using var sandbox = await Start.SandboxAsync(time);
        await using var bot = await RawBot.LogInAsync(sandbox);
        for (var i = 0; i < 119; i++) await bot.SendAsync(3, new JsonObject());
        for (var i = 0; i < 200; i++) await bot.SendAsync(1, null);
        for (var i = 0; i < 200; i++) Assert.Equal(11, (int)(await bot.NextAsync())["op"]!);
        await bot.SendAsync(3, new JsonObject());
        Assert.Equal(4008, await bot.ClosedWithAsync());
    }

    [Theory]
    [InlineData("?v=8&encoding=json")]
    [InlineData("?v=10&encoding=etf")]
    [InlineData("?v=10&encoding=json&compress=zstd-stream")]
    public async Task UnsupportedGatewayVersionsAndEncodingsAre4012(string query)
    {
        await using var sandbox = await Start.SandboxAsync();
        using var socket = new System.Net.WebSockets.ClientWebSocket();
        await socket.ConnectAsync(new Uri($"ws://{sandbox.PageUrl.Authority}/gateway{query}"), TestContext.Current.CancellationToken);
        var frame = await socket.ReceiveAsync(new byte[100], TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.WebSockets.WebSocketMessageType.Close, frame.MessageType);
        Assert.Equal(4012, (int)socket.CloseStatus!.Value);
    }

    [Fact]
    public async Task ABotsOwnPresenceIsTakenAndNeedsNoAnswer()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = await RawBot.LogInAsync(sandbox);
        await bot.SendAsync(3, new JsonObject());
        await bot.SendAsync(1, null);
        Assert.Equal(11, (int)(await bot.NextAsync())["op"]!);
    }
}
