using System.Net.WebSockets;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace CoachBot.Sandbox.Tests.Gateway;

public sealed class ResumeTests
{
    [Fact]
    public async Task MissedEventsAreReplayedBeforeResumed()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = await RawBot.WithCommandAsync(sandbox);
        sandbox.DropConnections();
        await Assert.ThrowsAsync<WebSocketException>(bot.NextAsync);
        var typing = sandbox.As("Maya").TypeAsync("/hello", TestContext.Current.CancellationToken);

        await bot.ReconnectAsync();
        await bot.ResumeAsync();
        var interaction = await bot.NextAsync();
        Assert.Equal("INTERACTION_CREATE", (string)interaction["t"]!);
        var resumed = await bot.NextAsync();
        Assert.Equal("RESUMED", (string)resumed["t"]!);
        Assert.Equal((int)interaction["s"]! + 1, (int)resumed["s"]!);

        await bot.ReplyAsync(interaction["d"]!.AsObject());
        Assert.Equal(Outcome.Message, (await typing).Outcome);
    }

    [Fact]
    public async Task SeenEventsAreNotReplayed()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = await RawBot.LogInAsync(sandbox);
        sandbox.DropConnections();
        await bot.ReconnectAsync();
        await bot.ResumeAsync();
        Assert.Equal("RESUMED", (string)(await bot.NextAsync())["t"]!);
    }

    [Theory]
    [InlineData(99, null)]
    [InlineData(-1, null)]
    [InlineData(1, "no such session")]
    public async Task AWrongSequenceOrSessionIsInvalid(int seq, string? session)
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = await RawBot.LogInAsync(sandbox);
        sandbox.DropConnections();
        await bot.ReconnectAsync();
        await bot.ResumeAsync(seq, session);
        var invalid = await bot.NextAsync();
        Assert.Equal((9, false), ((int)invalid["op"]!, (bool)invalid["d"]!));

        await bot.IdentifyAsync();
        Assert.Equal("READY", (string)(await bot.NextAsync())["t"]!);
    }

    [Fact]
    public async Task ASessionWaitsForAFewMinutesOnly()
    {
        var time = new FakeTimeProvider(Start.Now);
        await using var sandbox = await Start.SandboxAsync(time);
        await using var bot = await RawBot.LogInAsync(sandbox);
        sandbox.DropConnections();
        await Assert.ThrowsAsync<WebSocketException>(bot.NextAsync);
        await OfflineAsync(sandbox);
        time.Advance(TimeSpan.FromMinutes(10));
        await bot.ReconnectAsync();
        await bot.ResumeAsync();
        Assert.Equal(9, (int)(await bot.NextAsync())["op"]!);
    }

    [Fact]
    public async Task ACloseWith1000EndsTheSession()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = await RawBot.LogInAsync(sandbox);
        await bot.CloseAsync(1000);
        await bot.ReconnectAsync();
        await bot.ResumeAsync();
        Assert.Equal(9, (int)(await bot.NextAsync())["op"]!);
    }

    [Fact]
    public async Task AnotherBotsSessionCannotBeResumed()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = await RawBot.LogInAsync(sandbox, "one");
        await using var thief = await RawBot.ConnectAsync(sandbox, "two");
        await thief.ResumeAsync(1, bot.SessionId);
        Assert.Equal(9, (int)(await thief.NextAsync())["op"]!);
    }

    [Fact]
    public async Task FaultsSendOp7AndOp9()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = await RawBot.LogInAsync(sandbox);
        sandbox.RequestReconnect();
        Assert.Equal(7, (int)(await bot.NextAsync())["op"]!);
        sandbox.InvalidateSessions();
        var invalid = await bot.NextAsync();
        Assert.Equal((9, false), ((int)invalid["op"]!, (bool)invalid["d"]!));
        await bot.IdentifyAsync();
        Assert.Equal("READY", (string)(await bot.NextAsync())["t"]!);
    }

    [Fact]
    public async Task TheLastInteractionIsRepeatedWordForWord()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = await RawBot.WithCommandAsync(sandbox);
        _ = sandbox.As("Maya").TypeAsync("/hello", TestContext.Current.CancellationToken);
        var first = await bot.InteractionAsync();
        sandbox.RepeatLastInteraction();
        Assert.True(JsonNode.DeepEquals(first, await bot.InteractionAsync()));
    }

    // The sandbox notices a cut a moment after the client does.
    private static async Task OfflineAsync(SandboxServer sandbox)
    {
        using var http = new HttpClient { BaseAddress = sandbox.PageUrl };
        while ((await http.GetStringAsync("page/state", TestContext.Current.CancellationToken))
            .Contains("\"online\":true", StringComparison.Ordinal))
            await Task.Yield();
    }
}
