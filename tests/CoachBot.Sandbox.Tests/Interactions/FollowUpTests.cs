using System.Text.Json.Nodes;
using CoachBot.Sandbox.Interactions;
using Microsoft.Extensions.Time.Testing;

namespace CoachBot.Sandbox.Tests.Interactions;

public sealed class FollowUpTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ADeferredAnswerThinksUntilItIsEdited()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = await RawBot.WithCommandAsync(sandbox);
        var (answer, interaction) = await DeferredAsync(sandbox, bot, flags: 64);
        Assert.Equal(Outcome.Deferred, answer.Outcome);
        Assert.Equal(64 | 128, (int)answer.Message!.Json["flags"]!);

        var waiting = sandbox.WaitForMessageAsync(message => message.Id == answer.Message.Id && message.Content == "Done", Ct);
        Assert.Equal(200, (
            await bot.RestAsync("PATCH", bot.Webhook(interaction, "/messages/@original"), new JsonObject { ["content"] = "Done" })).Status);
        var done = await waiting;
        Assert.Equal(2, done.Revision);
        Assert.True(done.IsEphemeral);
        Assert.Equal(64, (int)done.Json["flags"]!);
        Assert.Null(done.Json["edited_timestamp"]);
    }

    [Fact]
    public async Task TheFirstFollowUpToADeferredAnswerFillsItAndKeepsItsVisibility()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = await RawBot.WithCommandAsync(sandbox);
        var (answer, interaction) = await DeferredAsync(sandbox, bot, flags: 0);
        var filled = await bot.RestAsync("POST", bot.Webhook(interaction), new JsonObject { ["content"] = "Done", ["flags"] = 64 });
        Assert.Equal(answer.Message!.Id.ToString(), (string)filled.Json["id"]!);
        Assert.Equal(0, (int)filled.Json["flags"]!);
        Assert.Single(sandbox.As("Ana").Sees());
    }

    [Fact]
    public async Task FollowUpsCanBePrivateAndEditedAndDeleted()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = await RawBot.WithCommandAsync(sandbox);
        var typing = sandbox.As("Maya").TypeAsync("/hello", Ct);
        var interaction = await bot.InteractionAsync();
        await bot.ReplyAsync(interaction);
        await typing;
        var one = await bot.RestAsync("POST", bot.Webhook(interaction), new JsonObject { ["content"] = "Psst", ["flags"] = 64 });
        Assert.Equal(["Hello.", "Psst"], sandbox.As("Maya").Sees().Select(message => message.Content));
        Assert.Equal(["Hello."], sandbox.As("Ana").Sees().Select(message => message.Content));

        var path = bot.Webhook(interaction, $"/messages/{one.Json["id"]}");
        Assert.Equal("Psst!", (string)(await bot.RestAsync("PATCH", path, new JsonObject { ["content"] = "Psst!" })).Json["content"]!);
        Assert.Equal("Psst!", (string)(await bot.RestAsync("GET", path)).Json["content"]!);
        Assert.Equal(204, (await bot.RestAsync("DELETE", path)).Status);
        Assert.Equal((404, 10008), ((await bot.RestAsync("GET", path)).Status, (await bot.RestAsync("GET", path)).Code));
        Assert.Single(sandbox.As("Maya").Sees());
    }

    [Fact]
    public async Task AFollowUpBeforeTheAnswerIs10015()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = await RawBot.WithCommandAsync(sandbox);
        _ = sandbox.As("Maya").TypeAsync("/hello", Ct);
        var interaction = await bot.InteractionAsync();
        Assert.Equal(10015, (await bot.RestAsync("POST", bot.Webhook(interaction), new JsonObject { ["content"] = "Early" })).Code);
    }

    [Fact]
    public async Task TheTokenLivesForFifteenMinutes()
    {
        var time = new FakeTimeProvider(Start.Now);
        await using var sandbox = await Start.SandboxAsync(time);
        await using var bot = await RawBot.WithCommandAsync(sandbox);
        var (_, interaction) = await DeferredAsync(sandbox, bot, flags: 0);
        time.Advance(TimeSpan.FromMinutes(15) - TimeSpan.FromMilliseconds(1));
        Assert.Equal(200, (await bot.RestAsync("PATCH", bot.Webhook(interaction, "/messages/@original"),
            new JsonObject { ["content"] = "In time" })).Status);
        time.Advance(TimeSpan.FromMilliseconds(1));
        var late = await bot.RestAsync("POST", bot.Webhook(interaction), new JsonObject { ["content"] = "Late" });
        Assert.Equal((401, 50027), (late.Status, late.Code));
    }

    [Fact]
    public async Task AnotherInteractionsMessageIsOutOfReach()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = await RawBot.WithCommandAsync(sandbox);
        var (first, _) = await DeferredAsync(sandbox, bot, flags: 0);
        var (_, second) = await DeferredAsync(sandbox, bot, flags: 0);
        Assert.Equal(10008, (await bot.RestAsync("DELETE", bot.Webhook(second, $"/messages/{first.Message!.Id}"))).Code);
    }

    private static async Task<(SandboxAnswer Answer, JsonObject Interaction)> DeferredAsync(SandboxServer sandbox, RawBot bot, int flags)
    {
        var typing = sandbox.As("Maya").TypeAsync("/hello", Ct);
        var interaction = await bot.InteractionAsync();
        Assert.Equal(204, (await bot.AnswerAsync(interaction, 5, new JsonObject { ["flags"] = flags })).Status);
        return (await typing, interaction);
    }
}
