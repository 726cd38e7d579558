using System.Text;
using CoachBot.Discord.Gateway.Line;
using CoachBot.Discord.Tests.Fakes;

namespace CoachBot.Discord.Tests.Faults;

/// <summary>A3, A4, A22, A29: what can happen to the line.</summary>
public sealed class GatewayLineFaults
{
    [Fact]
    [Fault("A3")]
    public async Task AFrameCutAtAnyByteIsForgottenAndTheSessionResumed()
    {
        await using var discord = new FakeDiscord();
        await using var bot = new RunningBot(discord).Start();
        var peer = await bot.BecomesReadyAsync();
        var frame = GatewayPeer.Frame(1, """{"op":0,"t":"INTERACTION_CREATE","s":9,"d":{"id":"1","type":2,"token":"x","data":{"name":"a name that makes a long frame of it, with a length of two bytes"}}}"""u8);
        Assert.True(frame[1] == 126, "the frame has a long header");
        for (var bytes = 1; bytes < frame.Length; bytes++)
        {
            // An acknowledged heartbeat: the connection works, and the next drop is a first drop again.
            await peer.SettleAsync();
            await peer.RawAsync(frame.AsMemory(0, bytes));
            peer.Cut();
            peer = await bot.ConnectsAsync();
            await peer.HelloAsync();
            Assert.Equal(1, (await peer.ReceiveAsync(6)).GetProperty("seq").GetInt64());
            await peer.DispatchAsync("RESUMED", 1, "{}");
            await bot.IsAsync(GatewayState.Ready);
        }

        Assert.Empty(bot.Handled);
        Assert.Single(bot.Sessions);
    }

    [Fact]
    [Fault("A4")]
    public async Task FiftyResetsAfterTheUpgradeCostNoIdentifyAndNoMoreThanATryASecond()
    {
        var kept = 0;
        await using var discord = new FakeDiscord();
        await using var bot = new RunningBot(discord, options: o => o with
        {
            Ledger = new IdentifyLedger((_, _) => Task.FromResult<IReadOnlyList<DateTimeOffset>>([]), (_, _) =>
            {
                Interlocked.Increment(ref kept);
                return Task.CompletedTask;
            }),
        }).Start();
        (await bot.BecomesReadyAsync()).Cut();
        var tries = new List<long>();
        for (var i = 0; i < 50; i++)
        {
            var peer = await bot.ConnectsAsync(TimeSpan.FromMilliseconds(i < 5 ? 100 : 2000));
            tries.Add(bot.Clock.GetTimestamp());
            peer.Reset();
            await bot.IsAsync(GatewayState.Backoff);
        }

        var gaps = tries.Zip(tries.Skip(1), bot.Clock.GetElapsedTime).ToList();
        Assert.All(gaps, gap => Assert.True(gap >= TimeSpan.FromSeconds(1), $"{gap}"));
        Assert.All(gaps[8..], gap => Assert.True(gap >= TimeSpan.FromSeconds(30), $"{gap}"));
        Assert.Equal(1, kept);
        var next = await bot.BecomesReadyAsync("s2", step: TimeSpan.FromSeconds(2));
        await next.SettleAsync();
    }

    [Fact]
    [Fault("A22")]
    public async Task AMessageThatIsTooLargeIsLeftWith1009AndTheMemoryStaysSmall()
    {
        // No compression is asked for, so a small frame cannot become a large message.
        await using var discord = new FakeDiscord();
        var socket = new GatewaySocket("test", TimeProvider.System);
        Assert.Null(await socket.ConnectAsync(discord.GatewayUrl, CancellationToken.None));
        var peer = await discord.NextPeerAsync();
        Assert.False(peer.Request.Headers.ContainsKey("Sec-WebSocket-Extensions"));
        var sending = Task.Run(async () =>
        {
            try
            {
                for (var i = 0; i < 18; i++) await peer.RawAsync(GatewayPeer.Frame(i == 0 ? 1 : 0, new byte[1024 * 1024], final: false));
            }
            catch (Exception e) when (e is IOException or ObjectDisposedException)
            {
                // Given up, as it should be.
            }
        });
        await Assert.ThrowsAsync<MessageTooBigException>(async () => await socket.ReceiveAsync(CancellationToken.None));
        Assert.InRange(socket.Held, 0, 16 * 1024 * 1024);
        await socket.CloseAsync(1009);
        Assert.Equal(1009, await peer.Closed);
        socket.Dispose();
        await sending;
    }

    [Fact]
    [Fault("A22")]
    public async Task TheLargestMessageIsStillRead()
    {
        await using var discord = new FakeDiscord();
        using var socket = new GatewaySocket("test", TimeProvider.System);
        Assert.Null(await socket.ConnectAsync(discord.GatewayUrl, CancellationToken.None));
        var peer = await discord.NextPeerAsync();
        var sending = Task.Run(() => peer.RawAsync(GatewayPeer.Frame(1, new byte[GatewaySocket.LargestReceived])));
        Assert.Equal(GatewaySocket.LargestReceived, (await socket.ReceiveAsync(CancellationToken.None))!.Value.Length);
        await sending;
    }

    [Fact]
    [Fault("A29")]
    public async Task TwoHundredEventsAreSent115AMinuteAndHeartbeatsDoNotWait()
    {
        await using var discord = new FakeDiscord();
        var clock = new TestClock();
        using var socket = new GatewaySocket("test", clock);
        Assert.Null(await socket.ConnectAsync(discord.GatewayUrl, CancellationToken.None));
        var peer = await discord.NextPeerAsync();
        var presence = Encoding.UTF8.GetBytes("""{"op":3,"d":{"since":null,"activities":[],"status":"online","afk":false}}""");
        var sending = Task.Run(async () =>
        {
            for (var i = 0; i < 200; i++) await socket.SendAsync(presence, heartbeat: false, CancellationToken.None);
        });
        for (var i = 0; i < 115; i++) await peer.ReceiveAsync(3);
        await clock.WaitedForAsync(TimeSpan.FromSeconds(60));
        for (var i = 0; i < 5; i++)
        {
            await socket.SendAsync(GatewayPayloads.Heartbeat(7), heartbeat: true, CancellationToken.None);
            Assert.Equal(7, (await peer.BeatAsync()).GetInt64());
        }

        Assert.False(peer.HasMore);
        clock.Advance(TimeSpan.FromSeconds(60));
        for (var i = 0; i < 85; i++) await peer.ReceiveAsync(3);
        await sending.WaitAsync(Patience.Bound, TimeProvider.System);
    }
}
