namespace CoachBot.Sandbox.Tests.Interactions;

public sealed class PayloadTests
{
    [Fact]
    public async Task AnInteractionTellsEverythingDiscordTells()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = await RawBot.WithCommandAsync(sandbox);
        var kim = sandbox.As("Coach Kim");
        _ = kim.TypeAsync("/hello", TestContext.Current.CancellationToken);
        var interaction = await bot.InteractionAsync();
        var team = sandbox.World.Teams[0].Id.ToString();
        Assert.Equal(2, (int)interaction["type"]!);
        Assert.Equal(bot.ApplicationId, (string)interaction["application_id"]!);
        Assert.Equal(team, (string)interaction["guild_id"]!);
        Assert.Equal(team, (string)interaction["guild"]!["id"]!);
        Assert.Equal("strength", (string)interaction["channel"]!["name"]!);
        Assert.Equal((string)interaction["channel"]!["id"]!, (string)interaction["channel_id"]!);
        Assert.Equal(kim.Id.ToString(), (string)interaction["member"]!["user"]!["id"]!);
        Assert.Equal(sandbox.World.Roles[0].Id.ToString(), (string)Assert.Single(interaction["member"]!["roles"]!.AsArray())!);
        Assert.NotEqual(0UL, ulong.Parse((string)interaction["member"]!["permissions"]!) & (1 << 5));
        Assert.NotEqual(0UL, ulong.Parse((string)interaction["app_permissions"]!) & (1 << 17));
        Assert.Equal(["en-US", "en-US"], [(string)interaction["locale"]!, (string)interaction["guild_locale"]!]);
        Assert.Equal(0, (int)interaction["context"]!);
        Assert.Equal(team, (string)interaction["authorizing_integration_owners"]!["0"]!);
        Assert.Empty(interaction["entitlements"]!.AsArray());
        var registered = (await bot.RestAsync("GET", $"applications/{bot.ApplicationId}/commands")).Json[0]!;
        Assert.Equal((string)registered["id"]!, (string)interaction["data"]!["id"]!);
        Assert.Equal(("hello", 1), ((string)interaction["data"]!["name"]!, (int)interaction["data"]!["type"]!));
    }

    [Fact]
    public async Task AnAthleteHasNoManageServer()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = await RawBot.WithCommandAsync(sandbox);
        _ = sandbox.As("Ana").TypeAsync("/hello", TestContext.Current.CancellationToken);
        var member = (await bot.InteractionAsync())["member"]!;
        Assert.Equal(0UL, ulong.Parse((string)member["permissions"]!) & ((1 << 5) | (1 << 3)));
    }

    [Fact]
    public async Task TheWorldHasTheSameIdsAtEveryStart()
    {
        await using var one = await Start.SandboxAsync();
        await using var two = await Start.SandboxAsync();
        Assert.Equal(one.World.Teams, two.World.Teams);
        Assert.Equal(one.World.Channels, two.World.Channels);
        Assert.Equal(one.World.Roles.Select(role => role.Id), two.World.Roles.Select(role => role.Id));
        Assert.Equal(one.World.Members.Select(member => (member.Id, member.Name, member.Title)),
            two.World.Members.Select(member => (member.Id, member.Name, member.Title)));
        Assert.Equal(one.BotToken, two.BotToken);
    }

    [Fact]
    public async Task TheCoachesChannelIsForCoaches()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = RawBot.Offline(sandbox);
        var coaches = sandbox.World.Channels.First(channel => channel.Name == "coaches").Id;
        await bot.RestAsync("POST", $"channels/{coaches}/messages", new System.Text.Json.Nodes.JsonObject { ["content"] = "This week" });
        Assert.Single(sandbox.As("Coach Kim").Sees());
        Assert.Empty(sandbox.As("Maya").Sees());
    }
}
