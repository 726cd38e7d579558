using CoachBot.Discord.Gateway;
using CoachBot.Discord.Interactions;

using Microsoft.Extensions.Logging;

namespace CoachBot.Discord;

/// <summary>One bot's connection to Discord: the gateway that delivers interactions and the REST side that answers them.</summary>
public sealed class DiscordClient : IAsyncDisposable
{
    private readonly InteractionDelivery _delivery;
    private readonly GatewayLoop _loop;
    private readonly ILogger _log;
    private readonly CancellationTokenSource _halt = new();
    private volatile GatewayState _state;
    private volatile Session? _session;
    private int _started;

    /// <param name="onInteraction">
    /// Called once per interaction, many at a time, never on the loop that reads the gateway. Its token is
    /// cancelled only when a clean stop has waited long enough.
    /// </param>
    /// <param name="random">Source of jitter; give a seeded one to repeat a test.</param>
    /// <exception cref="ArgumentException">The token cannot be sent, or an address is not allowed (plain http or ws beyond loopback).</exception>
    public DiscordClient(
        DiscordOptions options,
        Func<Interaction, CancellationToken, Task> onInteraction,
        TimeProvider time,
        ILoggerFactory logs,
        Random? random = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(onInteraction);
        if (string.IsNullOrWhiteSpace(options.Token) || options.Token.Any(c => c is < '!' or > '~'))
            throw new ArgumentException("The bot token is empty, or holds spaces or characters that cannot be sent.", nameof(options));
        var jitter = new Jitter(random);
        _log = logs.CreateLogger("CoachBot.Discord.Gateway");
        Rest = new DiscordRest(options, time, logs, jitter);
        _delivery = new InteractionDelivery(onInteraction, Rest, time, logs.CreateLogger("CoachBot.Discord.Interactions"));
        _loop = new GatewayLoop(
            new GatewayWiring(options, time, jitter, _log) { Delivery = _delivery, Enter = Enter, Ready = Begin }, Rest);
    }

    public DiscordRest Rest { get; }

    public GatewayState State => _state;

    /// <summary>The session of the last READY; null before the first.</summary>
    public Session? Session => _session;

    /// <summary>Raised after each READY of a new session, not after RESUMED. Nothing waits for it; what it throws is logged.</summary>
    public event Func<Session, CancellationToken, Task>? Ready;

    /// <summary>
    /// Connects and stays connected. When <paramref name="ct"/> asks for a clean stop, nothing more is delivered,
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
            await _loop.RunAsync(_halt.Token);
            await _delivery.DrainAsync();
            if (Rest.Refused.IsCompleted) throw await Rest.Refused;
            Enter(GatewayState.Closed);
        }
        catch (FatalDiscordException e)
        {
            _log.LogCritical("{Problem}", e.Message);
            Enter(GatewayState.Fatal);
            await _delivery.DrainAsync();
            throw;
        }
    }

    /// <summary>
    /// Takes an interaction that came over HTTP, its signature checked. It is answered as one of the gateway's: once, by REST. Returns at once.
    /// </summary>
    /// <returns>False when the client is stopping and takes no more.</returns>
    public bool Deliver(Interaction interaction) => _delivery.Accept(interaction);

    /// <summary>Ends what <see cref="RunAsync"/> was not asked to end, without waiting.</summary>
    public ValueTask DisposeAsync()
    {
        Halt();
        Rest.Dispose();
        return ValueTask.CompletedTask;
    }

    private void Halt() => _halt.Cancel();

    private void Enter(GatewayState state)
    {
        if (_state == state) return;
        _log.LogDebug("Gateway: {From} -> {To}", _state, state);
        _state = state;
    }

    private void Begin(Session session)
    {
        _session = session;
        Rest.ApplicationId = session.ApplicationId;
        // Whoever sees Ready finds the session.
        Enter(GatewayState.Ready);
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
