using System.Text.Json.Nodes;

namespace CoachBot.Sandbox.Tests.Interactions;

public sealed class ButtonTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task APressReachesTheBotWithTheMessageAndCanUpdateIt()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = await RawBot.WithCommandAsync(sandbox);
        var message = await WithButtonsAsync(sandbox, bot);
        var pressing = sandbox.As("Ana").PressAsync(message, "Log it", Ct);
        var press = await bot.InteractionAsync();
        Assert.Equal(3, (int)press["type"]!);
        Assert.Equal("log", (string)press["data"]!["custom_id"]!);
        Assert.Equal(2, (int)press["data"]!["component_type"]!);
        Assert.Equal(message.Id.ToString(), (string)press["message"]!["id"]!);
        Assert.Equal("Ana", (string)press["member"]!["user"]!["global_name"]!);

        await bot.AnswerAsync(press, 7, new JsonObject { ["content"] = "Logged", ["components"] = new JsonArray() });
        var answer = await pressing;
        Assert.Equal((Outcome.Message, message.Id, "Logged", 2),
            (answer.Outcome, answer.Message!.Id, answer.Message.Content, answer.Message.Revision));
        Assert.Empty(answer.Message.Buttons);
    }

    [Fact]
    public async Task APressCanBeAcknowledgedAndTheMessageEditedLater()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = await RawBot.WithCommandAsync(sandbox);
        var message = await WithButtonsAsync(sandbox, bot);
        var pressing = sandbox.As("Maya").PressAsync(message, "Log it", Ct);
        var press = await bot.InteractionAsync();
        await bot.AnswerAsync(press, 6);
        Assert.Equal(Outcome.Acknowledged, (await pressing).Outcome);
        var edited = await bot.RestAsync("PATCH", bot.Webhook(press, "/messages/@original"), new JsonObject { ["content"] = "Later" });
        Assert.Equal(message.Id.ToString(), (string)edited.Json["id"]!);
    }

    [Fact]
    public async Task AReplyToAPressRefersToTheMessage()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = await RawBot.WithCommandAsync(sandbox);
        var message = await WithButtonsAsync(sandbox, bot);
        var pressing = sandbox.As("Maya").PressAsync(message, "Log it", Ct);
        await bot.ReplyAsync(await bot.InteractionAsync(), "Logged", flags: 64);
        var json = (await pressing).Message!.Json;
        Assert.Equal(message.Id.ToString(), (string)json["message_reference"]!["message_id"]!);
        Assert.Equal(message.Id.ToString(), (string)json["interaction_metadata"]!["interacted_message_id"]!);
    }

    [Fact]
    public async Task DisabledAndUnknownButtonsAreRefusedBeforeTheBotHearsOfThem()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = await RawBot.WithCommandAsync(sandbox);
        var message = await WithButtonsAsync(sandbox, bot);
        var secret = (await bot.AnsweredAsync(sandbox.As("Maya"), "/hello", new JsonObject
        {
            ["content"] = "Private",
            ["flags"] = 64,
            ["components"] = Commands.Row(Commands.Button("Log it", "log")),
        })).Message!;
        await RefusedAsync("disabled", sandbox.As("Maya").PressAsync(message, "Old", Ct));
        await RefusedAsync("It has: \"Log it\", \"Old\", \"Docs\"", sandbox.As("Maya").PressAsync(message, "Missing", Ct));
        await RefusedAsync("link", sandbox.As("Maya").PressAsync(message, "Docs", Ct));
        await RefusedAsync("Ana sees no such message", sandbox.As("Ana").PressAsync(secret, "Log it", Ct));
        await RefusedAsync("Zoe sees no such message", sandbox.As("Zoe").PressAsync(message, "Log it", Ct));
    }

    [Fact]
    public async Task ASelectSendsItsValuesAndRefusesOthers()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = await RawBot.WithCommandAsync(sandbox);
        var select = new JsonObject
        {
            ["type"] = 3,
            ["custom_id"] = "pick",
            ["options"] = new JsonArray(Label("One", "1"), Label("Two", "2")),
            ["max_values"] = 2,
        };
        var answer = await bot.AnsweredAsync(sandbox.As("Maya"), "/hello", new JsonObject { ["components"] = Commands.Row(select) });
        var picking = sandbox.As("Maya").SelectAsync(answer.Message!, "pick", ["2", "1"], Ct);
        var interaction = await bot.InteractionAsync();
        Assert.Equal("[\"2\",\"1\"]", interaction["data"]!["values"]!.ToJsonString());
        await bot.AnswerAsync(interaction, 6);
        await picking;
        await RefusedAsync("not among the values", sandbox.As("Maya").SelectAsync(answer.Message!, "pick", ["3"], Ct));
        await RefusedAsync("Pick 1 to 2", sandbox.As("Maya").SelectAsync(answer.Message!, "pick", [], Ct));

        static JsonObject Label(string label, string value) => new() { ["label"] = label, ["value"] = value };
    }

    [Fact]
    public async Task ARoleSelectResolvesTheRole()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = await RawBot.WithCommandAsync(sandbox);
        var select = new JsonObject { ["type"] = 6, ["custom_id"] = "role" };
        var answer = await bot.AnsweredAsync(sandbox.As("Maya"), "/hello", new JsonObject { ["components"] = Commands.Row(select) });
        var athletes = sandbox.World.Roles.First(role => role.Name == "Athletes").Id.ToString();
        _ = sandbox.As("Maya").SelectAsync(answer.Message!, "role", [athletes], Ct);
        var data = (await bot.InteractionAsync())["data"]!;
        Assert.Equal("Athletes", (string)data["resolved"]!["roles"]![athletes]!["name"]!);
    }

    private static async Task<SandboxMessage> WithButtonsAsync(SandboxServer sandbox, RawBot bot)
    {
        var answer = await bot.AnsweredAsync(sandbox.As("Maya"), "/hello", new JsonObject
        {
            ["content"] = "Done?",
            ["components"] = Commands.Row(
                Commands.Button("Log it", "log"),
                Commands.Button("Old", "old", disabled: true),
                new JsonObject { ["type"] = 2, ["style"] = 5, ["label"] = "Docs", ["url"] = "https://example.org" }),
        });
        Assert.Equal("Done?\nLog it\nOld\nDocs", answer.Message!.Text);
        return answer.Message;
    }

    private static async Task RefusedAsync(string part, Task<SandboxAnswer> act) =>
        Assert.Contains(part, (await Assert.ThrowsAsync<InvalidOperationException>(() => act)).Message, StringComparison.Ordinal);
}
