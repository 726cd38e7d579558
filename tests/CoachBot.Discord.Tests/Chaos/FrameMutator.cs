using System.Text;

namespace CoachBot.Discord.Tests.Chaos;

/// <summary>
/// Makes the n-th damaged frame of a seed: a documented shape, then up to four of: flipped bits, other bytes, cuts,
/// repeated and removed stretches, two frames grown together, members of a wrong type or an extreme value, keys
/// given twice, nesting. One in eight is left whole, so that the good path is walked too.
/// </summary>
internal sealed class FrameMutator(ulong seed)
{
    private const int Longest = 256 * 1024;

    private static readonly byte[][] Awkward =
    [
        .. new[]
        {
            "null", "true", "false", "-1", "0", "-0", "1e308", "1e999", "-1e999", "1e-400", "0.1", "18446744073709551615", "18446744073709551616",
            "9223372036854775807", "9223372036854775808", "-9223372036854775809", "2147483648", "4294967296", "00", "1.", "NaN", "\"\"", "\"0\"", "\"-1\"",
            "\"18446744073709551616\"", "\" 1\"", "\"1e3\"", "\"\\ud800\"", "\"\\udc00\\ud800\"",
            "\"\\u0000\"", "\"\\ud83d\\ude00\"", "\"\\x\"", "\"", "[]", "{}",
            "[[]]", "[null]", "[{}]", "{\"\\ud800\":1}", "{\"id\":{}}", "{\"\":\"\"}", "[1,\"a\",null,{},[]]", "/**/1", "tru", "\u2028", "\ufeff", "\0",
            "\"READY\"", "\"INTERACTION_CREATE\"", "\"\\u0049NTERACTION_CREATE\"", "\"wss://gateway.discord.gg\"", "\"ws://127.0.0.1:1/\"",
        }.Select(Encoding.UTF8.GetBytes),
        Encoding.UTF8.GetBytes($"\"{new string('x', 3000)}\""),
        Encoding.UTF8.GetBytes(new string('9', 400)),
        [0xff], [0xc3, 0x28], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80],
    ];

    private byte[] frame = new byte[Longest];
    private byte[] spare = new byte[Longest];
    private int filled;

    /// <summary>Valid until the next call.</summary>
    public ReadOnlyMemory<byte> Make(ulong number)
    {
        var dice = new Dice(seed, number);
        Take(Shape(dice));
        var at = Bytes.IndexOf("100000000000000001"u8);
        if (at >= 0) (100_000_000_000_000_000 + number).TryFormat(frame.AsSpan(at, 18), out _);
        if (!dice.OneIn(8))
        {
            for (var n = dice.OneIn(3) ? 1 + dice.Below(4) : 1; n > 0; n--) Mutate(dice);
        }

        return frame.AsMemory(0, filled);
    }

    private Span<byte> Bytes => frame.AsSpan(0, filled);

    private static byte[] Shape(Dice dice) => dice.OneIn(200) ? dice.Of<byte[]>(FrameShapes.OfOrders)
        : dice.OneIn(3) ? dice.Of<byte[]>(FrameShapes.OfEvents)
        : dice.Of<byte[]>(FrameShapes.OfInteractions);

    private void Take(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(frame);
        filled = bytes.Length;
    }

    private void Mutate(Dice dice)
    {
        if (filled == 0) return;
        var at = dice.Below(filled);
        var some = dice.Below(Math.Min(filled - at, dice.OneIn(4) ? 400 : 12) + 1);
        switch (dice.Below(12))
        {
            case 0:
                frame[at] ^= (byte)(1 << dice.Below(8));
                break;
            case 1:
                frame[at] = (byte)dice.Next();
                break;
            case 2:
                frame[at] = dice.Of("{}[]\":,\\0-eE.tfn "u8);
                break;
            case 3 when dice.OneIn(3):
                filled = at;
                break;
            case 4:
                Replace(at, some, []);
                break;
            case 5:
                Replace(dice.Below(filled), 0, frame.AsSpan(at, some).ToArray());
                break;
            case 6 when dice.OneIn(3):
                var other = Shape(dice);
                Replace(at, filled - at, other.AsSpan(dice.Below(other.Length)));
                break;
            case 7:
                Nest(dice);
                break;
            case 8:
                RepeatKey(dice);
                break;
            case 9:
                Replace(at, 0, dice.Of<byte[]>(Awkward));
                break;
            default:
                var (start, length) = Value(dice);
                Replace(start, length, dice.Of<byte[]>(Awkward));
                break;
        }
    }

    /// <summary>A value put into brackets; at 64 deep readers give up, and some servers of others have died of 5000.</summary>
    private void Nest(Dice dice)
    {
        var depth = dice.OneIn(40) ? 5000 : dice.Below(70);
        var (start, length) = Value(dice);
        var list = dice.OneIn(2);
        var open = list ? "["u8 : "{\"components\":["u8;
        var close = list ? "]"u8 : "]}"u8;
        var nested = new List<byte>();
        for (var i = 0; i < depth; i++) nested.AddRange(open);
        nested.AddRange(frame.AsSpan(start, length));
        for (var i = 0; i < depth; i++) nested.AddRange(close);
        Replace(start, length, nested.ToArray());
    }

    private void RepeatKey(Dice dice)
    {
        var (start, _) = Value(dice);
        var key = Bytes[..Math.Max(0, start - 2)].LastIndexOf((byte)'"');
        if (key < 0) return;
        Replace(key, 0, [.. frame.AsSpan(key, start - key), .. dice.Of<byte[]>(Awkward), (byte)',']);
    }

    /// <summary>Where a member's value begins and how long it is, as far as a look at the bytes can tell.</summary>
    private (int Start, int Length) Value(Dice dice)
    {
        var from = dice.Below(filled);
        var colon = Bytes[from..].IndexOf((byte)':');
        if (colon < 0) return (from, 0);
        var start = from + colon + 1;
        var rest = Bytes[start..];
        if (rest.Length == 0) return (start, 0);
        if (rest[0] == '"') return (start, Math.Max(1, rest[1..].IndexOf((byte)'"') + 2));
        if (rest[0] is not ((byte)'{' or (byte)'[')) return (start, Math.Max(0, rest.IndexOfAny(",}]"u8)));
        var depth = 0;
        for (var i = 0; i < rest.Length; i++)
        {
            if (rest[i] is (byte)'{' or (byte)'[') depth++;
            if (rest[i] is (byte)'}' or (byte)']' && --depth == 0) return (start, i + 1);
        }

        return (start, 1);
    }

    private void Replace(int start, int length, ReadOnlySpan<byte> with)
    {
        var whole = filled - length + with.Length;
        if (whole > Longest) return;
        frame.AsSpan(0, start).CopyTo(spare);
        with.CopyTo(spare.AsSpan(start));
        frame.AsSpan(start + length, filled - start - length).CopyTo(spare.AsSpan(start + with.Length));
        (frame, spare, filled) = (spare, frame, whole);
    }
}
