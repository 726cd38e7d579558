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
    private readonly InteractionDelivery _delivery;
    private readonly ShardGroup _shards;
    private readonly ShardStates _states;
    private readonly GuildFeed _guilds;
    private readonly GatewayMetrics _metrics;
    private readonly ILogger _log;
    private readonly CancellationTokenSource _halt = new();
    private volatile Session? _session;
    private int _started;

    /// <param name="onInteraction">
    /// Called once per interaction, many at a time, never on the loop that reads the gateway. Its token is
    /// cancelled only when a clean stop has waited long enough.
    /// </param>
    /// <param name="random">Source of jitter; give a seeded one to repeat a test.</param>
    /// <exception cref="ArgumentException">The token cannot be sent, an address is not allowed (plain http or ws beyond loopback), or the shards make no sense.</exception>
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
        if (options.ShardIds is { } ids && (ids.Count == 0 || ids.Distinct().Count() < ids.Count || ids.Any(id => id < 0 || !(id < options.ShardCount))))
            throw new ArgumentException("ShardIds must name some of the shards from 0 to ShardCount - 1, each once.", nameof(options));
        var jitter = new Jitter(random);
        _log = logs.CreateLogger("CoachBot.Discord.Gateway");
        _states = new ShardStates(_log);
        _guilds = new GuildFeed(_log) { Halt = _halt.Token };
        Rest = new DiscordRest(options, time, logs, jitter);
        _delivery = new InteractionDelivery(onInteraction, Rest, time, logs.CreateLogger("CoachBot.Discord.Interactions"));
        var gate = new IdentifyGate(time, options.Ledger, _log);
        _metrics = new GatewayMetrics(() => (int)State, () => gate.Budget.Left);
        var wiring = new GatewayWiring(options, time, jitter, _log)
        {
            Delivery = _delivery,
            Address = new GatewayAddress(options, Rest, gate),
            Gate = gate,
            Guilds = _guilds,
            Metrics = _metrics,
            Enter = state => _states.Enter(new Shard(0, 1), state),
            Ready = Begin,
        };
        _shards = new ShardGroup(wiring, _states.Enter, Begin, logs);
    }

    public DiscordRest Rest { get; }

    /// <summary>What this client measures; for tests, which run many at once.</summary>
    internal System.Diagnostics.Metrics.Meter Meter => _metrics.Meter;

    /// <summary>The state of the shard that is farthest from ready; Ready only when all shards are.</summary>
    public GatewayState State => _states.Worst;

    /// <summary>The session of the last READY; null before the first.</summary>
    public Session? Session => _session;

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
        add => _guilds.Listener += value;
        remove => _guilds.Listener -= value;
    }

    /// <summary>
    /// Connects and stays connected. When <paramref name="ct"/> asks for a clean stop, nothing more is delivered (who calls is told to try again in a minute),
    /// interactions in flight are waited for (5 s at most), and the connection closes with 1000. May be called once.
    /// </summary>
    /// <exception cref="FatalDiscordException">Discord refuses this bot for good.</exception>
    public async Task RunAsync(CancellationToken ct)
    {
        if (Interlocked.Exchange(ref _started, 1) == 1) throw new InvalidOperationException("A client runs once.");
        await using var asked = ct.Register(_halt.Cancel);
        _ = Rest.Refused.ContinueWith(_ => Halt(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        try
        {
            await _shards.RunAsync(_halt.Token);
            await _delivery.DrainAsync();
            if (Rest.Refused.IsCompleted) throw await Rest.Refused;
            _states.End(GatewayState.Closed);
        }
        catch (FatalDiscordException e)
        {
            _log.LogCritical("{Problem}", e.Message);
            _states.End(GatewayState.Fatal);
            await _delivery.DrainAsync();
            if (Rest.Refused.IsCompleted) throw new FatalDiscordException(e.Message, e) { IsTokenRefused = true };
            throw;
        }
    }

    /// <summary>
    /// Takes an interaction that came over HTTP, its signature checked. It is answered as one of the gateway's: once, by REST. Returns at once.
    /// </summary>
    /// <returns>False when the client has stopped.</returns>
    public bool Deliver(Interaction interaction) => _delivery.Accept(interaction);

    /// <summary>Ends what <see cref="RunAsync"/> was not asked to end, without waiting.</summary>
    public ValueTask DisposeAsync()
    {
        Halt();
        Rest.Dispose();
        _metrics.Dispose();
        return ValueTask.CompletedTask;
    }

    private void Halt() => _halt.Cancel();

    private void Begin(Session session)
    {
        _session = session;
        Rest.ApplicationId = session.ApplicationId;
        if (Ready is not { } ready) return;
        foreach (var subscriber in ready.GetInvocationList().Cast<Func<Session, CancellationToken, Task>>())
            _ = Task.Run(() => TellAsync(subscriber, session));
    }

    private async Task TellAsync(Func<Session, CancellationToken, Task> subscriber, Session session)
    {
        try
        {
            await subscriber(session, _halt.Token);
        }
        catch (OperationCanceledException) when (_halt.IsCancellationRequested)
        {
            // Stopping.
        }
        catch (Exception e)
        {
            _log.LogError("What follows READY failed: {Error}: {Problem}", e.GetType().Name, e.Message);
        }
    }
}
