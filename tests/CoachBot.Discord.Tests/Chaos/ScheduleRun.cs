using System.Text;
using System.Text.Json;
using CoachBot.Discord.Tests.Fakes;

namespace CoachBot.Discord.Tests.Chaos;

/// <summary>
/// Plays one <see cref="Schedule"/>: a client, a server on loopback, a clock of their own. The server's part is
/// played step by step; the client is never told to wait. Time passes only from one of the client's own waits to the
/// next, and only while it backs off or a step is about silence, so that how long it took says something.
/// </summary>
internal sealed partial class ScheduleRun : IAsyncDisposable
{
    /// <summary>After the last fault: the longest back-off (60 s) or the wait after 4008, two beats, HELLO and READY in time.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(4);

    /// <summary>Waits of a call and of a stop end within this; a heartbeat's is 10 s or more, but for the first.</summary>
    private static readonly TimeSpan CallsEnd = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan ConnectTime = TimeSpan.FromSeconds(15);

    private readonly Schedule _schedule;
    private readonly FakeDiscord _discord = new();
    private readonly ChaosProxy? _proxy;
    private readonly RunningBot _bot;
    private readonly ModelServer _server;
    private readonly Ledger _ledger;
    private readonly Queue<Step> _greetings = new();
    private readonly Dice _dice;
    private GatewayPeer? _line;
    private long? _beat;
    private long _upgradedAt;
    private int _refusals;

    private ScheduleRun(Schedule schedule)
    {
        _schedule = schedule;
        _dice = new Dice(schedule.Seed, 1);
        _proxy = schedule.Proxied ? new ChaosProxy(_discord.Port, schedule.Seed) { LargestPiece = 1 + _dice.Below(60) } : null;
        var door = $"ws://127.0.0.1:{_proxy?.Port ?? _discord.Port}";
        _bot = new RunningBot(_discord, (interaction, ct) => _ledger!.HandleAsync(interaction, _bot!.Client.Rest, ct),
            options: o => o with { GatewayUrl = schedule.Asks ? null : new Uri($"{door}/") }, dice: new DiceRandom(new Dice(schedule.Seed, 2)));
        _ledger = new Ledger(_bot.Clock);
        _server = new ModelServer(_bot.Clock, _ledger, new Dice(schedule.Seed, 3)) { ResumeUrl = $"{door}/resume", Counts = schedule.Asks };
        _discord.Answer = request => request.Route == "GET gateway/bot" ? _server.Gateway($"{door}/") : _ledger.Answer(request);
        _discord.Upgrade = _ =>
        {
            Interlocked.Exchange(ref _upgradedAt, Clock.GetTimestamp());
            if (Interlocked.Decrement(ref _refusals) < 0) return null;
            _server.ResumeFailed = true;
            return FakeReply.Empty(503);
        };
    }

    private TestClock Clock => _bot.Clock;

    /// <returns>What was wrong; nothing when every promise was kept.</returns>
    public static async Task<IReadOnlyList<string>> PlayAsync(Schedule schedule)
    {
        try
        {
            await using var run = new ScheduleRun(schedule);
            await run.PlayAsync();
            return run._server.Violations;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return [e.ToString()];
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        if (_proxy is not null) await _proxy.DisposeAsync();
        await _discord.DisposeAsync();
    }

    private async Task PlayAsync()
    {
        _bot.Start();
        foreach (var step in _schedule.Steps)
        {
            if (step.What == Happens.UpgradeRefused) Interlocked.Exchange(ref _refusals, 1 + step.Detail);
            else if (step.What >= Happens.ServerError) _ledger.Spoil(step);
            else if (step.What >= Happens.NoHello) _greetings.Enqueue(step);
            else if (step.What >= Happens.Reconnect) await EndAsync(step);
            else await EventAsync(step);
        }

        switch (_schedule.Finish)
        {
            case Finish.Healed:
                await HealAsync();
                await StopAsync();
                break;
            case Finish.StoppedAtOnce:
                await StopAsync();
                break;
            case Finish.Fatal:
                await RefuseForGoodAsync();
                break;
        }

        _server.CheckInteractions(all: _schedule.Finish == Finish.Healed);
    }

    private async Task EventAsync(Step step)
    {
        var line = await ReadyLineAsync();
        switch (step.What)
        {
            case Happens.Interaction:
                await line.SendAsync(_server.Interaction());
                break;
            case Happens.SameEventAgain when _server.SameEventAgain() is { } again:
                await line.SendAsync(again);
                break;
            case Happens.InteractionAgain when _server.InteractionAgain() is { } again:
                await line.SendAsync(again);
                break;
            case Happens.UnknownEvent:
                await line.SendAsync(_server.Session!.Next("NEVER_HEARD_OF", "null"));
                break;
            case Happens.PoisonEvent:
                await line.SendAsync(_server.Session!.Next("INTERACTION_CREATE", _dice.Of<string>(
                    ["null", "[]", "7", """{"id":"x"}""", """{"id":"1","\ud800":1,"type":2,"token":5}""", """{"id":"18446744073709551616","type":2,"token":"t"}"""])));
                break;
            case Happens.DamagedFrame:
                await line.SendAsync(_dice.Of<string>(["", "{", "[]", "{}", """{"op":0,"t":"INTERACTION_CREATE","d":{"id":""", "nul", "\0", """{"op":7,"d":null"""]));
                break;
            case Happens.UnknownOp:
                await line.SendAsync(_dice.Of<string>(["""{"op":99,"d":{}}""", """{"op":"7"}""", """{"op":-1}""", """{"op":3}""", """{"op":11}"""]));
                break;
            case Happens.OlderSequence:
                await line.SendAsync("""{"op":0,"t":"TYPING_START","s":1,"d":{}}""");
                break;
            case Happens.RequestedBeat:
                await SettleAsync(line);
                break;
            case Happens.BeatInTime:
                Clock.PassToNext();
                // Until the next beat is waited for, so that this one has been sent...
                await Patience.UntilAsync(() => Clock.IsWaitedFor(due => due > CallsEnd), "a wait for the next beat", () => Clock.PassToNext(CallsEnd));
                // ...then twice: what was acknowledged before the second request has been read when its answer comes.
                await SettleAsync(line);
                await SettleAsync(line);
                break;
        }
    }

    /// <summary>Ends the line that is ready. In order on the line, so all that was sent before has been read, except where it is torn.</summary>
    private async Task EndAsync(Step step)
    {
        var line = await ReadyLineAsync();
        var session = _server.Session!;
        _server.Expects = Expects.Resume;
        switch (step.What)
        {
            case Happens.Reconnect:
                await line.SendAsync("""{"op":7,"d":null}""");
                break;
            case Happens.SessionInterrupted:
                await line.SendAsync("""{"op":9,"d":true}""");
                break;
            case Happens.SessionInvalid:
                await line.SendAsync(_dice.Of<string>(["""{"op":9,"d":false}""", """{"op":9}""", """{"op":9,"d":"true"}"""]));
                session.Forgotten = true;
                break;
            case Happens.Close:
                await line.CloseAsync(step.Detail);
                session.Forgotten = step.Detail is 1000 or 4003 or 4005 or 4007 or 4008 or 4009;
                if (step.Detail == 4999) _server.Expects = Expects.Either;
                break;
            case Happens.CloseWithoutCode:
                await line.CloseAsync(null);
                break;
            case Happens.BreaksTheProtocol:
                await line.RawAsync(_dice.Of<byte[]>([[0x81, 0x82, 1, 2, 3, 4, 5, 6], GatewayPeer.Frame(3, "{}"u8), GatewayPeer.Frame(1, [0xff, 0xfe]), GatewayPeer.Frame(9, "x"u8, final: false)]));
                break;
            case Happens.NoAnswerToBeats:
                // Time may be faster than the loopback: what was sent is read first.
                await SettleAsync(line);
                line.Acknowledges = false;
                await PumpAsync(() => _bot.Client.State != GatewayState.Ready, "leaving a line without answers", () => true);
                break;
            case Happens.BlackHole when _proxy is not null:
                _proxy.End(Ending.BlackHole);
                await PumpAsync(() => _bot.Client.State != GatewayState.Ready, "leaving a dark line", () => true);
                _line = null;
                return;
            case Happens.Reset or Happens.BlackHole:
                line.Reset();
                _line = null;
                return;
            default:
                line.Cut();
                _line = null;
                return;
        }

        session.Known = session.Sent;
        _line = null;
    }

    /// <summary>Faults are over: ready again, and a new interaction answered, within <see cref="Soon"/>.</summary>
    private async Task HealAsync()
    {
        _greetings.Clear();
        _ledger.Heal();
        Interlocked.Exchange(ref _refusals, 0);
        var since = Clock.GetTimestamp();
        var line = await ReadyLineAsync();
        await line.SendAsync(_server.Interaction());
        await SettleAsync(line);
        // Without any time passing.
        await PumpAsync(() => _ledger.IsAnswered(_server.LastId), "the answer to a last interaction");
        await FinishHandlersAsync();
        if (Clock.GetElapsedTime(since) > Soon + (_schedule.Asks ? ModelServer.BudgetReset : TimeSpan.Zero))
            _server.Wrong($"was ready only {Clock.GetElapsedTime(since)} after the last fault");
        await SettleAsync(line);
        if (line.IsClosed) _server.Wrong("left a line that was well");
    }

    private async Task StopAsync()
    {
        var asked = Clock.GetTimestamp();
        var stopping = _bot.StopAsync();
        await PumpAsync(() => stopping.IsCompleted, "a clean stop", () => _ledger.Handling > 0 || _server.HasOpenCalls);
        await stopping;
        // Where time had to pass for an answer, it may have ended the saying of goodbye too.
        var inTime = Clock.GetElapsedTime(asked) == TimeSpan.Zero;
        await FinishHandlersAsync();
        var upgrades = _discord.Upgrades;
        if (_bot.Client.State != GatewayState.Closed) _server.Wrong($"is {_bot.Client.State} after a clean stop");
        if (inTime && _line is { } line && await line.Closed is not 1000 and var code) _server.Wrong($"said goodbye with {code}");
        Clock.Advance(TimeSpan.FromHours(1));
        if (_discord.Upgrades != upgrades) _server.Wrong("came back after a clean stop");
    }

    private async Task RefuseForGoodAsync()
    {
        var line = await ReadyLineAsync();
        await line.CloseAsync(_dice.Of<int>([4004, 4010, 4011, 4012, 4013, 4014]));
        await PumpAsync(() => _bot.Run.IsCompleted, "an end for good", () => _ledger.Handling > 0);
        await Assert.ThrowsAsync<FatalDiscordException>(() => _bot.Run);
        await FinishHandlersAsync();
        var upgrades = _discord.Upgrades;
        Clock.Advance(TimeSpan.FromHours(1));
        if (_bot.Client.State != GatewayState.Fatal || _discord.Upgrades != upgrades) _server.Wrong("went on after an end for good");
    }

    private Task FinishHandlersAsync() => PumpAsync(() => _ledger.Handling == 0, "the end of all handlers", () => true);
}
