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
    private readonly GatewayWiring wiring;
    private readonly DiscordRest rest;
    private readonly CancellationTokenSource over = new();
    private CancellationTokenSource life = new();
    private FakeDiscord discord = new();
    private GatewayConnection? connection;
    private SessionMemory memory = new();
    private Task<ConnectionEnd> run = null!;
    private TaskCompletionSource awaited = new();
    private long? highest;
    private ulong sentinel = Sentinels;
    private readonly GatewayMetrics metrics;
    private volatile bool isGreeted;
    private long handled;

    public FuzzedConnection()
    {
        var clock = new TestClock();
        var options = new DiscordOptions { Token = RunningBot.Token, ApiBaseUrl = discord.RestBase };
        var jitter = new Jitter(new FixedRandom(0.5));
        using var logs = new CapturedLogs();
        rest = new DiscordRest(options, clock, logs, jitter);
        var gate = new IdentifyGate(clock, ledger: null, this);
        metrics = new GatewayMetrics(() => 0, () => null);
        wiring = new GatewayWiring(options, clock, jitter, this)
        {
            Address = new GatewayAddress(options, rest, gate),
            Gate = gate,
            Guilds = new GuildFeed(this) { Listener = (_, _) => Task.CompletedTask },
            Metrics = metrics,
            Delivery = new InteractionDelivery(HandleAsync, null, rest, clock, this),
            Enter = state => isGreeted |= state == GatewayState.Identifying,
            Ready = _ => { },
        };
    }

    public long Handled => Interlocked.Read(ref handled);

    public int Connections { get; private set; }

    public long Lines;

    /// <summary>Lines that tell of a fault of ours, or show what no line may show.</summary>
    public List<string> Alarms { get; } = [];

    /// <summary>Takes one frame as the reading loop would. Throws whatever the frame breaks.</summary>
    public async Task TakeAsync(ReadOnlyMemory<byte> frame)
    {
        if (connection is null) await ConnectAsync();
        var envelope = Envelope.Read(frame);
        var greeted = isGreeted;
        await connection!.TakeAsync(frame, life.Token);
        if (envelope.Sequence > (highest ?? -1)) highest = envelope.Sequence;
        Assert.Equal(highest, memory.Sequence);
        var ends = envelope is { Whole: true, Op: 7 or 9 } || (envelope is { Whole: true, Op: 10 } && !greeted && !isGreeted);
        if (ends) await EndAsync();
    }

    /// <summary>An ordinary interaction is still handled, and so were all before it.</summary>
    public async Task ProveAliveAsync()
    {
        awaited = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await TakeAsync(FrameShapes.Interaction(++sentinel));
        await awaited.Task.WaitAsync(Patience.Bound, TimeProvider.System);
        while (wiring.Delivery.InFlight > 0) await Task.Yield();
    }

    /// <summary>The fake server goes, with all it remembers; what the client remembers stays.</summary>
    public async ValueTask DisposeAsync()
    {
        await over.CancelAsync();
        await life.CancelAsync();
        if (connection is not null) await run.WaitAsync(Patience.Bound, TimeProvider.System);
        await discord.DisposeAsync();
        discord = null!;
        rest.Dispose();
        metrics.Dispose();
        over.Dispose();
        life.Dispose();
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
        Interlocked.Increment(ref handled);
        if (interaction.Id == sentinel) awaited.TrySetResult();
        return Task.CompletedTask;
    }

    private async Task ConnectAsync()
    {
        (memory, highest, isGreeted) = (new SessionMemory(), null, false);
        connection = new GatewayConnection(wiring, memory, new IdentifyTurn(() => { }));
        run = connection.RunAsync(Addresses.Gateway(discord.GatewayUrl), over.Token);
        (await discord.NextPeerAsync()).Acknowledges = false;
        // The timer of the wait for HELLO exists once the client knows of the upgrade.
        await ((TestClock)wiring.Time).WaitedForAsync(TimeSpan.FromSeconds(20));
        Connections++;
        // Every other connection meets its first HELLO among the damaged frames.
        if (Connections % 2 == 0) await connection.TakeAsync(Encoding.UTF8.GetBytes("""{"op":10,"d":{"heartbeat_interval":41250}}"""), life.Token);
    }

    private async Task EndAsync()
    {
        await life.CancelAsync();
        life.Dispose();
        life = new CancellationTokenSource();
        await run.WaitAsync(Patience.Bound, TimeProvider.System);
        connection = null;
        if (Connections % 100 != 0) return;
        await discord.DisposeAsync();
        discord = new FakeDiscord();
    }
}
