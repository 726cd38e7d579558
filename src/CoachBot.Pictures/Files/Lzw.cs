namespace CoachBot.Pictures.Files;

/// <summary>The compression inside a GIF: codes of growing length for runs of pixels, in blocks of at most 255 bytes.</summary>
internal sealed class Lzw(Stream to, int colourBits)
{
    private const int LongestCode = 12;

    private readonly byte[] block = new byte[255];
    private int filled;
    private int bits;
    private int bitCount;

    public void Write(ReadOnlySpan<byte> pixels)
    {
        to.WriteByte((byte)colourBits);
        var clear = 1 << colourBits;
        var codes = new Dictionary<int, int>(1 << LongestCode);
        var (next, length) = (clear + 2, colourBits + 1);
        Put(clear, length);
        int run = pixels[0];
        foreach (var pixel in pixels[1..])
        {
            var longer = (run << 8) | pixel;
            if (codes.TryGetValue(longer, out var code))
            {
                run = code;
                continue;
            }
            Put(run, length);
            if (next == 1 << LongestCode)
            {
                Put(clear, length);
                codes.Clear();
                (next, length) = (clear + 2, colourBits + 1);
            }
            else
            {
                codes[longer] = next;
                // The reader learns each code one step later, so the length grows only after the code that needs it.
                if (next++ == 1 << length) length++;
            }
            run = pixel;
        }
        Put(run, length);
        Put(clear + 1, length);
        if (bitCount > 0) Append((byte)bits);
        Flush();
        to.WriteByte(0);
    }

    private void Put(int code, int length)
    {
        bits |= code << bitCount;
        for (bitCount += length; bitCount >= 8; bitCount -= 8)
        {
            Append((byte)bits);
            bits >>= 8;
        }
    }

    private void Append(byte value)
    {
        block[filled++] = value;
        if (filled == block.Length) Flush();
    }

    private void Flush()
    {
        if (filled == 0) return;
        to.WriteByte((byte)filled);
        to.Write(block, 0, filled);
        filled = 0;
    }
}
