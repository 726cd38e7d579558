using System.Text.Json.Nodes;

namespace CoachBot.Sandbox.Tests.Interactions;

/// <summary>Commands of type 2, picked on a person, and of type 3, picked on a message.</summary>
public sealed class MenuTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static JsonObject OnPerson =>
        new() { ["name"] = "Show Progress", ["type"] = 2, ["description"] = "", ["options"] = new JsonArray() };

    private static JsonObject OnMessage => new() { ["name"] = "Save for later", ["type"] = 3 };

    [Fact]
    public async Task ACommandOnAPersonCarriesThatPerson()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = await RawBot.WithCommandAsync(sandbox, command: OnPerson);
        var using_ = sandbox.As("Kim").UseAsync("Show Progress", sandbox.As("Maya").Id, Ct);
        var interaction = await bot.InteractionAsync();
        var (data, maya) = (interaction["data"]!, sandbox.As("Maya").Id.ToString());
        Assert.Equal((2, 2, "Show Progress", maya),
            ((int)interaction["type"]!, (int)data["type"]!, (string)data["name"]!, (string)data["target_id"]!));
        Assert.Equal("Maya", (string)data["resolved"]!["users"]![maya]!["global_name"]!);
        Assert.NotNull(data["resolved"]!["members"]![maya]!["roles"]);
        await bot.ReplyAsync(interaction);
        var message = (await using_).Message!;
        Assert.Equal(maya, (string)message.Json["interaction_metadata"]!["target_user"]!["id"]!);
    }

    [Fact]
    public async Task ACommandOnAMessageCarriesThatMessage()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = await RawBot.WithCommandAsync(sandbox, command: OnMessage);
        var chat = (await sandbox.As("Maya").TypeAsync("Two sets of bridges", Ct)).Message!;
        var using_ = sandbox.As("Ana").UseAsync("Save for later", chat.Id, Ct);
        var interaction = await bot.InteractionAsync();
        var (data, id) = (interaction["data"]!, chat.Id.ToString());
        Assert.Equal((3, id), ((int)data["type"]!, (string)data["target_id"]!));
        Assert.Equal("Two sets of bridges", (string)data["resolved"]!["messages"]![id]!["content"]!);
        await bot.ReplyAsync(interaction);
        Assert.Equal(id, (string)(await using_).Message!.Json["interaction_metadata"]!["target_message_id"]!);
    }

    [Fact]
    public async Task NobodyPicksWhatIsNotThere()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = await RawBot.LogInAsync(sandbox);
        await bot.RegisterAsync(Commands.ForCoaches(OnPerson), OnMessage);
        var (maya, zoe) = (sandbox.As("Maya"), sandbox.As("Zoe"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => maya.UseAsync("Show Progress", maya.Id, Ct));
        await Assert.ThrowsAsync<InvalidOperationException>(() => sandbox.As("Kim").UseAsync("Show Progress", zoe.Id, Ct));
        var chat = (await maya.TypeAsync("Hi", Ct)).Message!;
        await Assert.ThrowsAsync<InvalidOperationException>(() => zoe.UseAsync("Save for later", chat.Id, Ct));
        Assert.Equal(Outcome.Failed, (await maya.TypeAsync("/Save for later", Ct)).Outcome);
    }

    [Fact]
    public async Task EphemeralMessagesHaveNoMenu()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = await RawBot.LogInAsync(sandbox);
        await bot.RegisterAsync(OnMessage, new JsonObject { ["name"] = "hello", ["description"] = "A command" });
        var answer = await bot.AnsweredAsync(sandbox.As("Maya"), "/hello", new JsonObject { ["content"] = "Private", ["flags"] = 64 });
        var problem = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            sandbox.As("Maya").UseAsync("Save for later", answer.Message!.Id, Ct));
        Assert.Contains("only you can see", problem.Message, StringComparison.Ordinal);
    }
}
