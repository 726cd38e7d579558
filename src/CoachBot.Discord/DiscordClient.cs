using CoachBot.Discord.Delivery;
using CoachBot.Discord.Gateway;
using CoachBot.Discord.Model;
using CoachBot.Discord.Options;
using CoachBot.Discord.Rest;
using Microsoft.Extensions.Logging;

namespace CoachBot.Discord;

/// <summary>One bot's connection to Discord: the gateway that delivers interactions and the REST side that answers them.</summary>
public sealed class DiscordClient : IAsyncDisposable
{
    private readonly InteractionDelivery delivery;
    private readonly ShardGroup shards;
    private readonly ShardStates states;
    private readonly GuildFeed guilds;
    private readonly GatewayMetrics metrics;
    private readonly ILogger log;
    private readonly CancellationTokenSource halt = new();
    private volatile Session? lastSession;
    private int started;

    /// <param name="onInteraction">
    /// Called once per interaction, many at a time, never on the loop that reads the gateway. Its token is
    /// cancelled only when a clean stop has waited long enough.
    /// </param>
    /// <param name="random">Source of jitter; give a seeded one to repeat a test.</param>
    /// <exception cref="ArgumentException">
    /// The token cannot be sent, an address is not allowed (plain http or ws beyond loopback), or the shards make no sense.
    /// </exception>
    public DiscordClient(
        DiscordOptions options,
        Func<Interaction, CancellationToken, Task> onInteraction,
        TimeProvider time,
        ILoggerFactory logs,
        Random? random = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(onInteraction);
        if (string.IsNullOrWhiteSpace(options.Token) || options.Token.AsSpan().ContainsAnyExceptInRange('!', '~'))
            throw new ArgumentException("The bot token is empty, or holds spaces or characters that cannot be sent.", nameof(options));
        if (options.ShardCount < 1) throw new ArgumentException("ShardCount must be 1 or more.", nameof(options));
        if (options.ShardIds is { } ids
            && (ids.Count == 0 || ids.Distinct().Count() < ids.Count || ids.Any(id => id < 0 || !(id < options.ShardCount))))
            throw new ArgumentException("ShardIds must name some of the shards from 0 to ShardCount - 1, each once.", nameof(options));
        var jitter = new Jitter(random);
        log = logs.CreateLogger("CoachBot.Discord.Gateway");
        states = new ShardStates(log);
        guilds = new GuildFeed(log, options.SettingPrefix) { Halt = halt.Token };
        Rest = new DiscordRest(options, time, logs, jitter);
        var deliveryLog = logs.CreateLogger("CoachBot.Discord.Interactions");
        delivery = new InteractionDelivery(onInteraction, options.TurnedAwayWords, Rest, time, deliveryLog);
        var gate = new IdentifyGate(time, options.Ledger, log);
        metrics = new GatewayMetrics(() => (int)State, () => gate.Budget.Left);
        var wiring = new GatewayWiring(options, time, jitter, log)
        {
            Delivery = delivery,
            Address = new GatewayAddress(options, Rest, gate),
            Gate = gate,
            Guilds = guilds,
            Metrics = metrics,
            Enter = state => states.Enter(new Shard(0, 1), state),
            Ready = Begin,
        };
        shards = new ShardGroup(wiring, states.Enter, Begin, logs);
    }

    public DiscordRest Rest { get; }

    /// <summary>What this client measures; for tests, which run many at once.</summary>
    internal System.Diagnostics.Metrics.Meter Meter => metrics.Meter;

    internal long Unanswered => delivery.Unanswered;

    /// <summary>The state of the shard that is farthest from ready; Ready only when all shards are.</summary>
    public GatewayState State => states.Worst;

    /// <summary>The session of the last READY; null before the first.</summary>
    public Session? Session => lastSession;

    /// <summary>
    /// Raised after each READY of a new session, not after RESUMED; of several shards, only for the first of this process.
    /// Nothing waits for it; what it throws is logged.
    /// </summary>
    public event Func<Session, CancellationToken, Task>? Ready;

    /// <summary>
    /// Told which servers the bot is in, one piece of news at a time and in order. Without the intent GUILDS there is no
    /// news after READY, and perhaps no server in READY's list.
    /// </summary>
    public event Func<GuildNews, CancellationToken, Task>? Guilds
    {
        add => guilds.Listener += value;
        remove => guilds.Listener -= value;
    }

    /// <summary>
    /// Connects and stays connected. When <paramref name="ct"/> asks for a clean stop, nothing more is delivered (callers are
    /// told so), interactions in flight are waited for (5 s at most), and the connection closes with 1000. May be called once.
    /// </summary>
    /// <exception cref="FatalDiscordException">Discord refuses this bot for good.</exception>
    public async Task RunAsync(CancellationToken ct)
    {
        if (Interlocked.Exchange(ref started, 1) == 1) throw new InvalidOperationException("A client runs once.");
        await using var asked = ct.Register(halt.Cancel);
        _ = Rest.Refused.ContinueWith(_ => Halt(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        try
        {
            await shards.RunAsync(halt.Token);
            await delivery.DrainAsync();
            if (Rest.Refused.IsCompleted) throw await Rest.Refused;
            states.End(GatewayState.Closed);
        }
        catch (FatalDiscordException problem)
        {
            log.LogCritical("{Problem}", problem.Message);
            states.End(GatewayState.Fatal);
            await delivery.DrainAsync();
            if (Rest.Refused.IsCompleted) throw new FatalDiscordException(problem.Message, problem) { IsTokenRefused = true };
            throw;
        }
    }

    /// <summary>
    /// Takes an interaction that came over HTTP, its signature checked. It is answered as one of the gateway's: once, by REST.
    /// Returns at once.
    /// </summary>
    /// <returns>False when the client has stopped.</returns>
    public bool Deliver(Interaction interaction) => delivery.Accept(interaction);

    /// <summary>Ends what <see cref="RunAsync"/> was not asked to end, without waiting.</summary>
    public ValueTask DisposeAsync()
    {
        Halt();
        Rest.Dispose();
        metrics.Dispose();
        return ValueTask.CompletedTask;
    }

    private void Halt() => halt.Cancel();

    private void Begin(Session session)
    {
        lastSession = session;
        Rest.ApplicationId = session.ApplicationId;
        if (Ready is not { } ready) return;
        foreach (var subscriber in ready.GetInvocationList().Cast<Func<Session, CancellationToken, Task>>())
            _ = Task.Run(() => TellAsync(subscriber, session));
    }

    private async Task TellAsync(Func<Session, CancellationToken, Task> subscriber, Session session)
    {
        try
        {
            await subscriber(session, halt.Token);
        }
        catch (OperationCanceledException) when (halt.IsCancellationRequested)
        {
            // Stopping.
        }
        catch (Exception problem)
        {
            log.LogError("What follows READY failed: {Error} at {Where}", problem.GetType().Name, problem.StackTrace);
        }
    }
}
