namespace CoachBot.Pictures;

/// <summary>
/// At most 256 colours, as clear as they are, for all frames of a drawing. Our drawings are flat: the few colours that fill areas are taken as they are, the many
/// in between that soften edges go to their nearest.
/// </summary>
internal sealed class Palette
{
    private const int Most = 256;
    private const int Apart = 6;

    private readonly uint[] chosen = new uint[Most];
    private readonly int size;
    private readonly Dictionary<uint, byte> nearest = [];

    private Palette(Dictionary<uint, int> counts)
    {
        var byUse = counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Select(pair => pair.Key).ToArray();
        foreach (var colour in byUse)
        {
            if (size == Most) break;
            if (Nearest(colour).Distance > Apart * Apart) chosen[size++] = colour;
        }
        foreach (var colour in byUse) nearest[colour] = (byte)Nearest(colour).Index;
    }

    /// <param name="frame">Pixels with red in the lowest byte, then green, blue and alpha.</param>
    public static Palette Of(ReadOnlySpan<uint> frame)
    {
        var counts = new Dictionary<uint, int>();
        Count(frame, counts);
        return new Palette(counts);
    }

    /// <inheritdoc cref="Of(ReadOnlySpan{uint})"/>
    public static Palette Of(IEnumerable<uint[]> frames)
    {
        var counts = new Dictionary<uint, int>();
        foreach (var frame in frames) Count(frame, counts);
        return new Palette(counts);
    }

    public IReadOnlyList<(byte Red, byte Green, byte Blue, byte Alpha)> Colours => field ??= [.. chosen.Take(size).Select(c => ((byte)c, (byte)(c >> 8), (byte)(c >> 16), (byte)(c >> 24)))];

    public byte[] Indices(uint[] frame)
    {
        var indices = new byte[frame.Length];
        Indices(frame, indices);
        return indices;
    }

    /// <param name="indices">As long as the frame, or a row of it.</param>
    public void Indices(ReadOnlySpan<uint> frame, Span<byte> indices)
    {
        for (var i = 0; i < frame.Length; i++) indices[i] = i > 0 && frame[i] == frame[i - 1] ? indices[i - 1] : nearest[frame[i]];
    }

    private static void Count(ReadOnlySpan<uint> frame, Dictionary<uint, int> counts)
    {
        for (var i = 0; i < frame.Length;)
        {
            var run = i + 1;
            while (run < frame.Length && frame[run] == frame[i]) run++;
            counts[frame[i]] = counts.GetValueOrDefault(frame[i]) + run - i;
            i = run;
        }
    }

    private (int Index, int Distance) Nearest(uint colour)
    {
        var best = (Index: -1, Distance: int.MaxValue);
        for (var i = 0; i < size; i++)
            if (Distance(colour, chosen[i]) is var distance && distance < best.Distance) best = (i, distance);
        return best;
    }

    private static int Distance(uint one, uint other)
    {
        var red = (int)(one & 0xFF) - (int)(other & 0xFF);
        var green = (int)((one >> 8) & 0xFF) - (int)((other >> 8) & 0xFF);
        var blue = (int)((one >> 16) & 0xFF) - (int)((other >> 16) & 0xFF);
        var alpha = (int)(one >> 24) - (int)(other >> 24);
        return (red * red) + (green * green) + (blue * blue) + (alpha * alpha);
    }
}
