using System.Text.Json.Nodes;

namespace CoachBot.Sandbox.Tests.Interactions;

public sealed class TypedLineTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/exercise name:double leg bridge share:everyone", "double leg bridge", "everyone")]
    [InlineData("/exercise name:squat: 3x10 at 15:30", "squat: 3x10 at 15:30", null)]
    [InlineData("/exercise share:Only me name:bridge", "bridge", "me")]
    [InlineData("/exercise name: bridge, rename:it", "bridge, rename:it", null)]
    [InlineData("  /exercise  name:a  ", "a", null)]
    public async Task ValuesMayHoldSpacesAndColons(string line, string name, string? share)
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = await RawBot.WithCommandAsync(sandbox, command: Commands.Exercise);
        _ = sandbox.As("Maya").TypeAsync(line, Ct);
        var options = (await bot.InteractionAsync())["data"]!["options"]!.AsArray()
            .ToDictionary(option => (string)option!["name"]!, option => (string)option!["value"]!);
        Assert.Equal(name, options["name"]);
        Assert.Equal(share, options.GetValueOrDefault("share"));
    }

    [Theory]
    [InlineData("/exercise", "name of /exercise is required")]
    [InlineData("/exercise name:", "name is empty")]
    [InlineData("/exercise name:a name:b", "twice")]
    [InlineData("/exercise name:a share:nobody", "must be one of: Everyone, Only me")]
    [InlineData("/exercise name:a sets:many", "whole number")]
    [InlineData("/exercise name:a sets:10", "9 or less")]
    [InlineData("/exercise name:a sets:0", "1 or more")]
    [InlineData("/nothing", "No bot has registered a command /nothing")]
    [InlineData("/", "Type the name of a command")]
    [InlineData("/strength-day add days:Tue", "Maya may not use /strength-day")]
    public async Task LinesTheClientWouldNotSendAreRefused(string line, string part)
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = await RawBot.LogInAsync(sandbox);
        await bot.RegisterAsync(Commands.Exercise, Commands.StrengthDay);
        var answer = await sandbox.As("Maya").TypeAsync(line, Ct);
        Assert.Equal(Outcome.Failed, answer.Outcome);
        Assert.Contains(part, answer.Error!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASubcommandHasItsOwnOptions()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = await RawBot.WithCommandAsync(sandbox, command: Commands.StrengthDay);
        var kim = sandbox.As("Kim");
        _ = kim.TypeAsync("/strength-day add days:Tue,Thu time:15:30 role:@Athletes channel:#coaches", Ct);
        var data = (await bot.InteractionAsync())["data"]!;
        var sub = data["options"]![0]!;
        Assert.Equal(("add", 1), ((string)sub["name"]!, (int)sub["type"]!));
        Assert.Equal(["Tue,Thu", "15:30"], sub["options"]!.AsArray().Take(2).Select(option => (string)option!["value"]!));
        Assert.Equal("Athletes", (string)data["resolved"]!["roles"]![(string)sub["options"]![2]!["value"]!]!["name"]!);
        Assert.Equal("coaches", (string)data["resolved"]!["channels"]![(string)sub["options"]![3]!["value"]!]!["name"]!);
        Assert.Contains("needs a subcommand. It has: add, list", (await kim.TypeAsync("/strength-day", Ct)).Error!,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryKindOfOptionArrivesInItsOwnType()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = await RawBot.WithCommandAsync(sandbox, command: Commands.Kinds);
        _ = sandbox.As("Maya")
            .TypeAsync($"/kinds flag:true who:@Ana where:#strength role:Athletes anybody:{sandbox.As("Kim").Id} weight:2.5", Ct);
        var data = (await bot.InteractionAsync())["data"]!;
        var values = data["options"]!.AsArray().ToDictionary(option => (string)option!["name"]!, option => option!["value"]!);
        Assert.True((bool)values["flag"]);
        Assert.Equal(sandbox.As("Ana").Id.ToString(), (string)values["who"]!);
        Assert.Equal(2.5, (double)values["weight"]);
        Assert.Equal(2, data["resolved"]!["users"]!.AsObject().Count);
        Assert.Equal(2, data["resolved"]!["members"]!.AsObject().Count);
        Assert.NotNull(data["resolved"]!["members"]![(string)values["who"]!]!["permissions"]);
    }

    [Theory]
    [InlineData("/kinds where:#coaches")]
    [InlineData("/kinds who:@Zoe")]
    [InlineData("/kinds role:@Coach")]
    [InlineData("/kinds flag:perhaps")]
    [InlineData("/kinds weight:heavy")]
    public async Task HiddenOrInvalidValuesCannotBeTyped(string line)
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = await RawBot.WithCommandAsync(sandbox, command: Commands.Kinds);
        Assert.Equal(Outcome.Failed, (await sandbox.As("Maya").TypeAsync(line, Ct)).Outcome);
    }

    [Fact]
    public async Task SuggestionsAreForTheLastOption()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = await RawBot.WithCommandAsync(sandbox, command: Commands.Exercise);
        var suggesting = sandbox.As("Maya").SuggestAsync("/exercise share:everyone name:bri", Ct);
        var interaction = await bot.InteractionAsync();
        Assert.Equal(4, (int)interaction["type"]!);
        var focused = interaction["data"]!["options"]!.AsArray().Single(option => option!["focused"] is not null)!;
        Assert.Equal(("name", "bri"), ((string)focused["name"]!, (string)focused["value"]!));
        await bot.AnswerAsync(interaction, 8, new JsonObject { ["choices"] = new JsonArray(Commands.Choice("Bridge", "bridge")) });
        Assert.Equal([new SandboxChoice("Bridge", "bridge")], await suggesting);
        await Assert.ThrowsAsync<InvalidOperationException>(() => sandbox.As("Maya").SuggestAsync("/exercise share:e", Ct));
    }

    [Fact]
    public async Task MoreThan25SuggestionsOrWrongOnesAreRefused()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = await RawBot.WithCommandAsync(sandbox, command: Commands.Exercise);
        _ = sandbox.As("Maya").SuggestAsync("/exercise name:b", Ct);
        var interaction = await bot.InteractionAsync();
        var many = new JsonArray([.. Enumerable.Range(0, 26).Select(i => (JsonNode)Commands.Choice($"n{i}", $"v{i}"))]);
        Assert.Equal("BASE_TYPE_BAD_LENGTH", (await bot.AnswerAsync(interaction, 8, new JsonObject { ["choices"] = many }))
            .ErrorAt("data.choices"));
        var wrong = new JsonArray(new JsonObject { ["name"] = new string('x', 101), ["value"] = 5 });
        var reply = await bot.AnswerAsync(interaction, 8, new JsonObject { ["choices"] = wrong });
        Assert.Equal("BASE_TYPE_BAD_LENGTH", reply.ErrorAt("data.choices.0.name"));
        Assert.Equal("STRING_TYPE_CONVERT", reply.ErrorAt("data.choices.0.value"));
        Assert.Equal("BASE_TYPE_CHOICES", (await bot.ReplyAsync(interaction)).ErrorAt("type"));
    }

    [Theory]
    [InlineData("/exercise side plank sets:3", "name", "side plank")]
    [InlineData("/log squats 3x12, plank 1:30", "what", "squats 3x12, plank 1:30")]
    [InlineData("/log 45 minutes:30", "what", "45")]
    [InlineData("/only-number 7", "sets", "7")]
    public async Task TextStraightAfterTheNameIsTheNeededOptionOrTheOneForFreeText(string line, string option, string value)
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = await RawBot.LogInAsync(sandbox);
        await bot.RegisterAsync(
            Commands.Exercise,
            Commands.Command("log", "Logs", Commands.Option(4, "effort"), Commands.Option(4, "minutes"),
                Commands.Option(3, "how", choices: new JsonArray(Commands.Choice("Hard", "hard"))),
                    Commands.Option(3, "date", autocomplete: true),
                Commands.Option(3, "what")),
            Commands.Command("only-number", "Counts", Commands.Option(4, "sets")));
        _ = sandbox.As("Maya").TypeAsync(line, Ct);
        var given = (await bot.InteractionAsync())["data"]!["options"]!.AsArray();
        Assert.Equal(value, given.Single(one => (string)one!["name"]! == option)!["value"]!.ToString());
    }

    [Theory]
    [InlineData("see #strength, then <t:1795000000:R> <:fox:123> and #nowhere",
        "see <#{0}>, then <t:1795000000:R> <:fox:123> and #nowhere")]
    [InlineData("<#{0}> <@&5> C#strength a/#strength", "<#{0}> <@&5> C#strength a/#strength")]
    [InlineData("#coaches", "#coaches")]
    public async Task AChannelsNameInATextBecomesItsLinkAndLinksStayAsTheyWereTyped(string typed, string sent)
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = await RawBot.WithCommandAsync(sandbox,
            command: Commands.Command("say", "Says", Commands.Option(3, "message")));
        var strength = sandbox.World.Channels[0].Id.ToString();
        _ = sandbox.As("Maya").TypeAsync("/say message:" + typed.Replace("{0}", strength, StringComparison.Ordinal), Ct);
        var value = (string)(await bot.InteractionAsync())["data"]!["options"]![0]!["value"]!;
        Assert.Equal(sent.Replace("{0}", strength, StringComparison.Ordinal), value);
    }

    [Fact]
    public async Task ANameAfterAnAtSignIsAMentionInChat()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = await RawBot.WithCommandAsync(sandbox);
        var (kim, maya, athletes) = (sandbox.As("Kim").Id, sandbox.As("Maya").Id, sandbox.World.Roles[1].Id);
        var said = (await sandbox.As("Ana").TypeAsync("@Coach Kim and @Maya said to @athletes: a@Maya.org", Ct)).Message!;
        Assert.Equal($"<@{kim}> and <@{maya}> said to <@&{athletes}>: a@Maya.org", said.Content);
        Assert.Equal([kim, maya], said.PingedUsers);
    }
}
