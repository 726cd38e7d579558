using System.Text;
using CoachBot.Discord.Gateway.Line;
using CoachBot.Discord.Tests.Fakes;
using Microsoft.Extensions.Logging;

namespace CoachBot.Discord.Tests.Chaos;

/// <summary>
/// The way of a frame from the moment it is whole: <see cref="GatewayConnection.TakeAsync"/>, delivery, a handler that
/// reads everything. Frames are handed in, not received; the socket beside them is real, so that a beat that a frame
/// asks for goes out. A frame that ends the connection is followed by a new connection.
/// </summary>
internal sealed class FuzzedConnection : ILogger, IAsyncDisposable
{
    private const ulong Sentinels = 9_000_000_000_000_000_000;
    private readonly GatewayWiring _wiring;
    private readonly DiscordRest _rest;
    private readonly CancellationTokenSource _over = new();
    private CancellationTokenSource _life = new();
    private FakeDiscord _discord = new();
    private GatewayConnection? _connection;
    private SessionMemory _memory = new();
    private Task<ConnectionEnd> _run = null!;
    private TaskCompletionSource _awaited = new();
    private long? _highest;
    private ulong _sentinel = Sentinels;
    private readonly GatewayMetrics _metrics;
    private volatile bool _greeted;
    private long _handled;

    public FuzzedConnection()
    {
        var clock = new TestClock();
        var options = new DiscordOptions { Token = RunningBot.Token, ApiBaseUrl = _discord.RestBase };
        var jitter = new Jitter(new FixedRandom(0.5));
        using var logs = new CapturedLogs();
        _rest = new DiscordRest(options, clock, logs, jitter);
        var gate = new IdentifyGate(clock, ledger: null, this);
        _metrics = new GatewayMetrics(() => 0, () => null);
        _wiring = new GatewayWiring(options, clock, jitter, this)
        {
            Address = new GatewayAddress(options, _rest, gate),
            Gate = gate,
            Guilds = new GuildFeed(this) { Listener = (_, _) => Task.CompletedTask },
            Metrics = _metrics,
            Delivery = new InteractionDelivery(HandleAsync, null, _rest, clock, this),
            Enter = state => _greeted |= state == GatewayState.Identifying,
            Ready = _ => { },
        };
    }

    public long Handled => Interlocked.Read(ref _handled);

    public int Connections { get; private set; }

    public long Lines;

    /// <summary>Lines that tell of a fault of ours, or show what no line may show.</summary>
    public List<string> Alarms { get; } = [];

    /// <summary>Takes one frame as the reading loop would. Throws whatever the frame breaks.</summary>
    public async Task TakeAsync(ReadOnlyMemory<byte> frame)
    {
        if (_connection is null) await ConnectAsync();
        var envelope = Envelope.Read(frame);
        var greeted = _greeted;
        await _connection!.TakeAsync(frame, _life.Token);
        if (envelope.Sequence > (_highest ?? -1)) _highest = envelope.Sequence;
        Assert.Equal(_highest, _memory.Sequence);
        var ends = envelope is { Whole: true, Op: 7 or 9 } || (envelope is { Whole: true, Op: 10 } && !greeted && !_greeted);
        if (ends) await EndAsync();
    }

    /// <summary>An ordinary interaction is still handled; so were all before it, or nearly.</summary>
    public async Task ProveAliveAsync()
    {
        _awaited = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await TakeAsync(FrameShapes.Interaction(++_sentinel));
        await _awaited.Task.WaitAsync(Patience.Bound, TimeProvider.System);
    }

    /// <summary>The fake server goes, with all it remembers; what the client remembers stays.</summary>
    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await _life.CancelAsync();
        if (_connection is not null) await _run.WaitAsync(Patience.Bound, TimeProvider.System);
        await _discord.DisposeAsync();
        _discord = null!;
        _rest.Dispose();
        _metrics.Dispose();
        _over.Dispose();
        _life.Dispose();
    }

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var line = formatter(state, exception);
        Interlocked.Increment(ref Lines);
        var alarming = exception is not null || line.Contains("failed", StringComparison.Ordinal) || line.Contains("in flight", StringComparison.Ordinal)
            || line.Contains(FrameShapes.Canary, StringComparison.Ordinal) || line.Contains(RunningBot.Token, StringComparison.Ordinal);
        if (!alarming) return;
        lock (Alarms) Alarms.Add(line);
    }

    private Task HandleAsync(Interaction interaction, CancellationToken ct)
    {
        Touched.Read(interaction);
        Interlocked.Increment(ref _handled);
        if (interaction.Id == _sentinel) _awaited.TrySetResult();
        return Task.CompletedTask;
    }

    private async Task ConnectAsync()
    {
        (_memory, _highest, _greeted) = (new SessionMemory(), null, false);
        _connection = new GatewayConnection(_wiring, _memory, new IdentifyTurn(() => { }));
        _run = _connection.RunAsync(Addresses.Gateway(_discord.GatewayUrl), _over.Token);
        (await _discord.NextPeerAsync()).Acknowledges = false;
        // The timer of the wait for HELLO exists once the client knows of the upgrade.
        await ((TestClock)_wiring.Time).WaitedForAsync(TimeSpan.FromSeconds(20));
        Connections++;
        // Every other connection meets its first HELLO among the damaged frames.
        if (Connections % 2 == 0) await _connection.TakeAsync(Encoding.UTF8.GetBytes("""{"op":10,"d":{"heartbeat_interval":41250}}"""), _life.Token);
    }

    private async Task EndAsync()
    {
        await _life.CancelAsync();
        _life.Dispose();
        _life = new CancellationTokenSource();
        await _run.WaitAsync(Patience.Bound, TimeProvider.System);
        _connection = null;
        if (Connections % 100 != 0) return;
        await _discord.DisposeAsync();
        _discord = new FakeDiscord();
    }
}
