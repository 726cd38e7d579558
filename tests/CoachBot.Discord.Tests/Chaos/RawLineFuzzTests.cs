using CoachBot.Discord.Tests.Fakes;

namespace CoachBot.Discord.Tests.Chaos;

/// <summary>
/// What <see cref="FrameFuzzTests"/> does above the socket, below it: damaged payloads in damaged websocket frames
/// (masks, reserved opcodes and bits, false lengths, broken UTF-8, fragmented and overlong control frames, close frames
/// of all kinds), each line torn at the end. After every line the bot comes back, and in the end it answers.
/// </summary>
[Collection(nameof(Alone))]
public sealed class RawLineFuzzTests
{
    private const ulong Seed = 20_261_123;
    private const int Bots = 8;
    private const int FramesPerBot = 640;

    [Fact, Fault("A20")]
    public async Task A20_ComesBackAfterFiveThousandDamagedFramesOnTheWire()
    {
        var lines = await Task.WhenAll(Enumerable.Range(0, Bots).Select(n => Task.Run(() => RunAsync((ulong)n))));
        TestContext.Current.TestOutputHelper?.WriteLine($"{Bots * FramesPerBot} frames on {lines.Sum()} lines");
    }

    private static async Task<int> RunAsync(ulong number)
    {
        var dice = new Dice(Seed, number);
        var mutator = new FrameMutator(Seed + number);
        await using var discord = new FakeDiscord();
        var bot = new RunningBot(discord, Touch, dice: new DiceRandom(new Dice(Seed, number + Bots))).Start();
        try
        {
            for (var sent = 0; sent < FramesPerBot;)
            {
                var peer = await GreetedAsync();
                var bytes = new List<byte>();
                for (var n = 1 + dice.Below(6); n > 0; n--, sent++) bytes.AddRange(Frame(dice, mutator.Make((ulong)sent).Span));
                Try(() => peer.RawAsync(bytes.ToArray()));
                if (dice.OneIn(2)) peer.Reset();
                else peer.Cut();
            }

            var last = await GreetedAsync();
            await last.DispatchAsync("INTERACTION_CREATE", 1_000_000, RunningBot.Interaction(4711));
            await Patience.UntilAsync(() => bot.Handled.Any(i => i.Id == 4711), "an answer after all");
            Assert.DoesNotContain(bot.Logs.Lines, l =>
                l.Contains("a fault of ours", StringComparison.Ordinal) && l.Contains("reading", StringComparison.Ordinal));
            Assert.DoesNotContain(bot.Logs.Lines, l => l.Contains(FrameShapes.Canary, StringComparison.Ordinal));
            return discord.Upgrades;
        }
        finally
        {
            await bot.DisposeAsync();
        }

        async Task<GatewayPeer> GreetedAsync()
        {
            while (true)
            {
                if (await TryGreetAsync(discord, bot) is { } peer) return peer;
                if (!bot.Run.IsCompleted) continue;
                // A close frame had become one of the fatal codes: fair.
                await Assert.ThrowsAsync<FatalDiscordException>(() => bot.Run);
                await bot.DisposeAsync();
                bot = new RunningBot(discord, Touch, dice: new DiceRandom(new Dice(Seed, dice.Next()))).Start();
            }
        }
    }

    private static Task Touch(Interaction interaction, CancellationToken ct)
    {
        Touched.Read(interaction);
        return Task.CompletedTask;
    }

    /// <summary>The next line, greeted and ready; null when the bot left it before.</summary>
    private static async Task<GatewayPeer?> TryGreetAsync(FakeDiscord discord, RunningBot bot)
    {
        GatewayPeer? peer = null;
        bool BacksOff() => bot.Client.State == GatewayState.Backoff;
        await Patience.UntilAsync(() => bot.Run.IsCompleted || discord.TryNextPeer(out peer), "a connection", () =>
        {
            if (BacksOff()) bot.Clock.PassToNext(still: BacksOff);
        });
        if (peer is null) return null;
        try
        {
            await peer.HelloAsync();
            if (await peer.NextMessageAsync() is not { } said) return null;
            if (said.GetProperty("op").GetInt32() == 6) await peer.DispatchAsync("RESUMED", 1, "{}");
            else await peer.DispatchAsync("READY", 1, """{"session_id":"s","user":{"id":"5"},"application":{"id":"6"}}""");
            await peer.SendAsync("""{"op":1}""");
            return await peer.NextBeatAsync() is null ? null : peer;
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            return null;
        }
    }

    private static void Try(Func<Task> send)
    {
        try
        {
            send().GetAwaiter().GetResult();
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // The bot has left already.
        }
    }

    private static byte[] Frame(Dice dice, ReadOnlySpan<byte> payload)
    {
        var whole = dice.Below(10) switch
        {
            0 => GatewayPeer.Frame(dice.Below(16), payload[..Math.Min(payload.Length, dice.Below(300))], final: dice.OneIn(2)),
            1 =>
                GatewayPeer.Frame(
                    8, [(byte)(dice.OneIn(2) ? 0x0f : dice.Below(256)), (byte)dice.Below(256), .. payload[..dice.Below(Math.Min(payload.Length, 130) + 1)]]),
            2 =>
                [.. GatewayPeer.Frame(1, payload[..(payload.Length / 2)], final: false),
                    .. GatewayPeer.Frame(dice.Of<int>([0, 0, 9, 1]), payload[(payload.Length / 2)..])],
            3 => GatewayPeer.Frame(dice.Of<int>([8, 9, 10]), payload[..Math.Min(payload.Length, 200)], final: dice.OneIn(2)),
            _ => GatewayPeer.Frame(dice.OneIn(3) ? 2 : 1, payload),
        };
        // The header: final bit, reserved bits, opcode, mask bit, length.
        if (dice.OneIn(5)) whole[dice.Below(Math.Min(whole.Length, 4))] ^= (byte)(1 << dice.Below(8));
        return whole;
    }
}
