using System.Text.Json.Nodes;

namespace CoachBot.Sandbox.Tests.Rules;

/// <summary>What a wrong message body breaks, with the field that Discord would name.</summary>
public sealed class LimitTests
{
    public static TheoryData<string, string> Wrong => new()
    {
        { Content(new string('x', 2001)), "content" },
        { """{"content":5}""", "content" },
        { """{"content":"x","flags":64}""", "flags" },
        { """{"content":"x","poll":{"question":{}}}""", "poll" },
        { """{"content":"x","nonce":"12345678901234567890123456"}""", "nonce" },
        { Embed($$"""{"title":"{{new string('x', 257)}}" }"""), "embeds.0.title" },
        { Embed($$"""{"description":"{{new string('x', 4097)}}"}"""), "embeds.0.description" },
        { Embed("""{"fields":[{"name":"","value":"x"}]}"""), "embeds.0.fields.0.name" },
        { Embed($$"""{"fields":[{"name":"x","value":"{{new string('x', 1025)}}"}]}"""), "embeds.0.fields.0.value" },
        { Embed("{\"fields\":[" + string.Join(',', Enumerable.Repeat("""{"name":"x","value":"x"}""", 26)) + "]}"), "embeds.0.fields" },
        { Embed("{\"footer\":{\"text\":\"" + new string('x', 2049) + "\"}}"), "embeds.0.footer.text" },
        { Embed("""{"title":"x","url":"ftp://example.org"}"""), "embeds.0.url" },
        { Embed("""{"title":"x","color":16777216}"""), "embeds.0.color" },
        { Embed("""{"title":"x","timestamp":"yesterday"}"""), "embeds.0.timestamp" },
        { "{\"embeds\":[" + string.Join(',', Enumerable.Repeat("""{"title":"x"}""", 11)) + "]}", "embeds" },
        { "{\"embeds\":[" + string.Join(',', Enumerable.Repeat($$"""{"description":"{{new string('x', 3001)}}"}""", 2)) + "]}", "embeds" },
        { Components("""{"type":2,"style":1,"label":"x","custom_id":"a"}"""), "components.0.type" },
        { Components("""{"type":99}"""), "components.0.type" },
        { Components(Row()), "components.0.components" },
        { Components(Row(Button("a"), Button("b"), Button("c"), Button("d"), Button("e"), Button("f"))), "components.0.components" },
        { Components([.. Enumerable.Range(0, 6).Select(i => Row(Button($"{i}")))]), "components" },
        { Components(Row(Button("same"), Button("same"))), "components.0.components.1.custom_id" },
        { Components(Row("""{"type":2,"style":1,"label":"x"}""")), "components.0.components.0.custom_id" },
        { Components(Row("""{"type":2,"style":1,"custom_id":"a"}""")), "components.0.components.0.label" },
        { Components(Row("""{"type":2,"style":9,"label":"x","custom_id":"a"}""")), "components.0.components.0.style" },
        { Components(Row("""{"type":2,"style":5,"label":"x","custom_id":"a","url":"https://example.org"}""")), "components.0.components.0.custom_id" },
        { Components(Row("""{"type":2,"style":5,"label":"x"}""")), "components.0.components.0.url" },
        { Components(Row($$"""{"type":2,"style":1,"label":"{{new string('x', 81)}}","custom_id":"a"}""")), "components.0.components.0.label" },
        { Components(Row($$"""{"type":2,"style":1,"label":"x","custom_id":"{{new string('x', 101)}}"}""")), "components.0.components.0.custom_id" },
        { Components(Row("""{"type":2,"style":1,"emoji":{"name":"smile"},"custom_id":"a"}""")), "components.0.components.0.emoji.name" },
        { Components(Row(Button("a"), """{"type":6,"custom_id":"b"}""")), "components.0.components" },
        { Components(Row("""{"type":3,"custom_id":"a","options":[]}""")), "components.0.components.0.options" },
        { Components(Row("""{"type":3,"custom_id":"a","options":[{"label":"x","value":"1"},{"label":"y","value":"1"}]}""")), "components.0.components.0.options.1.value" },
        { Components(Row("""{"type":3,"custom_id":"a","min_values":2,"max_values":1,"options":[{"label":"x","value":"1"}]}""")), "components.0.components.0.min_values" },
        { Components("""{"type":10,"content":"x"}"""), "components.0.type" },
        { """{"flags":32768,"content":"x","components":[{"type":10,"content":"x"}]}""", "content" },
        { """{"flags":32768,"embeds":[{"title":"x"}],"components":[{"type":10,"content":"x"}]}""", "embeds" },
        { """{"flags":32768,"components":[{"type":17,"components":[{"type":17,"components":[]}]}]}""", "components.0.components.0.type" },
        { """{"flags":32768,"components":[{"type":9,"components":[{"type":10,"content":"x"}]}]}""", "components.0.accessory" },
        { """{"content":"x","allowed_mentions":{"parse":["users"],"users":["1"]}}""", "allowed_mentions.parse" },
        { """{"content":"x","allowed_mentions":{"parse":["all"]}}""", "allowed_mentions.parse.0" },
        { """{"content":"x","attachments":[{"id":3}]}""", "attachments.0.id" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task AWrongBodyIsRefusedByField(string body, string field)
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = RawBot.Offline(sandbox);
        var reply = await bot.RestAsync("POST", $"channels/{sandbox.World.Channels[0].Id}/messages", JsonNode.Parse(body));
        Assert.Equal((400, 50035), (reply.Status, reply.Code));
        Assert.NotNull(reply.ErrorAt(field));
        Assert.Empty(sandbox.As("Maya").Sees());
    }

    [Fact]
    public async Task ValuesJustInsideTheLimitsPassAndComeBackWhole()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = RawBot.Offline(sandbox);
        var full = new JsonObject
        {
            ["content"] = new string('x', 2000),
            ["embeds"] = new JsonArray(new JsonObject
            {
                ["title"] = new string('t', 256),
                ["description"] = new string('d', 4096),
                ["footer"] = new JsonObject { ["text"] = new string('f', 6000 - 256 - 4096) },
                ["timestamp"] = "2026-11-23T07:00:00Z",
            }),
            ["components"] = JsonNode.Parse(Components([.. Enumerable.Range(0, 5)
                .Select(row => Row([.. Enumerable.Range(0, 5).Select(i => Button($"{row}{i}"))]))]))!["components"]!.DeepClone(),
        };
        var reply = await bot.RestAsync("POST", $"channels/{sandbox.World.Channels[0].Id}/messages", full);
        Assert.Equal(200, reply.Status);
        Assert.Equal(25, Assert.Single(sandbox.As("Maya").Sees()).Buttons.Count);
        var ids = reply.Json["components"]!.AsArray().SelectMany(row => row!["components"]!.AsArray().Append(row))
            .Select(part => (int)part!["id"]!);
        Assert.Equal(30, ids.Distinct().Count());
    }

    [Fact]
    public async Task ComponentsOfVersionTwoAreKnown()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = RawBot.Offline(sandbox);
        var body = JsonNode.Parse("""
            {"flags":32768,"components":[{"type":17,"accent_color":1,"components":[
              {"type":9,"components":[{"type":10,"content":"Bridge"}],"accessory":{"type":2,"style":2,"label":"More","custom_id":"more"}},
              {"type":14},{"type":10,"content":"3 sets"},{"type":12,"items":[{"media":{"url":"https://example.org/a.png"}}]},
              {"type":1,"components":[{"type":2,"style":1,"label":"Done","custom_id":"done"}]}]}]}
            """);
        Assert.Equal(200, (await bot.RestAsync("POST", $"channels/{sandbox.World.Channels[0].Id}/messages", body)).Status);
        var message = Assert.Single(sandbox.As("Maya").Sees());
        Assert.Equal("Bridge\nMore\n3 sets\nDone", message.Text);
        Assert.Equal(["More", "Done"], message.Buttons.Select(button => button.Label));
    }

    private static string Content(string text) => new JsonObject { ["content"] = text }.ToJsonString();

    private static string Embed(string embed) => $$"""{"embeds":[{{embed}}]}""";

    private static string Components(params string[] components) => $$"""{"components":[{{string.Join(',', components)}}]}""";

    private static string Row(params string[] components) => $$"""{"type":1,"components":[{{string.Join(',', components)}}]}""";

    private static string Button(string customId) => $$"""{"type":2,"style":1,"label":"x","custom_id":"{{customId}}"}""";

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public async Task ASelectThatFillsItselfMayHaveAnEmptyListOfOptions(int type)
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = RawBot.Offline(sandbox);
        var sent = await SendAsync([]);
        Assert.Equal(200, sent.Status);
        Assert.Null(sent.Json["components"]![0]!["components"]![0]!["options"]);
        Assert.NotNull((await SendAsync([new JsonObject { ["label"] = "x", ["value"] = "y" }]))
            .ErrorAt("components.0.components.0.options"));

        Task<Reply> SendAsync(JsonArray options) =>
            bot.RestAsync("POST", $"channels/{sandbox.World.Channels[0].Id}/messages", new JsonObject
            {
                ["content"] = "Pick",
                ["components"] = Commands.Row(new JsonObject { ["type"] = type, ["custom_id"] = "pick", ["options"] = options }),
            });
    }

    [Fact]
    public async Task AnEmptyListIsNothingWhereACommandMayNotHaveOne()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = RawBot.Offline(sandbox);
        var empty = Commands.Option(3, "name");
        foreach (var list in (string[])["choices", "channel_types", "options"]) empty[list] = new JsonArray();
        Assert.Equal(200, (await bot.RegisterAsync(
            new JsonObject { ["name"] = "On A Person", ["type"] = 2, ["options"] = new JsonArray() },
                Commands.Command("typed", "A command", empty))).Status);
    }
}
