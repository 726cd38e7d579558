using System.Diagnostics.CodeAnalysis;
using System.Net.WebSockets;
using System.Text.Json;
using CoachBot.Discord.Gateway.Line;
using CoachBot.Discord.Options;
using Microsoft.Extensions.Logging;

namespace CoachBot.Discord.Gateway;

/// <summary>
/// One connection, from the upgrade to its end (Discord: Gateway, "Connection Lifecycle"):
/// connect -> wait for HELLO -> identify or resume -> wait for READY or RESUMED -> ready, until the first of
/// these ends it: a close frame, op 7, op 9, a heartbeat without answer, a wait that took too long, a broken
/// line, a clean stop. Each wait has a timeout. Whoever finds the end calls <see cref="Finish"/>; the first one
/// counts. What comes next is not decided here.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "RunAsync disposes the socket, sometimes after it has returned.")]
internal sealed class GatewayConnection(GatewayWiring wiring, SessionMemory memory, IdentifyTurn? turn)
{
    private static readonly TimeSpan HelloTime = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan ReadyTime = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan GoodbyeTime = TimeSpan.FromSeconds(2);

    private readonly GatewaySocket socket = new(wiring.Options.UserAgent, wiring.Time);
    private readonly Heartbeat heartbeat = new(wiring.Time, wiring.Jitter, wiring.Log);
    private readonly TaskCompletionSource<ConnectionEnd> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Uri address = null!;
    private ITimer? watchdog;
    private Task beating = Task.CompletedTask;
    private volatile string missing = "HELLO";
    private bool greeted;
    private bool reached;
    private bool resumeSent;
    private volatile bool completed;
    private volatile bool proven;
    private volatile bool outlived;

    /// <param name="halt">Asks for a clean stop; what is in flight is then waited for before the connection closes.</param>
    public async Task<ConnectionEnd> RunAsync(Uri address, CancellationToken halt)
    {
        this.address = address;
        if (await socket.ConnectAsync(address, halt) is { } failed)
        {
            socket.Dispose();
            if (Resuming) memory.ForgetAddress();
            return failed;
        }

        var life = new CancellationTokenSource();
        await using var limit = watchdog = wiring.Time.CreateTimer(
            _ => Finish(new ConnectionEnd(NextStep.Resume, $"no {missing} in time") { Label = "timeout" }),
            null, HelloTime, Timeout.InfiniteTimeSpan);
        var reading = ReadAsync(life.Token);
        var halted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var asked = halt.Register(() => halted.TrySetResult());
        await Task.WhenAny(ended.Task, halted.Task);
        if (!ended.Task.IsCompleted)
        {
            wiring.Enter(GatewayState.Draining);
            await wiring.Delivery.DrainAsync();
            Finish(new ConnectionEnd(NextStep.Stopped, "a clean stop") { CloseCode = 1000 });
        }

        var end = await ended.Task;
        // Op 9 may have come when another end was found already; only one that identifies anew leaves later.
        if (outlived && end.Step == NextStep.Identify) end = end with { LeaveLater = () => LeaveAsync(end, reading, life) };
        else await LeaveAsync(end, reading, life);
        if (Resuming && !reached) memory.ForgetAddress();
        return end with { Completed = completed, Proven = proven, ResumeFailed = resumeSent && !completed };
    }

    private bool Resuming => turn is null;

    private void Finish(ConnectionEnd end) => ended.TrySetResult(end);

    private async Task ReadAsync(CancellationToken ct)
    {
        try
        {
            while ((outlived || !ended.Task.IsCompleted) && await socket.ReceiveAsync(ct) is { } frame) await TakeAsync(frame, ct);
            // A line closed with something unread on it is reset, and our goodbye may be lost with it.
            while (ended.Task is { IsCompleted: true, Result.Step: NextStep.Stopped } && await socket.ReceiveAsync(ct) is not null) { }
            Finish(CloseCodes.Meaning(socket.CloseCode, wiring.Options.SettingPrefix));
        }
        catch (OperationCanceledException)
        {
            // We are leaving.
        }
        catch (MessageTooBigException)
        {
            Finish(new ConnectionEnd(NextStep.Resume, "a message was larger than we accept") { CloseCode = 1009, Label = "too_big" });
        }
        catch (Exception problem) when (problem is WebSocketException or IOException or ObjectDisposedException)
        {
            var end = CloseCodes.Meaning(socket.CloseCode, wiring.Options.SettingPrefix);
            var unruly = problem is WebSocketException
            {
                WebSocketErrorCode: WebSocketError.Faulted or WebSocketError.InvalidMessageType or WebSocketError.HeaderError,
            };
            Finish(unruly ? end with { Label = "protocol" } : end);
        }
        catch (Exception problem)
        {
            wiring.Log.LogError("Reading the gateway failed: {Error} at {Where}", problem.GetType().Name, problem.StackTrace);
            Finish(new ConnectionEnd(NextStep.Resume, "reading failed, a fault of ours") { Label = "internal" });
        }
    }

    internal async Task TakeAsync(ReadOnlyMemory<byte> frame, CancellationToken ct)
    {
        var envelope = Envelope.Read(frame);
        if (outlived)
        {
            // What the next session must know is the next line's business.
            if (envelope is { Whole: true, Op: 0, Event: EventKind.InteractionCreate }) Dispatch(envelope);
            return;
        }

        // Before anything is done with it: what cannot be handled must not be replayed for ever.
        memory.Advance(envelope.Sequence);
        reached = true;
        if (!envelope.Whole)
        {
            wiring.Metrics.BadFrame();
            wiring.Log.LogWarning(
                "Skipped a damaged gateway frame (op {Op}, {Event}, seq {Sequence})", envelope.Op, envelope.Event, envelope.Sequence);
            return;
        }

        switch (envelope.Op)
        {
            case 0:
                Dispatch(envelope);
                break;
            case 1:
                await BeatAsync(ct);
                break;
            case 7:
                Finish(new ConnectionEnd(NextStep.ResumeNow, "Discord asked to reconnect (op 7)") { Label = "op7" });
                break;
            case 9:
                var invalid = CloseCodes.InvalidSession(envelope.Data.Span, wiring.Jitter);
                outlived = invalid.Step == NextStep.Identify && completed;
                Finish(invalid);
                break;
            case 10 when !greeted:
                await GreetAsync(envelope.Data, ct);
                break;
            case 11:
                if (heartbeat.Acknowledged() is { } roundTrip) wiring.Metrics.RoundTrip(roundTrip);
                proven |= completed;
                break;
        }
    }

    private void Dispatch(Envelope envelope)
    {
        wiring.Metrics.Received(envelope.Event);
        // A replay may be long: each event shows that it goes on.
        if (resumeSent && !completed) watchdog?.Change(ReadyTime, Timeout.InfiniteTimeSpan);
        try
        {
            switch (envelope.Event)
            {
                case EventKind.Ready:
                    Begin(ReadyEvent.Read(envelope.Data));
                    break;
                case EventKind.Resumed:
                    Complete();
                    break;
                case EventKind.InteractionCreate:
                    wiring.Delivery.Accept(envelope.Data);
                    break;
                case EventKind.GuildCreate:
                    wiring.Guilds.Join(envelope.Data.Span, wiring.Shard);
                    break;
                case EventKind.GuildDelete:
                    wiring.Guilds.Leave(envelope.Data.Span, wiring.Shard);
                    break;
            }
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            wiring.Metrics.BadFrame();
            wiring.Log.LogError("Skipped an event that cannot be read ({Event}, seq {Sequence})", envelope.Event, envelope.Sequence);
        }
    }

    private void Begin(ReadyEvent ready)
    {
        var loopback = wiring.Options.ApiBaseUrl.IsLoopback;
        var resumeAddress = Addresses.Resume(ready.ResumeUrl, address, loopback);
        if (resumeAddress is null) wiring.Log.LogWarning("READY names no address for resuming that may be trusted; the usual one is used");
        memory.Start(ready.Session.SessionId, resumeAddress);
        wiring.Ready(ready.Session);
        Complete();
        wiring.Guilds.List(ready.Guilds, wiring.Shard);
    }

    private void Complete()
    {
        watchdog?.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        completed = true;
        wiring.Metrics.Began(Resuming);
        wiring.Enter(GatewayState.Ready);
    }

    private async Task GreetAsync(ReadOnlyMemory<byte> hello, CancellationToken ct)
    {
        if (Heartbeat.ReadInterval(hello) is not { } interval)
        {
            Finish(new ConnectionEnd(NextStep.Resume, "HELLO names no usable heartbeat interval") { Label = "protocol" });
            return;
        }

        greeted = true;
        missing = Resuming ? "RESUMED" : "READY";
        watchdog?.Change(ReadyTime, Timeout.InfiniteTimeSpan);
        wiring.Enter(Resuming ? GatewayState.Resuming : GatewayState.Identifying);
        turn?.Spend();
        resumeSent = Resuming;
        await socket.SendAsync(
            Resuming
                ? GatewayPayloads.Resume(wiring.Options.Token, memory.SessionId!, memory.Sequence!.Value)
                : GatewayPayloads.Identify(wiring.Options.Token, wiring.Options.Intents, wiring.Shard),
            heartbeat: false, ct);
        beating = BeatUntilDeadAsync(interval, ct);
    }

    private async Task BeatUntilDeadAsync(TimeSpan interval, CancellationToken ct)
    {
        try
        {
            Finish(await heartbeat.RunAsync(interval, () => BeatAsync(ct), ct));
        }
        catch (OperationCanceledException)
        {
            // We are leaving.
        }
        catch (Exception problem) when (
            problem is WebSocketException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The reader may be about to see the same broken line, with a close code that says more. A half-open line it never sees.
            await Task.WhenAny(ended.Task, Task.Delay(GoodbyeTime, wiring.Time, CancellationToken.None));
            Finish(CloseCodes.Meaning(null));
        }
    }

    private Task BeatAsync(CancellationToken ct) => socket.SendAsync(GatewayPayloads.Heartbeat(memory.Sequence), heartbeat: true, ct);

    /// <param name="life">Of the reading and the beating; gone when both have ended.</param>
    private async Task LeaveAsync(ConnectionEnd end, Task reading, CancellationTokenSource life)
    {
        using var disposed = life;
        if (reading.IsCompleted)
        {
            // The other side closed first. Answering may wait for it to hang up; the next connection does not wait for that.
            await life.CancelAsync();
            await beating;
            _ = Task.Run(CloseAndDisposeAsync);
            return;
        }

        await socket.CloseAsync(end.CloseCode);
        if (end.Step == NextStep.Stopped) await Task.WhenAny(reading, Task.Delay(GoodbyeTime, wiring.Time, CancellationToken.None));
        await life.CancelAsync();
        await reading;
        await beating;
        socket.Dispose();

        async Task CloseAndDisposeAsync()
        {
            await socket.CloseAsync(end.CloseCode);
            socket.Dispose();
        }
    }
}
