namespace CoachBot.Pictures.Files;

/// <summary>One picture of a moving drawing.</summary>
/// <param name="Pixels">Indices into the palette, row by row.</param>
/// <param name="Delay">How long it is shown, in hundredths of a second.</param>
internal sealed record GifFrame(byte[] Pixels, int Delay);

/// <summary>
/// Writes an animated GIF that repeats for ever, as the specification GIF89a tells it. SkiaSharp reads GIF but cannot write it, and no
/// library that could is small. After the first frame only the rectangle that changed is written.
/// </summary>
internal static class Gif
{
    private const int ColourBits = 8;
    private const byte Extension = 0x21;
    private const byte KeepFrame = 1 << 2;

    /// <param name="palette">At most 256 colours, with red in the lowest byte, then green and blue.</param>
    public static byte[] Encode(int width, int height, ReadOnlySpan<uint> palette, IReadOnlyList<GifFrame> frames)
    {
        using var gif = new MemoryStream();
        gif.Write("GIF89a"u8);
        WriteShort(gif, width);
        WriteShort(gif, height);
        gif.Write([0x80 | 0x70 | (ColourBits - 1), 0, 0]);
        for (var i = 0; i < 1 << ColourBits; i++)
        {
            var colour = i < palette.Length ? palette[i] : 0;
            gif.Write([(byte)colour, (byte)(colour >> 8), (byte)(colour >> 16)]);
        }
        gif.Write([Extension, 0xFF, 11]);
        gif.Write("NETSCAPE2.0"u8);
        gif.Write([3, 1, 0, 0, 0]);
        byte[]? before = null;
        foreach (var frame in frames)
        {
            WriteFrame(gif, width, height, before, frame);
            before = frame.Pixels;
        }
        gif.WriteByte(0x3B);
        return gif.ToArray();
    }

    private static void WriteFrame(MemoryStream gif, int width, int height, byte[]? before, GifFrame frame)
    {
        var (left, top, right, bottom) = before is null ? (0, 0, width, height) : Changed(width, height, before, frame.Pixels);
        gif.Write([Extension, 0xF9, 4, KeepFrame]);
        WriteShort(gif, frame.Delay);
        gif.Write([0, 0, 0x2C]);
        foreach (var number in (int[])[left, top, right - left, bottom - top]) WriteShort(gif, number);
        gif.WriteByte(0);
        var pixels = new byte[(right - left) * (bottom - top)];
        for (var y = top; y < bottom; y++) frame.Pixels.AsSpan((y * width) + left, right - left).CopyTo(pixels.AsSpan((y - top) * (right - left)));
        new Lzw(gif, ColourBits).Write(pixels);
    }

    /// <summary>At least one pixel: a frame without any is not allowed.</summary>
    private static (int Left, int Top, int Right, int Bottom) Changed(int width, int height, byte[] before, byte[] now)
    {
        var (left, top, right, bottom) = (width, height, 0, 0);
        for (var y = 0; y < height; y++)
        {
            var one = before.AsSpan(y * width, width);
            var other = now.AsSpan(y * width, width);
            var first = one.CommonPrefixLength(other);
            if (first == width) continue;
            var last = width - 1;
            while (one[last] == other[last]) last--;
            (left, right) = (Math.Min(left, first), Math.Max(right, last + 1));
            (top, bottom) = (Math.Min(top, y), y + 1);
        }
        return right == 0 ? (0, 0, 1, 1) : (left, top, right, bottom);
    }

    private static void WriteShort(MemoryStream gif, int number) => gif.Write([(byte)number, (byte)(number >> 8)]);
}
