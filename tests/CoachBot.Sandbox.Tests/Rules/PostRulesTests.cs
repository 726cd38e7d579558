using System.Text.Json.Nodes;

namespace CoachBot.Sandbox.Tests.Rules;

/// <summary>Westside is the stricter team: it has a place for every way in which a post can be refused.</summary>
public sealed class PostRulesTests
{
    private const ulong MentionEveryone = 1UL << 17, SendMessages = 1UL << 11, ViewChannel = 1UL << 10;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("notice-board", 403, 50013)]
    [InlineData("club-office", 403, 50001)]
    [InlineData("race-reports", 400, 50008)]
    [InlineData("winter block", 400, 160005)]
    [InlineData("first season", 400, 50083)]
    public async Task APostIsRefusedWithDiscordsCodeAndNobodySeesIt(string channel, int status, int code)
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = RawBot.Offline(sandbox);
        var reply = await PostAsync(bot, sandbox, channel, "Strength day");
        Assert.Equal((status, code), (reply.Status, reply.Code));
        Assert.Empty(sandbox.As("Lee").Sees());
    }

    [Theory]
    [InlineData("today: automod-blocks-this", 200000)]
    [InlineData("today: AutoMod-blocks-this", 200000)]
    [InlineData("see https://harmful.example/plan", 240000)]
    public async Task AFilteredTextIsRefusedInTheContentAndInACardAndInAnEdit(string text, int code)
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = RawBot.Offline(sandbox);
        var path = $"channels/{sandbox.World.Channels[0].Id}/messages";
        var card = new JsonObject { ["embeds"] = new JsonArray(new JsonObject { ["title"] = text }) };
        Assert.Equal(code, (await bot.RestAsync("POST", path, new JsonObject { ["content"] = text })).Code);
        Assert.Equal(code, (await bot.RestAsync("POST", path, card)).Code);
        var sent = await bot.RestAsync("POST", path, new JsonObject { ["content"] = "fine" });
        Assert.Equal(code, (await bot.RestAsync("PATCH", $"{path}/{sent.Json["id"]}", new JsonObject { ["content"] = text })).Code);
        Assert.Equal(["fine"], sandbox.As("Maya").Sees().Select(message => message.Content));
    }

    [Fact]
    public async Task AMessageWakesAThreadThatSleeps()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = RawBot.Offline(sandbox);
        var path = $"channels/{Place(sandbox, "last season").Id}";
        Assert.True((bool)(await bot.RestAsync("GET", path)).Json["thread_metadata"]!["archived"]!);
        Assert.Equal(200, (await PostAsync(bot, sandbox, "last season", "Again")).Status);
        Assert.False((bool)(await bot.RestAsync("GET", path)).Json["thread_metadata"]!["archived"]!);
        Assert.Equal(200, (await PostAsync(bot, sandbox, "drills", "Also in a thread")).Status);
    }

    [Theory]
    [InlineData("Athletes", true)]
    [InlineData("Sprinters", false)]
    [InlineData("Coaches", false)]
    public async Task ARoleThatIsNotMentionableIsNotPingedWhereABotMayNotPingAnyone(string name, bool pinged)
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = RawBot.Offline(sandbox);
        var role = sandbox.World.Roles.First(role => role.TeamId == sandbox.As("Zoe").TeamId && role.Name == name);
        await PostAsync(bot, sandbox, "strength", $"<@&{role.Id}> @everyone strength day");
        var message = Assert.Single(sandbox.As("Zoe").Sees());
        Assert.Equal(pinged ? [role.Id] : [], message.PingedRoles);
        Assert.False(message.PingedEveryone);
    }

    [Fact]
    public async Task AnInteractionTellsWhatTheBotMayDoWhereItWasTypedAndInTheChannelsItNames()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = await RawBot.WithCommandAsync(sandbox, command: Commands.Kinds);
        var lee = sandbox.As("Lee");
        foreach (var (typedIn, named, here, there) in ((string, string, ulong, ulong)[])
            [
                ("strength", "notice-board", ViewChannel | SendMessages, ViewChannel),
                ("notice-board", "strength", ViewChannel, ViewChannel | SendMessages),
                ("strength", "club-office", ViewChannel | SendMessages, 0),
            ])
        {
            _ = lee.TypeInAsync(Place(sandbox, typedIn).Id, $"/kinds where:#{named}", Ct);
            var interaction = await bot.InteractionAsync();
            var resolved = interaction["data"]!["resolved"]!["channels"]!.AsObject().Single().Value!;
            Assert.Equal((here, there, (string)interaction["app_permissions"]!),
                (Bits(interaction["app_permissions"]!), Bits(resolved["app_permissions"]!),
                    (string)interaction["channel"]!["app_permissions"]!));
        }

        _ = sandbox.As("Maya").TypeAsync("/kinds", Ct);
        Assert.NotEqual(0UL, ulong.Parse((string)(await bot.InteractionAsync())["app_permissions"]!) & MentionEveryone);

        static ulong Bits(JsonNode node) => ulong.Parse(node.ToString()) & (SendMessages | ViewChannel | MentionEveryone);
    }

    [Fact]
    public async Task OnlyChannelsOfTheTypesAnOptionTakesCanBeNamed()
    {
        await using var sandbox = await Start.SandboxAsync();
        var option = Commands.Option(7, "where");
        option["channel_types"] = new JsonArray(0, 5);
        await using var bot = await RawBot.WithCommandAsync(sandbox, command: Commands.Command("post", "A command", option));
        var refused = await sandbox.As("Zoe").TypeAsync("/post where:#race-reports", Ct);
        Assert.Contains("where must be a channel", refused.Error!, StringComparison.Ordinal);
        _ = sandbox.As("Zoe").TypeAsync("/post where:#notice-board", Ct);
        Assert.Equal(Place(sandbox, "notice-board").Id.ToString(),
            (string)(await bot.InteractionAsync())["data"]!["options"]![0]!["value"]!);
    }

    [Theory]
    [InlineData("notice-board", "Zoe may read #notice-board, but not write there.")]
    [InlineData("race-reports", "#race-reports is a forum")]
    [InlineData("winter block", "The thread winter block is locked.")]
    [InlineData("club-office", "Zoe does not see that channel.")]
    public async Task PeopleAreToldToo(string channel, string sentence)
    {
        await using var sandbox = await Start.SandboxAsync();
        var answer = await sandbox.As("Zoe").TypeInAsync(Place(sandbox, channel).Id, "Hello", Ct);
        Assert.StartsWith(sentence, answer.Error!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ABotHearsNothingFromAPlaceItWasNotLetInto()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = await RawBot.LogInAsync(sandbox, intents: (1 << 9) | (1 << 15));
        await sandbox.As("Lee").TypeInAsync(Place(sandbox, "club-office").Id, "Budget", Ct);
        await sandbox.As("Lee").TypeInAsync(Place(sandbox, "notice-board").Id, "Notice", Ct);
        Assert.Equal("Notice", (string)(await bot.EventAsync("MESSAGE_CREATE"))["content"]!);
        Assert.Equal((403, 50001),
            ((await bot.RestAsync("GET", $"channels/{Place(sandbox, "club-office").Id}")) is var reply ? reply.Status : 0, reply.Code));
    }

    [Fact]
    public async Task ThreadsComeWithTheirTeamAndNotInItsListOfChannels()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = await RawBot.LogInAsync(sandbox, intents: 1);
        var west = sandbox.World.Teams[1].Id.ToString();
        var guild = await bot.EventAsync("GUILD_CREATE");
        if ((string)guild["id"]! != west) guild = await bot.EventAsync("GUILD_CREATE");
        Assert.Equal(["drills", "winter block"], guild["threads"]!.AsArray().Select(thread => (string)thread!["name"]!));
        var listed = (await bot.RestAsync("GET", $"guilds/{west}/channels")).Json.AsArray().Select(channel => (string)channel!["name"]!);
        Assert.Equal(["strength", "notice-board", "club-office", "race-reports"], listed);
    }

    private static Channel Place(SandboxServer sandbox, string name) =>
        sandbox.World.Channels.Last(channel => channel.Name == name && channel.TeamId == sandbox.As("Zoe").TeamId);

    private static Task<Reply> PostAsync(RawBot bot, SandboxServer sandbox, string channel, string text) =>
        bot.RestAsync("POST", $"channels/{Place(sandbox, channel).Id}/messages", new JsonObject { ["content"] = text });
}
