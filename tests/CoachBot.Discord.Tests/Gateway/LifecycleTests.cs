using CoachBot.Discord.Tests.Fakes;

namespace CoachBot.Discord.Tests.Gateway;

public sealed class LifecycleTests
{
    [Fact]
    public async Task IdentifiesAndTellsTheSession()
    {
        await using var discord = new FakeDiscord();
        await using var bot = new RunningBot(discord).Start();
        var peer = await bot.ConnectsAsync();
        Assert.StartsWith("DiscordBot (https://", peer.Request.Headers["User-Agent"], StringComparison.Ordinal);
        Assert.Equal("/?v=10&encoding=json", peer.Request.Target);
        await peer.HelloAsync();
        var identify = await peer.ReceiveAsync(2);
        Assert.Equal(RunningBot.Token, identify.GetProperty("token").GetString());
        Assert.Equal(0, identify.GetProperty("intents").GetInt32());
        foreach (var property in new[] { "os", "browser", "device" })
            Assert.NotEmpty(identify.GetProperty("properties").GetProperty(property).GetString()!);
        await bot.ReadyAsync(peer);
        Assert.Equal(new Session(6, 5, "s1"), bot.Client.Session);
        await Patience.UntilAsync(() => bot.Sessions.Count == 1, "Ready");
    }

    [Fact]
    public async Task SendsTheIntentsThatAreWanted()
    {
        await using var discord = new FakeDiscord();
        await using var bot = new RunningBot(discord, options: o => o with { Intents = 1 }).Start();
        var peer = await bot.ConnectsAsync();
        await peer.HelloAsync();
        Assert.Equal(1, (await peer.ReceiveAsync(2)).GetProperty("intents").GetInt32());
    }

    [Fact]
    public async Task AsksForTheAddressWhenNoneIsGiven()
    {
        await using var discord = new FakeDiscord();
        await using var bot = new RunningBot(discord, options: o => o with { GatewayUrl = null }).Start();
        await bot.BecomesReadyAsync();
        var asked = Assert.Single(discord.Requests);
        Assert.Equal("GET gateway/bot", asked.Route);
        Assert.Equal("Bot " + RunningBot.Token, asked.Headers["Authorization"]);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(405)]
    public async Task AsksThePublicAddressWhereTheBotsIsUnknown(int status)
    {
        await using var discord = new FakeDiscord();
        discord.Answer = r => r.Route == "GET gateway/bot" ? FakeReply.Empty(status) : FakeReply.Json($$"""{"url":"{{discord.GatewayUrl}}"}""");
        await using var bot = new RunningBot(discord, options: o => o with { GatewayUrl = null }).Start();
        await bot.BecomesReadyAsync();
        Assert.Equal(["GET gateway/bot", "GET gateway"], discord.Requests.Select(r => r.Route));
    }

    [Fact]
    [Fault("B8")]
    public async Task EndsWhenTheTokenIsRefusedByRest()
    {
        await using var discord = new FakeDiscord();
        discord.Answer = _ => FakeReply.Json("""{"message":"401: Unauthorized","code":0}""", 401);
        await using var bot = new RunningBot(discord, options: o => o with { GatewayUrl = null }).Start();
        var fatal = await Assert.ThrowsAsync<FatalDiscordException>(() => bot.Run.WaitAsync(Patience.Bound, TimeProvider.System));
        Assert.Contains("401", fatal.Message, StringComparison.Ordinal);
        Assert.Equal(GatewayState.Fatal, bot.Client.State);
        Assert.Single(discord.Requests);
    }

    [Fact]
    [Fault("B8")]
    public async Task EndsWhileConnectedWhenTheTokenIsRefusedByRest()
    {
        await using var discord = new FakeDiscord();
        await using var bot = new RunningBot(discord).Start();
        await bot.BecomesReadyAsync();
        discord.Answer = _ => FakeReply.Empty(401);
        await Assert.ThrowsAsync<FatalDiscordException>(() => bot.Client.Rest.CreateMessageAsync(1, new MessageBody { Content = "x" }, null));
        await Assert.ThrowsAsync<FatalDiscordException>(() => bot.Run.WaitAsync(Patience.Bound, TimeProvider.System));
        await Assert.ThrowsAsync<FatalDiscordException>(() => bot.Client.Rest.CreateMessageAsync(2, new MessageBody { Content = "x" }, null));
        Assert.Single(discord.Requests);
    }

    [Fact]
    public async Task KeepsTryingWhenTheAddressCannotBeAsked()
    {
        await using var discord = new FakeDiscord();
        var refusals = 0;
        discord.Answer = _ => ++refusals <= 5 ? FakeReply.Empty(503) : null;
        await using var bot = new RunningBot(discord, options: o => o with { GatewayUrl = null }).Start();
        GatewayPeer? peer = null;
        await Patience.UntilAsync(() => discord.TryNextPeer(out peer), "a connection", () => bot.Clock.Advance(TimeSpan.FromMilliseconds(20)));
        Assert.NotNull(peer);
    }

    [Fact]
    public async Task ClosesWith1000AfterWaitingForWhatIsInFlight()
    {
        await using var discord = new FakeDiscord();
        var release = new TaskCompletionSource();
        await using var bot = new RunningBot(discord, (_, _) => release.Task).Start();
        var peer = await bot.BecomesReadyAsync();
        await peer.DispatchAsync("INTERACTION_CREATE", 2, RunningBot.Interaction(1));
        await bot.HandlesAsync(1);
        var stopped = bot.StopAsync();
        await bot.IsAsync(GatewayState.Draining);
        await peer.DispatchAsync("INTERACTION_CREATE", 3, RunningBot.Interaction(2));
        Assert.False(peer.IsClosed);
        release.SetResult();
        await stopped;
        Assert.Equal(1000, await peer.Closed);
        Assert.Equal(GatewayState.Closed, bot.Client.State);
        Assert.Single(bot.Handled);
    }

    [Fact]
    public async Task WaitsNoLongerThanFiveSecondsForWhatIsInFlight()
    {
        await using var discord = new FakeDiscord();
        var cancelled = new TaskCompletionSource();
        await using var bot = new RunningBot(discord, async (_, ct) =>
        {
            ct.Register(() => cancelled.TrySetResult());
            await new TaskCompletionSource().Task.WaitAsync(ct);
        }).Start();
        var peer = await bot.BecomesReadyAsync();
        await peer.DispatchAsync("INTERACTION_CREATE", 2, RunningBot.Interaction(1));
        await bot.HandlesAsync(1);
        var stopped = bot.StopAsync();
        await bot.Clock.PassAsync(TimeSpan.FromSeconds(5));
        await stopped;
        await cancelled.Task.WaitAsync(Patience.Bound, TimeProvider.System);
        Assert.Equal(1000, await peer.Closed);
    }

    [Fact]
    public async Task StopsWhileBackingOff()
    {
        await using var discord = new FakeDiscord { Upgrade = _ => FakeReply.Empty(503) };
        await using var bot = new RunningBot(discord).Start();
        await bot.IsAsync(GatewayState.Backoff);
        await bot.StopAsync();
        Assert.Equal(GatewayState.Closed, bot.Client.State);
    }
}
