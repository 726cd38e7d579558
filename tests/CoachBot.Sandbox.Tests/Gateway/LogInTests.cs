using System.IO.Compression;
using System.Text.Json.Nodes;

namespace CoachBot.Sandbox.Tests.Gateway;

public sealed class LogInTests
{
    [Fact]
    public async Task GatewayBotNamesTheSandboxsOwnGateway()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = RawBot.Offline(sandbox);
        var reply = await bot.RestAsync("GET", "gateway/bot");
        Assert.Equal($"ws://{sandbox.PageUrl.Authority}/gateway", (string)reply.Json["url"]!);
    }

    [Fact]
    public async Task HelloComesFirst()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = RawBot.Offline(sandbox);
        var hello = await bot.ReconnectAsync();
        Assert.Equal(10, (int)hello["op"]!);
        Assert.Equal(41250, (int)hello["d"]!["heartbeat_interval"]!);
    }

    [Fact]
    public async Task ReadyNamesUserApplicationTeamsAndTheResumeAddress()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = await RawBot.ConnectAsync(sandbox, sandbox.BotToken);
        await bot.IdentifyAsync();
        var ready = await bot.EventAsync("READY");
        Assert.Equal("CoachBot", (string)ready["user"]!["username"]!);
        Assert.Equal((string)ready["user"]!["id"]!, (string)ready["application"]!["id"]!);
        Assert.Equal(sandbox.World.Teams.Select(team => team.Id.ToString()), ready["guilds"]!.AsArray()
            .Select(guild => (string)guild!["id"]!));
        Assert.All(ready["guilds"]!.AsArray(), guild => Assert.True((bool)guild!["unavailable"]!));
        Assert.Equal($"ws://{sandbox.PageUrl.Authority}/gateway", (string)ready["resume_gateway_url"]!);
        Assert.Equal(1, bot.LastSeq);
    }

    [Fact]
    public async Task TeamsAreSentOnlyWithTheGuildsIntent()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var with = await RawBot.LogInAsync(sandbox, "with", intents: 1);
        var first = await with.EventAsync("GUILD_CREATE");
        var second = await with.EventAsync("GUILD_CREATE");
        Assert.Equal(["Northside Track", "Westside Runners"], [(string)first["name"]!, (string)second["name"]!]);
        Assert.Equal(2, first["channels"]!.AsArray().Count);
        Assert.Equal(with.ApplicationId, (string)Assert.Single(first["members"]!.AsArray())!["user"]!["id"]!);

        await using var without = await RawBot.LogInAsync(sandbox, "without", intents: 0);
        await without.SendAsync(1, null);
        Assert.Equal(11, (int)(await without.NextAsync())["op"]!);
    }

    [Fact]
    public async Task AShardGetsItsOwnTeamsOnly()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = await RawBot.ConnectAsync(sandbox);
        await bot.IdentifyAsync(shard: new JsonArray(1, 2));
        var ready = await bot.EventAsync("READY");
        var own = sandbox.World.Teams.Where(team => (team.Id >> 22) % 2 == 1).Select(team => team.Id.ToString());
        Assert.Equal(own, ready["guilds"]!.AsArray().Select(guild => (string)guild!["id"]!));
        Assert.Equal("[1,2]", ready["shard"]!.ToJsonString());
    }

    [Fact]
    public async Task EachTokenIsABotOfItsOwn()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var one = await RawBot.LogInAsync(sandbox, "one");
        await using var two = await RawBot.LogInAsync(sandbox, "two");
        await using var told = await RawBot.LogInAsync(sandbox, "MTIzNDU2Nzg5MDEyMzQ1Njc4.x.y");
        Assert.NotEqual(one.ApplicationId, two.ApplicationId);
        Assert.Equal("123456789012345678", told.ApplicationId);
        Assert.Equal("Guest bot 3", (string)(await told.RestAsync("GET", "users/@me")).Json["username"]!);
    }

    [Fact]
    public async Task TheTokenMayComeWithTheWordBot()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = await RawBot.ConnectAsync(sandbox, "Bot word");
        await bot.IdentifyAsync();
        await bot.EventAsync("READY");
        await using var plain = RawBot.Offline(sandbox, "word");
        Assert.Equal(bot.ApplicationId, (string)(await plain.RestAsync("GET", "users/@me")).Json["id"]!);
    }

    [Fact]
    public async Task ZlibStreamIsOneContextForAllPayloads()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = await RawBot.ConnectAsync(sandbox, query: "?v=10&encoding=json&compress=zlib-stream");
        using var received = new MemoryStream();
        using var inflated = new ZLibStream(received, CompressionMode.Decompress);
        Assert.Equal(10, (int)(await NextAsync())["op"]!);
        await bot.IdentifyAsync(intents: 1);
        Assert.Equal("READY", (string)(await NextAsync())["t"]!);
        Assert.Equal("GUILD_CREATE", (string)(await NextAsync())["t"]!);

        async Task<JsonObject> NextAsync()
        {
            var bytes = (await bot.NextBytesAsync())!;
            Assert.Equal([0x00, 0x00, 0xFF, 0xFF], bytes[^4..]);
            var at = received.Position;
            received.Write(bytes);
            received.Position = at;
            var buffer = new byte[64 * 1024];
            var length = inflated.Read(buffer);
            while (!TryParse(buffer.AsSpan(0, length), out _)) length += inflated.Read(buffer, length, buffer.Length - length);
            Assert.True(TryParse(buffer.AsSpan(0, length), out var payload));
            return payload!;
        }

        static bool TryParse(ReadOnlySpan<byte> bytes, out JsonObject? payload)
        {
            try
            {
                payload = JsonNode.Parse(bytes)!.AsObject();
                return true;
            }
            catch (System.Text.Json.JsonException)
            {
                payload = null;
                return false;
            }
        }
    }

    [Fact]
    public async Task MessagesComeWithTheirIntentAndTheirTextOnlyWithTheOther()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var blind = await RawBot.LogInAsync(sandbox, "blind", intents: 1 << 9);
        await using var reading = await RawBot.LogInAsync(sandbox, "reading", intents: (1 << 9) | (1 << 15));
        await sandbox.As("Maya").TypeAsync("Good morning", TestContext.Current.CancellationToken);
        Assert.Equal("", (string)(await blind.EventAsync("MESSAGE_CREATE"))["content"]!);
        Assert.Equal("Good morning", (string)(await reading.EventAsync("MESSAGE_CREATE"))["content"]!);

        var channel = sandbox.World.Channels[0].Id;
        await blind.RestAsync("POST", $"channels/{channel}/messages", new JsonObject { ["content"] = "My own" });
        Assert.Equal("My own", (string)(await blind.EventAsync("MESSAGE_CREATE"))["content"]!);
    }
}
