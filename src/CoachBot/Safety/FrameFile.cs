namespace CoachBot.Safety;

/// <summary>Reads <c>frames.txt</c>; how it is written stands at its top.</summary>
internal sealed class FrameFile
{
    /// <summary>How many other words may lie between two parts where a line does not say.</summary>
    private const int OrdinaryGap = 3;

    private readonly Dictionary<string, string[]> classes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> sets = new(StringComparer.Ordinal);
    private readonly List<Frame> frames = [];

    private FrameFile()
    {
    }

    public WordSets Words { get; } = new();

    public ILookup<Sign, Frame> Frames => frames.ToLookup(frame => frame.Sign);

    public static FrameFile Read(IEnumerable<string> lines)
    {
        var file = new FrameFile();
        Sign? sign = null;
        foreach (var line in lines)
        {
            if (line[0] == '[') sign = Enum.Parse<Sign>(line[1..^1]);
            else if (sign is null || line.Contains(": ", StringComparison.Ordinal)) file.ReadClass(line);
            else file.frames.Add(file.ReadFrame(sign.Value, line));
        }
        return file;
    }

    private void ReadClass(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var sayings = line[(colon + 1)..].Split(',', StringSplitOptions.TrimEntries).SelectMany(Expand);
        var name = line[..colon].Trim();
        classes[name] = classes.TryGetValue(name, out var before) ? [.. before, .. sayings] : [.. sayings];
    }

    private Frame ReadFrame(Sign sign, string line)
    {
        var (rest, harmless) = Cut(line.TrimStart('!'), " unless ");
        (rest, var gap) = Cut(rest, " within ");
        var inOrder = rest.Contains(" > ", StringComparison.Ordinal);
        var parts = rest.Split(inOrder ? " > " : " + ", StringSplitOptions.TrimEntries);
        var words = gap is null ? OrdinaryGap * (parts.Length - 1) : int.Parse(gap, System.Globalization.CultureInfo.InvariantCulture);
        return new Frame(sign, [.. parts.Select(SetOf)], inOrder, words, harmless is null ? null : SetOf(harmless), line[0] == '!');
    }

    private int SetOf(string part)
    {
        if (sets.TryGetValue(part, out var set)) return set;
        return sets[part] = Words.Add(part.Split('/', StringSplitOptions.TrimEntries).SelectMany(Expand));
    }

    /// <summary>All sayings that one with classes in it stands for.</summary>
    private IEnumerable<string> Expand(string saying)
    {
        var start = saying.IndexOf('<', StringComparison.Ordinal);
        if (start < 0) return [saying];
        var end = saying.IndexOf('>', start);
        if (!classes.TryGetValue(saying[(start + 1)..end], out var meant))
            throw new InvalidDataException($"frames.txt names a class that it does not have: {saying}");
        return meant.SelectMany(one => Expand(saying[..start] + one + saying[(end + 1)..]));
    }

    private static (string Before, string? After) Cut(string line, string word)
    {
        var at = line.IndexOf(word, StringComparison.Ordinal);
        return at < 0 ? (line, null) : (line[..at], line[(at + word.Length)..]);
    }
}
