using System.Text.Json.Nodes;

namespace CoachBot.Sandbox.Tests.Api;

public sealed class CommandTests
{
    [Fact]
    public async Task RepliesCarryIdsAndVersionsThatChangeOnlyWithTheCommand()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = RawBot.Offline(sandbox);
        var first = (await bot.RegisterAsync(Commands.Exercise, Commands.StrengthDay)).Json;
        Assert.Equal(bot.ApplicationId, (string)first[0]!["application_id"]!);
        Assert.Equal("32", (string)first[1]!["default_member_permissions"]!);
        var changed = Commands.StrengthDay;
        changed["description"] = "Another";
        var second = (await bot.RegisterAsync(Commands.Exercise, changed)).Json;
        Assert.Equal([Field(first, 0, "id"), Field(first, 1, "id")], [Field(second, 0, "id"), Field(second, 1, "id")]);
        Assert.Equal(Field(first, 0, "version"), Field(second, 0, "version"));
        Assert.NotEqual(Field(first, 1, "version"), Field(second, 1, "version"));

        static string Field(JsonNode list, int index, string name) => (string)list[index]![name]!;
    }

    [Fact]
    public async Task TheBulkOverwriteDropsWhatIsNotInIt()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = RawBot.Offline(sandbox);
        await bot.RegisterAsync(Commands.Exercise, Commands.Kinds);
        await bot.RegisterAsync(Commands.Kinds);
        Assert.Equal("kinds", (string)Assert.Single((await bot.RestAsync("GET", Path(bot))).Json.AsArray())!["name"]!);
    }

    [Fact]
    public async Task ACommandIsCreatedOverwrittenEditedAndDeleted()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = RawBot.Offline(sandbox);
        await bot.RegisterAsync();
        var created = await bot.RestAsync("POST", Path(bot), Commands.Exercise);
        Assert.Equal(201, created.Status);
        var again = await bot.RestAsync("POST", Path(bot), Commands.Exercise);
        Assert.Equal((200, (string)created.Json["id"]!), (again.Status, (string)again.Json["id"]!));
        var one = Path(bot, $"/{created.Json["id"]}");
        var edited = await bot.RestAsync("PATCH", one, new JsonObject { ["description"] = "Edited" });
        Assert.Equal(("Edited", 3), ((string)edited.Json["description"]!, edited.Json["options"]!.AsArray().Count));
        Assert.Equal(204, (await bot.RestAsync("DELETE", one)).Status);
        Assert.Equal((404, 10063), ((await bot.RestAsync("GET", one)).Status, (await bot.RestAsync("GET", one)).Code));
    }

    [Fact]
    public async Task ATeamsCommandIsOfferedInThatTeamOnly()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = await RawBot.LogInAsync(sandbox);
        var team = sandbox.World.Teams[0].Id;
        var created = await bot.RestAsync("POST", $"applications/{bot.ApplicationId}/guilds/{team}/commands",
            Commands.Command("here", "Only here"));
        Assert.Equal(team.ToString(), (string)created.Json["guild_id"]!);
        var typing = sandbox.As("Maya").TypeAsync("/here", TestContext.Current.CancellationToken);
        Assert.Equal(team.ToString(), (string)(await bot.InteractionAsync())["data"]!["guild_id"]!);
        Assert.Equal(Outcome.Failed, (await sandbox.As("Zoe").TypeAsync("/here", TestContext.Current.CancellationToken)).Outcome);
        Assert.False(typing.IsCompleted);
    }

    [Fact]
    public async Task AnotherApplicationsCommandsAreForbidden()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = RawBot.Offline(sandbox);
        var reply = await bot.RestAsync("PUT", "applications/12345678/commands", new JsonArray());
        Assert.Equal((403, 20012), (reply.Status, reply.Code));
    }

    [Theory]
    [InlineData("""{"name":"Upper","description":"x"}""", "0.name", "APPLICATION_COMMAND_INVALID_NAME")]
    [InlineData("""{"name":"two words","description":"x"}""", "0.name", "APPLICATION_COMMAND_INVALID_NAME")]
    [InlineData("""{"description":"x"}""", "0.name", "BASE_TYPE_REQUIRED")]
    [InlineData("""{"name":"a","description":""}""", "0.description", "BASE_TYPE_REQUIRED")]
    [InlineData("""{"name":"a","description":"x","type":4}""", "0.type", "BASE_TYPE_CHOICES")]
    [InlineData("""{"name":"a","description":"x","default_member_permissions":"admin"}""", "0.default_member_permissions", "PERMISSION_TYPE_INVALID")]
    [InlineData("""{"name":"a","description":"x","contexts":[3]}""", "0.contexts.0", "BASE_TYPE_CHOICES")]
    [InlineData("""{"name":"a","description":"x","options":[{"type":3,"name":"b","description":"x"},{"type":3,"name":"c","description":"x","required":true}]}""", "0.options.1.required", "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID")]
    [InlineData("""{"name":"a","description":"x","options":[{"type":3,"name":"b","description":"x"},{"type":3,"name":"b","description":"x"}]}""", "0.options.1.name", "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS")]
    [InlineData("""{"name":"a","description":"x","options":[{"type":3,"name":"b","description":"x","autocomplete":true,"choices":[{"name":"c","value":"c"}]}]}""", "0.options.0.choices", "APPLICATION_COMMAND_OPTIONS_CHOICES_WITH_AUTOCOMPLETE")]
    [InlineData("""{"name":"a","description":"x","options":[{"type":4,"name":"b","description":"x","choices":[{"name":"c","value":"c"}]}]}""", "0.options.0.choices.0.value", "NUMBER_TYPE_COERCE")]
    [InlineData("""{"name":"a","description":"x","options":[{"type":1,"name":"b","description":"x"},{"type":3,"name":"c","description":"x"}]}""", "0.options.1.type", "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID")]
    [InlineData("""{"name":"a","description":"x","options":[{"type":1,"name":"b","description":"x","options":[{"type":1,"name":"c","description":"x"}]}]}""", "0.options.0.options.0.type", "BASE_TYPE_CHOICES")]
    [InlineData("""{"name":"a","description":"x","options":[{"type":3,"name":"b","description":"x","min_length":9,"max_length":2}]}""", "0.options.0.min_length", "NUMBER_TYPE_MAX")]
    public async Task WrongDefinitionsAreRefusedByField(string command, string field, string code)
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = RawBot.Offline(sandbox);
        var reply = await bot.RegisterAsync(JsonNode.Parse(command)!);
        Assert.Equal((400, 50035), (reply.Status, reply.Code));
        Assert.Equal(code, reply.ErrorAt(field));
    }

    [Fact]
    public async Task LimitsHoldAtTheEdge()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = RawBot.Offline(sandbox);
        Assert.Equal(200, (await bot.RegisterAsync(WithOptions(25))).Status);
        Assert.Equal("BASE_TYPE_BAD_LENGTH", (await bot.RegisterAsync(WithOptions(26))).ErrorAt("0.options"));
        Assert.Equal(200, (await bot.RegisterAsync([.. Enumerable.Range(0, 100).Select(i => Commands.Command($"c{i}", "x"))])).Status);
        Assert.Equal(30032, (await bot.RegisterAsync([.. Enumerable.Range(0, 101).Select(i => Commands.Command($"c{i}", "x"))])).Code);
        Assert.Equal("APPLICATION_COMMANDS_DUPLICATE_NAME", (await bot.RegisterAsync(Commands.Kinds, Commands.Kinds)).ErrorAt("1.name"));
        Assert.Equal("APPLICATION_COMMAND_TOO_LARGE", (await bot.RegisterAsync(Huge())).ErrorAt("0.name"));

        static JsonObject WithOptions(int count) =>
            Commands.Command("a", "x", [.. Enumerable.Range(0, count).Select(i => Commands.Option(3, $"o{i}"))]);

        static JsonObject Huge() =>
            Commands.Command("a", "x", [.. Enumerable.Range(0, 5).Select(i => Commands.Option(3, $"o{i}", choices: new JsonArray(
            [.. Enumerable.Range(0, 25).Select(j => (JsonNode)Commands.Choice($"n{j}", new string((char)('a' + j), 100)))])))]);
    }

    private static string Path(RawBot bot, string rest = "") => $"applications/{bot.ApplicationId}/commands{rest}";
}
