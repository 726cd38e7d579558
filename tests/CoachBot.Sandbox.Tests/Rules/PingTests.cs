using System.Text.Json.Nodes;

namespace CoachBot.Sandbox.Tests.Rules;

public sealed class PingTests
{
    [Theory]
    [InlineData(null, true, true, true)]
    [InlineData("""{"parse":[]}""", false, false, false)]
    [InlineData("""{"parse":["roles"]}""", false, true, false)]
    [InlineData("""{"parse":["everyone"],"users":["USER"]}""", true, false, true)]
    [InlineData("""{"parse":[],"roles":["ROLE"]}""", false, true, false)]
    [InlineData("""{"parse":[],"roles":["1"]}""", false, false, false)]
    public async Task AChannelMessagePingsWhatItMay(string? allowed, bool everyone, bool role, bool user)
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = RawBot.Offline(sandbox);
        var (roleId, userId) = (Athletes(sandbox), sandbox.As("Maya").Id);
        var body = new JsonObject { ["content"] = $"@everyone <@&{roleId}> <@{userId}>" };
        if (allowed is not null)
        {
            body["allowed_mentions"] = JsonNode.Parse(
                allowed.Replace("ROLE", roleId.ToString(), StringComparison.Ordinal)
                    .Replace("USER", userId.ToString(), StringComparison.Ordinal));
        }

        Assert.Equal(200, (await bot.RestAsync("POST", $"channels/{sandbox.World.Channels[0].Id}/messages", body)).Status);
        var message = Assert.Single(sandbox.As("Ana").Sees());
        Assert.Equal((everyone, role, user),
            (message.PingedEveryone, message.PingedRoles.Contains(roleId), message.PingedUsers.Contains(userId)));
        Assert.Equal([roleId], message.MentionedRoles);
        Assert.Equal(role, message.Json["mention_roles"]!.AsArray().Count == 1);
        Assert.Equal(user, message.Json["mentions"]!.AsArray().Count == 1);
    }

    [Fact]
    public async Task AnInteractionsAnswerPingsUsersOnlyUnlessToldOtherwise()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = await RawBot.WithCommandAsync(sandbox);
        var text = $"@everyone <@&{Athletes(sandbox)}> <@{sandbox.As("Ana").Id}>";
        var message = (await bot.AnsweredAsync(sandbox.As("Maya"), "/hello", new JsonObject { ["content"] = text })).Message!;
        Assert.Equal((false, 0, 1), (message.PingedEveryone, message.PingedRoles.Count, message.PingedUsers.Count));
        var secret = (
            await bot.AnsweredAsync(sandbox.As("Maya"), "/hello", new JsonObject { ["content"] = text, ["flags"] = 64 })).Message!;
        Assert.Empty(secret.PingedUsers);
    }

    [Fact]
    public async Task AnEditPingsNobodyNew()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = RawBot.Offline(sandbox);
        var sent = await bot.RestAsync("POST", $"channels/{sandbox.World.Channels[0].Id}/messages",
            new JsonObject { ["content"] = "Quiet" });
        await bot.RestAsync("PATCH", $"channels/{sandbox.World.Channels[0].Id}/messages/{sent.Json["id"]}",
            new JsonObject { ["content"] = $"<@{sandbox.As("Maya").Id}>" });
        Assert.Empty(Assert.Single(sandbox.As("Maya").Sees()).PingedUsers);
    }

    [Fact]
    public async Task AnAthleteCannotPingEveryoneNorCoaches()
    {
        await using var sandbox = await Start.SandboxAsync();
        var coaches = sandbox.World.Roles.First(role => role.Name == "Coaches").Id;
        var message = (await sandbox.As("Maya").TypeAsync($"@everyone <@&{coaches}> <@&{Athletes(sandbox)}> `<@{sandbox.As("Ana").Id}>`",
            TestContext.Current.CancellationToken)).Message!;
        Assert.False(message.PingedEveryone);
        Assert.Equal([Athletes(sandbox)], message.PingedRoles);
        Assert.Empty(message.PingedUsers);
    }

    private static ulong Athletes(SandboxServer sandbox) => sandbox.World.Roles.First(role => role.Name == "Athletes").Id;
}
