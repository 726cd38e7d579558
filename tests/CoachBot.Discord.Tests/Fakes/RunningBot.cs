using System.Collections.Concurrent;

namespace CoachBot.Discord.Tests.Fakes;

/// <summary>A client that runs against a <see cref="FakeDiscord"/>. Its end checks that no secret was logged.</summary>
internal sealed class RunningBot : IAsyncDisposable
{
    public const string Token = "TOKEN-that-nobody-may-see";
    public const string InteractionToken = "interaction-secret";
    public const string UserId = "424242424242";

    private readonly FakeDiscord discord;
    private readonly CancellationTokenSource stop = new();

    public RunningBot(
        FakeDiscord discord,
        Func<Interaction, CancellationToken, Task>? handler = null,
        double random = 0.5,
        Func<DiscordOptions, DiscordOptions>? options = null,
        TestClock? clock = null,
        Random? dice = null)
    {
        this.discord = discord;
        Clock = clock ?? new TestClock();
        var plain = new DiscordOptions
        {
            Token = Token,
            ApiBaseUrl = discord.RestBase,
            GatewayUrl = discord.GatewayUrl,
            TurnedAwayWords = (_, why) => $"no place: {why}",
            SettingPrefix = "Section:",
        };
        Client = new DiscordClient(options?.Invoke(plain) ?? plain, async (interaction, ct) =>
        {
            Handled.Enqueue(interaction);
            if (handler is not null) await handler(interaction, ct);
        }, Clock, Logs, dice ?? new FixedRandom(random));
        Client.Ready += (session, _) =>
        {
            Sessions.Enqueue(session);
            return Task.CompletedTask;
        };
    }

    public TestClock Clock { get; }

    public CapturedLogs Logs { get; } = new();

    public DiscordClient Client { get; }

    public ConcurrentQueue<Interaction> Handled { get; } = new();

    public ConcurrentQueue<Session> Sessions { get; } = new();

    public ConcurrentQueue<GuildNews> Guilds { get; } = new();

    public Task Run { get; private set; } = Task.CompletedTask;

    public RunningBot ListeningToGuilds()
    {
        Client.Guilds += (news, _) =>
        {
            Guilds.Enqueue(news);
            return Task.CompletedTask;
        };
        return this;
    }

    public RunningBot Start()
    {
        Run = Task.Run(() => Client.RunAsync(stop.Token));
        return this;
    }

    public Task StopAsync()
    {
        stop.Cancel();
        return Run.WaitAsync(Patience.Bound, TimeProvider.System);
    }

    /// <summary>The next connection; time passes only while the bot backs off.</summary>
    /// <param name="step">How much at a time; left out, 100 ms.</param>
    public async Task<GatewayPeer> ConnectsAsync(TimeSpan? step = null)
    {
        GatewayPeer? peer = null;
        await Patience.UntilAsync(() => discord.TryNextPeer(out peer), "a connection", () =>
        {
            if (Client.State == GatewayState.Backoff) Clock.Advance(step ?? TimeSpan.FromMilliseconds(100));
        });
        return peer!;
    }

    /// <summary>Connected, identified and ready, with sequence 1.</summary>
    public async Task<GatewayPeer> BecomesReadyAsync(string session = "s1", string? resumeUrl = null, string interval = "41250", TimeSpan? step = null)
    {
        var peer = await ConnectsAsync(step);
        await peer.HelloAsync(interval);
        await peer.ReceiveAsync(2);
        await ReadyAsync(peer, session, resumeUrl);
        return peer;
    }

    public async Task ReadyAsync(GatewayPeer peer, string session = "s1", string? resumeUrl = null, long sequence = 1)
    {
        await SendReadyAsync(peer, session, resumeUrl, sequence);
        await IsAsync(GatewayState.Ready);
    }

    public Task SendReadyAsync(GatewayPeer peer, string session = "s1", string? resumeUrl = null, long sequence = 1, string guilds = "[]") =>
        peer.DispatchAsync("READY", sequence,
            $$$"""{"v":10,"user":{"id":"5","bot":true},"application":{"id":"6","flags":0},"session_id":"{{{session}}}","resume_gateway_url":"{{{resumeUrl ?? discord.GatewayUrl.ToString()}}}","guilds":{{{guilds}}}}""");

    public Task IsAsync(GatewayState state) => Patience.UntilAsync(() => Client.State == state, $"state {state}; it is {Client.State}");

    public Task HandlesAsync(int count) => Patience.UntilAsync(() => Handled.Count >= count, $"{count} interactions");

    public static string Interaction(ulong id, string more = "\"type\":2,\"data\":{\"id\":\"1\",\"name\":\"exercise\"}", string user = UserId) =>
        $$$"""{"id":"{{{id}}}","application_id":"6","token":"{{{InteractionToken}}}","guild_id":"9","channel_id":"8","member":{"user":{"id":"{{{user}}}"},"permissions":"32","roles":[]},{{{more}}}}""";

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await Client.DisposeAsync();
        stop.Dispose();
        foreach (var line in Logs.Lines)
        {
            Assert.DoesNotContain(Token, line, StringComparison.Ordinal);
            Assert.DoesNotContain(InteractionToken, line, StringComparison.Ordinal);
            Assert.DoesNotContain(UserId, line, StringComparison.Ordinal);
        }
    }
}
