using System.Text;
using CoachBot.Discord.Gateway.Line;
using CoachBot.Discord.Tests.Fakes;

namespace CoachBot.Discord.Tests.Gateway;

public sealed class FrameTests
{
    public static TheoryData<string, byte[]> Nonsense => new()
    {
        { "text that is no UTF-8", GatewayPeer.Frame(1, [0x22, 0xff, 0xfe, 0x22]) },
        { "a masked server frame", [0x81, 0x82, 1, 2, 3, 4, 5, 6] },
        { "a reserved opcode", GatewayPeer.Frame(3, "{}"u8) },
        { "a fragmented ping", GatewayPeer.Frame(9, "x"u8, final: false) },
        { "a continuation of nothing", GatewayPeer.Frame(0, "{}"u8) },
        { "a close frame of one byte", GatewayPeer.Frame(8, [3]) },
        { "a length beyond all bounds", [0x81, 127, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff] },
    };

    [Theory]
    [Fault("A23")]
    [MemberData(nameof(Nonsense), DisableDiscoveryEnumeration = true)]
    public async Task ResumesAfterAServerThatBreaksTheProtocol(string what, byte[] bytes)
    {
        await using var discord = new FakeDiscord();
        await using var bot = new RunningBot(discord).Start();
        var peer = await bot.BecomesReadyAsync();
        await peer.RawAsync(bytes);
        var next = await bot.ConnectsAsync();
        await next.HelloAsync();
        Assert.True((await next.ReceiveAsync(6)).GetProperty("seq").GetInt64() == 1, what);
    }

    [Fact]
    public void ReadsMutilatedFramesWithoutSurprise()
    {
        var random = new Random(42);
        var frame = Encoding.UTF8.GetBytes($$$"""{"t":"INTERACTION_CREATE","s":7,"op":0,"d":{{{RunningBot.Interaction(1, "\"type\":2,\"data\":{\"name\":\"n\\u00e9\",\"options\":[{\"name\":\"o\",\"type\":3,\"value\":\"v\"}]}")}}}}""");
        var read = 0;
        for (var i = 0; i < 50_000; i++)
        {
            var mutant = frame.AsSpan(0, random.Next(4) == 0 ? random.Next(frame.Length) : frame.Length).ToArray();
            for (var n = random.Next(4); n > 0 && mutant.Length > 0; n--) mutant[random.Next(mutant.Length)] = (byte)random.Next(256);
            var envelope = Envelope.Read(mutant);
            if (envelope is not { Whole: true, Op: 0, Event: EventKind.InteractionCreate }) continue;
            try
            {
                if (Interaction.Parse(envelope.Data) is not null) read++;
            }
            catch (Exception e) when (e is System.Text.Json.JsonException or InvalidOperationException)
            {
                // What the connection skips with one line.
            }
        }

        Assert.True(read > 1000);
    }

    [Fact]
    public async Task PutsFragmentsTogether()
    {
        await using var discord = new FakeDiscord();
        await using var bot = new RunningBot(discord).Start();
        var peer = await bot.BecomesReadyAsync();
        var bytes = Encoding.UTF8.GetBytes($$"""{"op":0,"t":"INTERACTION_CREATE","s":9,"d":{{RunningBot.Interaction(1)}}}""");
        await peer.RawAsync(GatewayPeer.Frame(1, bytes.AsSpan(0, 30), final: false));
        await peer.RawAsync(GatewayPeer.Frame(0, bytes.AsSpan(30, 50), final: false));
        await peer.RawAsync(GatewayPeer.Frame(0, bytes.AsSpan(80)));
        await bot.HandlesAsync(1);
    }

    [Fact]
    public async Task ReadsALargeEventAndStaysSmall()
    {
        await using var discord = new FakeDiscord();
        await using var bot = new RunningBot(discord).Start();
        var peer = await bot.BecomesReadyAsync();
        await peer.DispatchAsync("GUILD_CREATE", 2, $$"""{"id":"1","filler":"{{new string('x', 3_000_000)}}"}""");
        await peer.DispatchAsync("INTERACTION_CREATE", 3, RunningBot.Interaction(1));
        await bot.HandlesAsync(1);
    }

    [Fact]
    [Fault("A22")]
    public async Task GivesUpALineThatSendsTooMuchAndResumes()
    {
        await using var discord = new FakeDiscord();
        await using var bot = new RunningBot(discord).Start();
        var peer = await bot.BecomesReadyAsync();
        var sending = Task.Run(async () =>
        {
            try
            {
                await peer.SendAsync($$"""{"op":0,"t":"X","s":2,"d":"{{new string('x', 17 * 1024 * 1024)}}"}""");
            }
            catch (Exception e) when (e is IOException or ObjectDisposedException)
            {
                // Given up, as it should be.
            }
        });
        var next = await bot.ConnectsAsync();
        await next.HelloAsync();
        Assert.Equal(1, (await next.ReceiveAsync(6)).GetProperty("seq").GetInt64());
        Assert.Equal(1009, await peer.Closed);
        await sending;
    }

    [Fact]
    [Fault("A20")]
    public async Task IgnoresWhatItDoesNotKnowAndSkipsWhatItCannotRead()
    {
        await using var discord = new FakeDiscord();
        await using var bot = new RunningBot(discord).Start();
        var peer = await bot.BecomesReadyAsync();
        foreach (var frame in new[]
        {
            "{", "", "[]", "null", "\"text\"", "{}", """{"op":"0"}""", """{"op":99,"d":{}}""", """{"op":null}""", """{"op":1e99}""",
            """{"op":0}""", """{"op":0,"t":"NEVER_HEARD_OF","s":5,"d":null}""", """{"op":0,"t":null,"s":"6","d":1}""",
            """{"op":0,"t":"INTERACTION_CREATE","s":7,"d":null}""", """{"op":0,"t":"INTERACTION_CREATE","s":8}""",
            """{"op":0,"t":"INTERACTION_CREATE","s":3,"d":[]}""", """{"op":0,"t":"GUILD_DELETE","s":4,"d":{}} trailing""",
            $$"""{"op":0,"t":"X","s":9,"d":{{new string('[', 5000)}}{{new string(']', 5000)}}}""",
            """{"op":0,"t":"INTERACTION_CREATE","s":10,"d":{"id":"1","type":2,"token":"\ud800"}}""",
        })
        {
            await peer.SendAsync(frame);
        }

        await peer.DispatchAsync("INTERACTION_CREATE", 2, RunningBot.Interaction(1));
        await bot.HandlesAsync(1);
        Assert.Equal(1UL, Assert.Single(bot.Handled).Id);
        await peer.SendAsync("""{"op":1}""");
        Assert.Equal(10, (await peer.BeatAsync()).GetInt64());
        Assert.False(peer.IsClosed);
        Assert.Equal(1, discord.Upgrades);
    }

    [Fact]
    [Fault("A21")]
    public async Task PassesOverAPoisonousEventForGood()
    {
        await using var discord = new FakeDiscord();
        await using var bot = new RunningBot(discord).Start();
        var peer = await bot.BecomesReadyAsync();
        await peer.DispatchAsync("INTERACTION_CREATE", 2, """{"id":"9","type":2,"token":"x","\ud800":1,"data":{"options":"oops","name":5},"member":[[]]}""");
        await peer.SendAsync("""{"op":0,"t":"INTERACTION_CREATE","s":3,"d":{"id":"1","type":2,"token":"x","data":{"name":tru}}}""");
        await peer.DispatchAsync("INTERACTION_CREATE", 4, RunningBot.Interaction(1));
        await Patience.UntilAsync(() => bot.Handled.Any(i => i.Id == 1), "the event after the poison");
        peer.Cut();
        var next = await bot.ConnectsAsync();
        await next.HelloAsync();
        Assert.Equal(4, (await next.ReceiveAsync(6)).GetProperty("seq").GetInt64());
        Assert.Contains(bot.Logs.Lines, l => l.Contains("seq 3", StringComparison.Ordinal));
    }

    [Fact]
    [Fault("A24")]
    public async Task DeliversEachInteractionOnce()
    {
        await using var discord = new FakeDiscord();
        await using var bot = new RunningBot(discord).Start();
        var peer = await bot.BecomesReadyAsync();
        await peer.DispatchAsync("INTERACTION_CREATE", 2, RunningBot.Interaction(1));
        await peer.DispatchAsync("INTERACTION_CREATE", 3, RunningBot.Interaction(1));
        await peer.SendAsync("""{"op":7}""");
        var next = await discord.NextPeerAsync();
        await next.HelloAsync();
        await next.ReceiveAsync(6);
        await next.DispatchAsync("INTERACTION_CREATE", 3, RunningBot.Interaction(1));
        await next.DispatchAsync("INTERACTION_CREATE", 4, RunningBot.Interaction(2));
        await bot.HandlesAsync(2);
        Assert.Equal([1UL, 2UL], bot.Handled.Select(i => i.Id).Order());
    }

    [Fact]
    [Fault("A6")]
    public async Task AnswersEachOfAHundredOnceAcrossAReconnect()
    {
        await using var discord = new FakeDiscord();
        var release = new TaskCompletionSource();
        RunningBot? bot = null;
        await using var running = bot = new RunningBot(discord, async (interaction, ct) =>
        {
            await release.Task.WaitAsync(ct);
            await bot!.Client.Rest.RespondAsync(interaction, new InteractionResponse.DeferMessage(true), ct);
        }).Start();
        var peer = await bot.BecomesReadyAsync();
        for (var i = 1; i <= 100; i++) await peer.DispatchAsync("INTERACTION_CREATE", i + 1, RunningBot.Interaction((ulong)i));
        await bot.HandlesAsync(100);
        await peer.SendAsync("""{"op":7}""");
        var next = await discord.NextPeerAsync();
        await next.HelloAsync();
        await next.ReceiveAsync(6);
        for (var i = 50; i <= 100; i++) await next.DispatchAsync("INTERACTION_CREATE", i + 1, RunningBot.Interaction((ulong)i));
        await next.DispatchAsync("RESUMED", 200, "{}");
        await bot.IsAsync(GatewayState.Ready);
        release.SetResult();
        await Patience.UntilAsync(() => discord.Requests.Count >= 100, "a hundred answers");
        Assert.Equal(100, discord.Requests.Select(r => r.Target).Distinct().Count());
        Assert.Equal(100, discord.Requests.Count);
    }

    [Fact]
    [Fault("A25")]
    public async Task ReadsOnWhileHandlersBlock()
    {
        await using var discord = new FakeDiscord();
        var never = new TaskCompletionSource();
        await using var bot = new RunningBot(discord, (_, ct) => never.Task.WaitAsync(ct)).Start();
        var peer = await bot.BecomesReadyAsync();
        // Fifty people, so that nobody has more than one person may.
        for (var i = 1; i <= 1005; i++)
            await peer.DispatchAsync("INTERACTION_CREATE", i + 1, RunningBot.Interaction((ulong)i, user: $"{4242000 + i % 50}"));
        await peer.SendAsync("""{"op":1}""");
        Assert.Equal(1006, (await peer.BeatAsync()).GetInt64());
        await bot.HandlesAsync(1000);
        // The five beyond the limit are told to try again.
        await Patience.UntilAsync(() => discord.Requests.Count == 5, "five polite refusals");
        Assert.All(discord.Requests, r => Assert.Equal("""{"type":4,"data":{"content":"no place: Busy","allowed_mentions":{"parse":[]},"flags":64}}""", r.Text));
        never.SetResult();
    }

    [Fact]
    [Fault("A30")]
    public async Task RefusesAPayloadThatIsTooLarge()
    {
        using var socket = new GatewaySocket("x", TimeProvider.System);
        await Assert.ThrowsAsync<InvalidOperationException>(() => socket.SendAsync(new byte[4097], false, CancellationToken.None));
    }
}
