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

    private readonly Schedule played;
    private readonly FakeDiscord discord = new();
    private readonly ChaosProxy? proxy;
    private readonly RunningBot bot;
    private readonly ModelServer server;
    private readonly Ledger ledger;
    private readonly Queue<Step> greetings = new();
    private readonly Dice dice;
    private GatewayPeer? current;
    private long? lastBeat;
    private long upgradedAt;
    private int refusals;

    private ScheduleRun(Schedule schedule)
    {
        played = schedule;
        dice = new Dice(schedule.Seed, 1);
        proxy = schedule.Proxied ? new ChaosProxy(discord.Port, schedule.Seed) { LargestPiece = 1 + dice.Below(60) } : null;
        var door = $"ws://127.0.0.1:{proxy?.Port ?? discord.Port}";
        bot = new RunningBot(discord, (interaction, ct) => ledger!.HandleAsync(interaction, bot!.Client.Rest, ct),
            options: o => o with { GatewayUrl = schedule.Asks ? null : new Uri($"{door}/") }, dice: new DiceRandom(new Dice(schedule.Seed, 2)));
        ledger = new Ledger(bot.Clock);
        server = new ModelServer(bot.Clock, ledger, new Dice(schedule.Seed, 3)) { ResumeUrl = $"{door}/resume", Counts = schedule.Asks };
        discord.Answer = request => request.Route == "GET gateway/bot" ? server.Gateway($"{door}/") : ledger.Answer(request);
        discord.Upgrade = _ =>
        {
            Interlocked.Exchange(ref upgradedAt, Clock.GetTimestamp());
            if (Interlocked.Decrement(ref refusals) < 0) return null;
            server.ResumeFailed = true;
            return FakeReply.Empty(503);
        };
    }

    private TestClock Clock => bot.Clock;

    /// <returns>What was wrong; nothing when every promise was kept.</returns>
    public static async Task<IReadOnlyList<string>> PlayAsync(Schedule schedule)
    {
        try
        {
            await using var run = new ScheduleRun(schedule);
            await run.PlayAsync();
            return run.server.Violations;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return [e.ToString()];
        }
    }

    public async ValueTask DisposeAsync()
    {
        await bot.DisposeAsync();
        if (proxy is not null) await proxy.DisposeAsync();
        await discord.DisposeAsync();
    }

    private async Task PlayAsync()
    {
        bot.Start();
        foreach (var step in played.Steps)
        {
            if (step.What == Happens.UpgradeRefused) Interlocked.Exchange(ref refusals, 1 + step.Detail);
            else if (step.What >= Happens.ServerError) ledger.Spoil(step);
            else if (step.What >= Happens.NoHello) greetings.Enqueue(step);
            else if (step.What >= Happens.Reconnect) await EndAsync(step);
            else await EventAsync(step);
        }

        switch (played.Finish)
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

        server.CheckInteractions(all: played.Finish == Finish.Healed);
    }

    private async Task EventAsync(Step step)
    {
        var line = await ReadyLineAsync();
        switch (step.What)
        {
            case Happens.Interaction:
                await line.SendAsync(server.Interaction());
                break;
            case Happens.SameEventAgain when server.SameEventAgain() is { } again:
                await line.SendAsync(again);
                break;
            case Happens.InteractionAgain when server.InteractionAgain() is { } again:
                await line.SendAsync(again);
                break;
            case Happens.UnknownEvent:
                await line.SendAsync(server.Session!.Next("NEVER_HEARD_OF", "null"));
                break;
            case Happens.PoisonEvent:
                await line.SendAsync(server.Session!.Next("INTERACTION_CREATE", dice.Of<string>(
                    ["null", "[]", "7", """{"id":"x"}""", """{"id":"1","\ud800":1,"type":2,"token":5}""", """{"id":"18446744073709551616","type":2,"token":"t"}"""])));
                break;
            case Happens.DamagedFrame:
                await line.SendAsync(dice.Of<string>(["", "{", "[]", "{}", """{"op":0,"t":"INTERACTION_CREATE","d":{"id":""", "nul", "\0", """{"op":7,"d":null"""]));
                break;
            case Happens.UnknownOp:
                await line.SendAsync(dice.Of<string>(["""{"op":99,"d":{}}""", """{"op":"7"}""", """{"op":-1}""", """{"op":3}""", """{"op":11}"""]));
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
        var session = server.Session!;
        server.Expects = Expects.Resume;
        switch (step.What)
        {
            case Happens.Reconnect:
                await line.SendAsync("""{"op":7,"d":null}""");
                break;
            case Happens.SessionInterrupted:
                await line.SendAsync("""{"op":9,"d":true}""");
                break;
            case Happens.SessionInvalid:
                await line.SendAsync(dice.Of<string>(["""{"op":9,"d":false}""", """{"op":9}""", """{"op":9,"d":"true"}"""]));
                session.Forgotten = true;
                break;
            case Happens.Close:
                await line.CloseAsync(step.Detail);
                session.Forgotten = step.Detail is 1000 or 4003 or 4005 or 4007 or 4008 or 4009;
                if (step.Detail == 4999) server.Expects = Expects.Either;
                break;
            case Happens.CloseWithoutCode:
                await line.CloseAsync(null);
                break;
            case Happens.BreaksTheProtocol:
                await line.RawAsync(dice.Of<byte[]>([[0x81, 0x82, 1, 2, 3, 4, 5, 6], GatewayPeer.Frame(3, "{}"u8),
                    GatewayPeer.Frame(1, [0xff, 0xfe]), GatewayPeer.Frame(9, "x"u8, final: false)]));
                break;
            case Happens.NoAnswerToBeats:
                // Time may be faster than the loopback: what was sent is read first.
                await SettleAsync(line);
                line.Acknowledges = false;
                await PumpAsync(() => bot.Client.State != GatewayState.Ready, "leaving a line without answers", () => true);
                break;
            case Happens.BlackHole when proxy is not null:
                proxy.End(Ending.BlackHole);
                await PumpAsync(() => bot.Client.State != GatewayState.Ready, "leaving a dark line", () => true);
                current = null;
                return;
            case Happens.Reset or Happens.BlackHole:
                line.Reset();
                current = null;
                return;
            default:
                line.Cut();
                current = null;
                return;
        }

        session.Known = session.Sent;
        current = null;
    }

    /// <summary>Faults are over: ready again, and a new interaction answered, within <see cref="Soon"/>.</summary>
    private async Task HealAsync()
    {
        greetings.Clear();
        ledger.Heal();
        Interlocked.Exchange(ref refusals, 0);
        var since = Clock.GetTimestamp();
        var line = await ReadyLineAsync();
        await line.SendAsync(server.Interaction());
        await SettleAsync(line);
        // Without any time passing.
        await PumpAsync(() => ledger.IsAnswered(server.LastId), "the answer to a last interaction");
        await FinishHandlersAsync();
        if (Clock.GetElapsedTime(since) > Soon + (played.Asks ? ModelServer.BudgetReset : TimeSpan.Zero))
            server.Wrong($"was ready only {Clock.GetElapsedTime(since)} after the last fault");
        await SettleAsync(line);
        if (line.IsClosed) server.Wrong("left a line that was well");
    }

    private async Task StopAsync()
    {
        var asked = Clock.GetTimestamp();
        var stopping = bot.StopAsync();
        await PumpAsync(() => stopping.IsCompleted, "a clean stop", () => ledger.Handling > 0 || server.HasOpenCalls);
        await stopping;
        // Where time had to pass for an answer, it may have ended the saying of goodbye too.
        var inTime = Clock.GetElapsedTime(asked) == TimeSpan.Zero;
        await FinishHandlersAsync();
        var upgrades = discord.Upgrades;
        if (bot.Client.State != GatewayState.Closed) server.Wrong($"is {bot.Client.State} after a clean stop");
        if (inTime && current is { } line && await line.Closed is not 1000 and var code) server.Wrong($"said goodbye with {code}");
        Clock.Advance(TimeSpan.FromHours(1));
        if (discord.Upgrades != upgrades) server.Wrong("came back after a clean stop");
    }

    private async Task RefuseForGoodAsync()
    {
        var line = await ReadyLineAsync();
        await line.CloseAsync(dice.Of<int>([4004, 4010, 4011, 4012, 4013, 4014]));
        await PumpAsync(() => bot.Run.IsCompleted, "an end for good", () => ledger.Handling > 0);
        await Assert.ThrowsAsync<FatalDiscordException>(() => bot.Run);
        await FinishHandlersAsync();
        var upgrades = discord.Upgrades;
        Clock.Advance(TimeSpan.FromHours(1));
        if (bot.Client.State != GatewayState.Fatal || discord.Upgrades != upgrades) server.Wrong("went on after an end for good");
    }

    private Task FinishHandlersAsync() => PumpAsync(() => ledger.Handling == 0, "the end of all handlers", () => true);
}
