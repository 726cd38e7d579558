using System.Buffers.Binary;
using System.IO.Compression;

namespace CoachBot.Tests.Faults;

/// <summary>Row A22 on a process of its own, whose memory is nobody else's.</summary>
public sealed class HugeFrameTests : ScriptedTest
{
    private const int Allowed = 64 << 20;
    private const int FirstText = 0x81;
    private const int UnfinishedText = 0x01;
    private const int Continued = 0x00;
    private const int Compressed = 0xC1;

    [Fact, Fault("A22")]
    public async Task AFrameOf17MiBOrABombIsLeftAndTheMemoryStaysSmall()
    {
        using var bot = LoggedBot.Start(Discord, Folder);
        var line = await Discord.NextLineAsync();
        // What an answer needs once is not the frame's.
        await line.InteractAsync(ScriptedDiscord.CheckIn(1, 9));
        await Patience.UntilAsync(() => Discord.SeenBy(1).Count > 0, "an answer");
        var before = bot.PeakMemory;

        // In one frame, and in many; twice, for what is kept would add up.
        for (var i = 0; i < 2; i++)
        {
            line = await FollowedBySendingAsync(line, Frame(FirstText, new byte[17 << 20]));
            line = await FollowedBySendingAsync(
                line, [.. Frame(UnfinishedText, new byte[1 << 20]), .. Enumerable.Range(0, 17).SelectMany(_ => Frame(Continued, new byte[1 << 20]))]);
        }
        // A quarter of a GiB of nothing in a quarter of a MiB. Compression was not asked for, so no such frame may come.
        line = await FollowedBySendingAsync(line, Frame(Compressed, Bomb()));

        await line.InteractAsync(ScriptedDiscord.CheckIn(2, 9));
        await Patience.UntilAsync(() => Discord.SeenBy(2).Count > 0, "an answer after all that");
        Assert.InRange(bot.PeakMemory - before, 0, Allowed);
        Assert.Equal(4, bot.Count("a message was larger than we accept"));
        Assert.Equal(0, await bot.StopAsync());
    }

    /// <returns>The line on which the bot has resumed.</returns>
    private async Task<ScriptedLine> FollowedBySendingAsync(ScriptedLine line, byte[] bytes)
    {
        // A line that works: the next drop is a first drop again, and nothing is waited for.
        await line.SettleAsync();
        var sending = line.RawAsync(bytes);
        var next = await Discord.NextLineAsync();
        Assert.Equal(6, next.LoggedInWith);
        // Given up, as it should be.
        await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return next;
    }

    private static byte[] Frame(int head, byte[] payload)
    {
        var frame = new byte[10 + payload.Length];
        (frame[0], frame[1]) = ((byte)head, 127);
        BinaryPrimitives.WriteUInt64BigEndian(frame.AsSpan(2), (ulong)payload.Length);
        payload.CopyTo(frame, 10);
        return frame;
    }

    private static byte[] Bomb()
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            for (var i = 0; i < 256; i++) deflate.Write(new byte[1 << 20]);
        }
        return packed.ToArray();
    }
}
