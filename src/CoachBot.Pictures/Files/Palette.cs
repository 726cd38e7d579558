namespace CoachBot.Pictures.Files;

/// <summary>
/// At most 256 colours, as clear as they are, for all frames of a drawing. Our drawings are flat: the few colours that fill areas are taken as they are, the
/// many in between that soften edges go to their nearest.
/// </summary>
internal sealed class Palette
{
    private const int Most = 256;
    private const int LeastDistance = 6;

    private readonly uint[] chosen = new uint[Most];
    private readonly int size;
    private readonly Dictionary<uint, Use> uses;

    private Palette(Dictionary<uint, Use> uses)
    {
        this.uses = uses;
        Use[] byUse = [.. uses.Values];
        Array.Sort(byUse, static (one, other) => one.Pixels != other.Pixels ? other.Pixels.CompareTo(one.Pixels) : one.Colour.CompareTo(other.Colour));
        foreach (var use in byUse)
        {
            if (size == Most) break;
            Nearest(use.Colour, out var distance);
            if (distance > LeastDistance * LeastDistance) chosen[size++] = use.Colour;
        }
        foreach (var use in byUse) use.Index = (byte)Nearest(use.Colour, out _);
    }

    /// <param name="frame">Pixels with red in the lowest byte, then green, blue and alpha.</param>
    public static Palette Of(ReadOnlySpan<uint> frame)
    {
        var uses = new Dictionary<uint, Use>();
        Count(frame, uses);
        return new Palette(uses);
    }

    /// <inheritdoc cref="Of(ReadOnlySpan{uint})"/>
    public static Palette Of(IEnumerable<uint[]> frames)
    {
        var uses = new Dictionary<uint, Use>();
        foreach (var frame in frames) Count(frame, uses);
        return new Palette(uses);
    }

    /// <summary>As pixels have them.</summary>
    public ReadOnlySpan<uint> Colours => chosen.AsSpan(0, size);

    public byte[] Indices(uint[] frame)
    {
        var indices = new byte[frame.Length];
        Indices(frame, indices);
        return indices;
    }

    /// <param name="indices">As long as the frame, or a row of it.</param>
    public void Indices(ReadOnlySpan<uint> frame, Span<byte> indices)
    {
        for (var i = 0; i < frame.Length; i++) indices[i] = i > 0 && frame[i] == frame[i - 1] ? indices[i - 1] : uses[frame[i]].Index;
    }

    private static void Count(ReadOnlySpan<uint> frame, Dictionary<uint, Use> uses)
    {
        for (var i = 0; i < frame.Length;)
        {
            var run = i + 1;
            while (run < frame.Length && frame[run] == frame[i]) run++;
            if (!uses.TryGetValue(frame[i], out var use)) uses.Add(frame[i], use = new Use(frame[i]));
            use.Pixels += run - i;
            i = run;
        }
    }

    private int Nearest(uint colour, out int distance)
    {
        var best = 0;
        distance = int.MaxValue;
        for (var i = 0; i < size; i++)
            if (Distance(colour, chosen[i]) is var other && other < distance) (best, distance) = (i, other);
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

    /// <summary>A colour of the drawing.</summary>
    private sealed class Use(uint colour)
    {
        public uint Colour => colour;

        public int Pixels { get; set; }

        public byte Index { get; set; }
    }
}
