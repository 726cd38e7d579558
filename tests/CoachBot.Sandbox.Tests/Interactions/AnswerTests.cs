using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace CoachBot.Sandbox.Tests.Interactions;

public sealed class AnswerTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ATypedCommandIsAnswered()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = await RawBot.WithCommandAsync(sandbox);
        var typing = sandbox.As("maya").TypeAsync("/hello", Ct);
        var interaction = await bot.InteractionAsync();
        Assert.Equal(204, (await bot.ReplyAsync(interaction)).Status);
        var answer = await typing;
        Assert.Equal(Outcome.Message, answer.Outcome);
        Assert.Equal(RawBot.ReplyText, answer.Message!.Text);
        Assert.Equal(20, (int)answer.Message.Json["type"]!);
        Assert.Equal("hello", (string)answer.Message.Json["interaction_metadata"]!["name"]!);
        Assert.Equal("Maya", (string)answer.Message.Json["interaction_metadata"]!["user"]!["global_name"]!);
        Assert.Equal(answer.Message.Id, Assert.Single(sandbox.As("Ana").Sees()).Id);
        Assert.Empty(sandbox.As("Zoe").Sees());
    }

    [Fact]
    public async Task AnEphemeralAnswerIsSeenByOneMemberOnly()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = await RawBot.WithCommandAsync(sandbox);
        var answer = await bot.AnsweredAsync(sandbox.As("Maya"), "/hello", new JsonObject { ["content"] = "For you", ["flags"] = 64 });
        Assert.True(answer.Message!.IsEphemeral);
        Assert.Equal(sandbox.As("Maya").Id, answer.Message.VisibleTo);
        Assert.Single(sandbox.As("Maya").Sees());
        Assert.Empty(sandbox.As("Ana").Sees());
        Assert.Empty(sandbox.As("Coach Kim").Sees());
        Assert.Empty(sandbox.As("Zoe").Sees());
        Assert.Single(sandbox.MessagesIn(answer.Message.ChannelId));
        Assert.Equal(404, (await bot.RestAsync("GET", $"channels/{answer.Message.ChannelId}/messages/{answer.Message.Id}")).Status);
    }

    [Fact]
    public async Task NoAnswerWithinThreeSecondsFailsAndKillsTheToken()
    {
        var time = new FakeTimeProvider(Start.Now);
        await using var sandbox = await Start.SandboxAsync(time);
        await using var bot = await RawBot.WithCommandAsync(sandbox);
        var typing = sandbox.As("Maya").TypeAsync("/hello", Ct);
        var interaction = await bot.InteractionAsync();
        time.Advance(TimeSpan.FromSeconds(3));
        var answer = await typing;
        Assert.Equal((Outcome.Failed, "The application did not respond"), (answer.Outcome, answer.Error));
        var late = await bot.ReplyAsync(interaction);
        Assert.Equal((404, 10062), (late.Status, late.Code));
    }

    [Fact]
    public async Task AnAnswerJustInTimeCounts()
    {
        var time = new FakeTimeProvider(Start.Now);
        await using var sandbox = await Start.SandboxAsync(time);
        await using var bot = await RawBot.WithCommandAsync(sandbox);
        var typing = sandbox.As("Maya").TypeAsync("/hello", Ct);
        var interaction = await bot.InteractionAsync();
        time.Advance(TimeSpan.FromMilliseconds(2999));
        Assert.Equal(204, (await bot.ReplyAsync(interaction)).Status);
        Assert.Equal(Outcome.Message, (await typing).Outcome);
    }

    [Fact]
    public async Task ASecondAnswerIs40060()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = await RawBot.WithCommandAsync(sandbox);
        _ = sandbox.As("Maya").TypeAsync("/hello", Ct);
        var interaction = await bot.InteractionAsync();
        await bot.ReplyAsync(interaction);
        var second = await bot.ReplyAsync(interaction);
        Assert.Equal((400, 40060), (second.Status, second.Code));
        Assert.Single(sandbox.As("Maya").Sees());
    }

    [Fact]
    public async Task ATokenThatWasNeverGivenIs10062()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = await RawBot.WithCommandAsync(sandbox);
        _ = sandbox.As("Maya").TypeAsync("/hello", Ct);
        var interaction = await bot.InteractionAsync();
        var forged = await bot.RestAsync("POST", $"interactions/{interaction["id"]}/forged/callback", new JsonObject { ["type"] = 5 });
        Assert.Equal((404, 10062), (forged.Status, forged.Code));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(12)]
    [InlineData(99)]
    public async Task ACommandCannotBeAnsweredWithTheseTypes(int type)
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = await RawBot.WithCommandAsync(sandbox);
        _ = sandbox.As("Maya").TypeAsync("/hello", Ct);
        var reply = await bot.AnswerAsync(await bot.InteractionAsync(), type, new JsonObject { ["content"] = "x" });
        Assert.Equal((400, 50035), (reply.Status, reply.Code));
        Assert.Equal("BASE_TYPE_CHOICES", reply.ErrorAt("type"));
    }

    [Fact]
    public async Task AWrongBodyLeavesTheInteractionOpenForARightOne()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = await RawBot.WithCommandAsync(sandbox);
        var typing = sandbox.As("Maya").TypeAsync("/hello", Ct);
        var interaction = await bot.InteractionAsync();
        Assert.Equal("BASE_TYPE_MAX_LENGTH", (await bot.ReplyAsync(interaction, new string('x', 2001))).ErrorAt("data.content"));
        Assert.Equal(50006, (await bot.ReplyAsync(interaction, " ")).Code);
        Assert.Equal(204, (await bot.ReplyAsync(interaction, new string('x', 2000))).Status);
        Assert.Equal(2000, (await typing).Message!.Content.Length);
    }

    [Fact]
    public async Task WithResponseTellsOfTheMessage()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = await RawBot.WithCommandAsync(sandbox);
        _ = sandbox.As("Maya").TypeAsync("/hello", Ct);
        var reply = await bot.AnswerAsync(await bot.InteractionAsync(), 4, new JsonObject { ["content"] = "Hi" }, "?with_response=true");
        Assert.Equal(200, reply.Status);
        Assert.Equal("Hi", (string)reply.Json["resource"]!["message"]!["content"]!);
        Assert.Equal((string)reply.Json["resource"]!["message"]!["id"]!, (string)reply.Json["interaction"]!["response_message_id"]!);
    }

    [Fact]
    public async Task WithoutABotOnlineTheCommandIsRefusedWithASentence()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = RawBot.Offline(sandbox);
        Assert.Contains("No bot has registered", (await sandbox.As("Maya").TypeAsync("/hello", Ct)).Error!, StringComparison.Ordinal);
        await bot.RegisterAsync(Commands.Command("hello", "A command"));
        Assert.Contains("offline", (await sandbox.As("Maya").TypeAsync("/hello", Ct)).Error!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WaitingForCommandsEndsWhenABotThatHasThemIsOnline()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = await RawBot.ConnectAsync(sandbox);
        var waiting = sandbox.WaitForCommandsAsync("hello", Ct);
        await bot.RegisterAsync(Commands.Command("hello", "A command"));
        Assert.False(waiting.IsCompleted);
        await bot.IdentifyAsync();
        await waiting;
    }

    [Fact]
    public async Task IdsAreDifferentAfterARestartUnderTheSameClock()
    {
        var ids = new HashSet<string>();
        for (var i = 0; i < 3; i++)
        {
            await using var sandbox = await Start.SandboxAsync();
            await using var bot = await RawBot.WithCommandAsync(sandbox);
            _ = sandbox.As("Maya").TypeAsync("/hello", Ct);
            Assert.True(ids.Add((string)(await bot.InteractionAsync())["id"]!));
        }

        var instant = DateTimeOffset.FromUnixTimeMilliseconds((long)(ulong.Parse(ids.First()) >> 22) + 1_420_070_400_000);
        Assert.Equal(Start.Now, instant);
    }
}
