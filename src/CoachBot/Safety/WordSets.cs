namespace CoachBot.Safety;

/// <summary>
/// Sets of words and short sayings, each set with a number, and where in a text each of them stands. Looked up word by word, so that a text is read
/// once however many sets there are.
/// </summary>
internal sealed class WordSets
{
    /// <summary>What may follow a stem: "touch~" is touch, touches, touching.</summary>
    private const int LongestEnding = 4;

    private readonly Dictionary<string, List<Saying>> byWord = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Saying>> byStem = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Saying> known = new(StringComparer.Ordinal);

    public int Count { get; private set; }

    /// <summary>The words of all sets, without the mark of a stem.</summary>
    public IEnumerable<string> Words => known.Values.SelectMany(saying => saying.Words).Select(word => word.TrimEnd('~')).Distinct();

    /// <returns>The number of a new set of these sayings.</returns>
    public int Add(IEnumerable<string> sayings)
    {
        foreach (var written in sayings.Distinct(StringComparer.Ordinal)) Find(written).Sets.Add(Count);
        return Count++;
    }

    /// <returns>For each set where it is said, in the order of the text; null where it is not.</returns>
    public List<Place>?[] FindIn(string[] text)
    {
        var found = new List<Place>?[Count];
        for (var at = 0; at < text.Length; at++)
        {
            if (byWord.TryGetValue(text[at], out var sayings)) Note(sayings, text, at, found);
            for (var length = Math.Max(1, text[at].Length - LongestEnding); length <= text[at].Length; length++)
            {
                if (byStem.TryGetValue(text[at][..length], out sayings)) Note(sayings, text, at, found);
            }
        }
        return found;
    }

    private Saying Find(string written)
    {
        if (known.TryGetValue(written, out var saying)) return saying;
        saying = known[written] = new Saying(written.Split(' '), []);
        var (index, first) = saying.Words[0].EndsWith('~') ? (byStem, saying.Words[0][..^1]) : (byWord, saying.Words[0]);
        if (!index.TryGetValue(first, out var all)) index[first] = all = [];
        all.Add(saying);
        return saying;
    }

    private static void Note(List<Saying> sayings, string[] text, int at, List<Place>?[] found)
    {
        foreach (var saying in sayings)
        {
            if (at + saying.Words.Length > text.Length || !Follows(saying.Words, text, at)) continue;
            foreach (var set in saying.Sets) (found[set] ??= []).Add(new Place(at, at + saying.Words.Length));
        }
    }

    private static bool Follows(string[] words, string[] text, int at)
    {
        for (var i = 1; i < words.Length; i++)
        {
            if (!IsSaid(words[i], text[at + i])) return false;
        }
        return true;
    }

    private static bool IsSaid(string word, string said)
    {
        if (!word.EndsWith('~')) return word == said;
        var stem = word.AsSpan()[..^1];
        return said.Length <= stem.Length + LongestEnding && said.AsSpan().StartsWith(stem, StringComparison.Ordinal);
    }

    private sealed record Saying(string[] Words, List<int> Sets);
}

/// <summary>A stretch of words.</summary>
/// <param name="Start">Its first word.</param>
/// <param name="End">The word after its last.</param>
internal readonly record struct Place(int Start, int End);
