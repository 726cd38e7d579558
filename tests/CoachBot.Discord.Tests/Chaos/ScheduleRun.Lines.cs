using CoachBot.Discord.Tests.Fakes;

namespace CoachBot.Discord.Tests.Chaos;

/// <summary>How a line comes up, how it is known what the client has read, and how time passes.</summary>
internal sealed partial class ScheduleRun
{
    /// <summary>The present line if it is up; otherwise the next that gets through the greeting.</summary>
    private async Task<GatewayPeer> ReadyLineAsync()
    {
        while (current is null)
        {
            GatewayPeer? peer = null;
            await PumpAsync(() => discord.TryNextPeer(out peer), "a connection");
            if (refusals < 0) Interlocked.Exchange(ref refusals, 0);
            try
            {
                await GreetAsync(peer!, greetings.TryDequeue(out var fault) ? fault : null);
            }
            catch (Exception e) when (e is IOException or ObjectDisposedException)
            {
                LeftInGreeting();
            }
        }

        if (current.IsClosed) throw new InvalidOperationException("The client left a line that was well.");
        return current;
    }

    private async Task GreetAsync(GatewayPeer peer, Step? fault)
    {
        switch (fault?.What)
        {
            case Happens.NoHello:
                server.ResumeFailed = true;
                await SpoiledAsync(peer, silent: true);
                return;
            case Happens.ReconnectForHello:
                await peer.SendAsync("""{"op":7}""");
                await SpoiledAsync(peer);
                return;
            case Happens.NonsenseForHello:
                await peer.HelloAsync(dice.Of<string>(["0", "-1", "1e12", "\"x\"", "null"]));
                await SpoiledAsync(peer);
                return;
        }

        await peer.HelloAsync(dice.Of<string>(["41250", "10000", "30000"]));
        if (await peer.NextMessageAsync() is not { } said)
        {
            LeftInGreeting();
            return;
        }

        var (op, data) = (said.GetProperty("op").GetInt32(), said.GetProperty("d"));
        List<string> answers = op == 6 ? server.Resumed(data, peer.Request.Target) : [server.Identified(data, peer.Request.Target)];
        if (op is not (2 or 6)) server.Wrong($"said op {op} after HELLO");
        switch (fault?.What)
        {
            case Happens.CutForReady:
                peer.Cut();
                server.Expects = Expects.Either;
                return;
            case Happens.NothingForReady:
                await SpoiledAsync(peer, silent: true);
                return;
            case Happens.InvalidForReady:
                await peer.SendAsync("""{"op":9,"d":false}""");
                if (server.Session is { } session) session.Forgotten = true;
                await SpoiledAsync(peer);
                return;
        }

        foreach (var frame in answers) await peer.SendAsync(frame);
        lastBeat = null;
        current = peer;
        await SettleAsync(peer);
        await PumpAsync(() => bot.Client.State == GatewayState.Ready, "ready");
    }

    /// <summary>Fair only when the step of time that ended a back-off went so far that it ended the connecting too.</summary>
    private void LeftInGreeting()
    {
        if (Clock.GetElapsedTime(upgradedAt) < ConnectTime) server.Wrong("left a greeting that was well");
        server.Expects = Expects.Either;
    }

    private async Task SpoiledAsync(GatewayPeer peer, bool silent = false)
    {
        server.Expects = Expects.Either;
        await PumpAsync(() => peer.IsClosed || bot.Client.State == GatewayState.Backoff, "leaving a spoiled greeting", () => silent);
    }

    /// <summary>All that was sent has been read: a beat carries the number of an event sent just now.</summary>
    private async Task SettleAsync(GatewayPeer line)
    {
        var session = server.Session!;
        await line.SendAsync(session.Next("NEVER_HEARD_OF", "null"));
        await line.SendAsync("""{"op":1,"d":null}""");
        while (lastBeat != session.Sent)
        {
            if (await line.NextBeatAsync() is not { } beat) throw new InvalidOperationException("The client left a line that was well.");
            server.Beat(beat, ref lastBeat);
        }

        session.Known = session.Sent;
    }

    /// <param name="silent">While this holds, the client waits for something that will not come.</param>
    private Task PumpAsync(Func<bool> holds, string what, Func<bool>? silent = null) => Patience.UntilAsync(holds, what, () =>
    {
        bool BacksOff() => bot.Client.State == GatewayState.Backoff;
        if (BacksOff()) Clock.PassToNext(still: BacksOff);
        // While a call goes on, a beat that is due later stays due.
        else if (silent?.Invoke() == true) Clock.PassToNext(ledger.Handling > 0 ? CallsEnd : null, () => !holds());
    });
}
