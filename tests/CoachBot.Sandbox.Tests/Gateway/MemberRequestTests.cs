using System.Text.Json.Nodes;

namespace CoachBot.Sandbox.Tests.Gateway;

/// <summary>Op 8 and op 4: answered, or closed for; never silence.</summary>
public sealed class MemberRequestTests
{
    private const int Members = 1 << 1, Presences = 1 << 8;

    [Theory]
    [InlineData("", 0, new[] { "Coach Kim", "Maya", "Ana", "Guest bot 1", "Club Office" })]
    [InlineData("", 2, new[] { "Coach Kim", "Maya" })]
    [InlineData("ma", 10, new[] { "Maya" })]
    [InlineData("zoe", 10, new string[0])]
    public async Task MembersAreFoundByTheBeginningOfTheirName(string query, int limit, string[] names)
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = await RawBot.LogInAsync(sandbox, intents: Members);
        await bot.SendAsync(8, new JsonObject { ["guild_id"] = Guild(sandbox), ["query"] = query, ["limit"] = limit, ["nonce"] = "n1" });
        var chunk = await bot.EventAsync("GUILD_MEMBERS_CHUNK");
        Assert.Equal(names, chunk["members"]!.AsArray()
            .Select(member => (string?)member!["user"]!["global_name"] ?? (string)member["user"]!["username"]!));
        Assert.Equal((Guild(sandbox), 0, 1, "n1"),
            ((string)chunk["guild_id"]!, (int)chunk["chunk_index"]!, (int)chunk["chunk_count"]!, (string)chunk["nonce"]!));
    }

    [Fact]
    public async Task MembersAreAskedForByIdAndTheMissingAreNamed()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = await RawBot.LogInAsync(sandbox);
        var (maya, zoe) = (sandbox.As("Maya").Id.ToString(), sandbox.As("Zoe").Id.ToString());
        foreach (var ids in (JsonNode[])[new JsonArray(maya, zoe), maya])
        {
            await bot.SendAsync(8, new JsonObject { ["guild_id"] = Guild(sandbox), ["user_ids"] = ids.DeepClone(), ["limit"] = 0 });
            var chunk = await bot.EventAsync("GUILD_MEMBERS_CHUNK");
            Assert.Equal("Maya", (string)Assert.Single(chunk["members"]!.AsArray())!["user"]!["global_name"]!);
            Assert.Equal(ids is JsonArray ? [zoe] : [], chunk["not_found"]!.AsArray().Select(id => (string)id!));
        }
    }

    public static TheoryData<int, string, int> Wrong => new()
    {
        { 8, """{"query":"","limit":0}""", 4014 },
        { 8, """{"query":"m","limit":1,"presences":true}""", 4014 },
        { 8, """{"guild_id":"5","query":"m","limit":1}""", 4002 },
        { 8, """{}""", 4002 },
        { 8, """{"query":"m"}""", 4002 },
        { 8, """{"query":"m","limit":-1}""", 4002 },
        { 8, """{"user_ids":["maya"]}""", 4002 },
        { 8, """{"query":7,"limit":"x","presences":"yes"}""", 4002 },
        { 4, """{"channel_id":null,"self_mute":false,"self_deaf":false}""", 4001 },
        { 31, """{"guild_ids":[]}""", 4001 },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task UnanswerableRequestsCloseTheConnectionWithAReason(int op, string json, int code)
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = await RawBot.LogInAsync(sandbox);
        var data = JsonNode.Parse(json)!.AsObject();
        if (!data.ContainsKey("guild_id")) data["guild_id"] = Guild(sandbox);
        await bot.SendAsync(op, data);
        Assert.Equal(code, await bot.ClosedWithAsync());
    }

    [Theory]
    [InlineData(1 | Members, 1)]
    [InlineData(1, 1)]
    [InlineData(1 | Presences, 5)]
    [InlineData(1 | Members | Presences, 5)]
    public async Task ANewTeamsMembersComeOnlyWithThePresencesIntent(int intents, int count)
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = await RawBot.LogInAsync(sandbox, intents: intents);
        Assert.Equal(count, (await bot.EventAsync("GUILD_CREATE"))["members"]!.AsArray().Count);
    }

    private static string Guild(SandboxServer sandbox) => sandbox.World.Teams[0].Id.ToString();
}
