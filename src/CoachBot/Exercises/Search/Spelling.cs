using FuzzySharp;

namespace CoachBot.Exercises.Search;

/// <summary>
/// Reads each word of a text as one that names have: run together, parted, or one slip of the thumb away. A word that may be two others is left as it is.
/// </summary>
internal sealed class Spelling
{
    private const int ShortestToMend = 3;

    /// <summary>In shorter words only a letter left out is mended: nearly all else would be another word.</summary>
    private const int Short = 4;

    /// <summary>From this length on, two slips leave enough that is right.</summary>
    private const int Long = 7;
    private const int AlikeWhenLong = 84;

    private const int ShortestPart = 3;

    private readonly HashSet<string> known;

    public Spelling(SearchIndex index)
    {
        var names = index.Names.Where(name => name.Kind != NameKind.Misspelling).ToList();
        var parted = names.Where(name => name.Words.Length > 1).Select(name => name.Compact).ToHashSet(StringComparer.Ordinal);
        // "Stepups" is read as the two words that it is.
        known = new(names.Where(name => name.Words.Length > 1 || !parted.Contains(name.Compact)).SelectMany(name => name.Words), StringComparer.Ordinal);
        known.UnionWith(Synonyms.OfWords.Select(pair => pair.Key));
        known.UnionWith(SearchText.Around);
    }

    public string Mend(string typed)
    {
        var read = new List<string>();
        foreach (var word in typed.Split(' '))
        {
            var bothKnown = read.Count > 0 && IsKnown(word) && IsKnown(read[^1]);
            if (read.Count > 0 && !bothKnown && known.Contains(read[^1] + word)) read[^1] += word;
            else read.Add(IsKnown(word) ? word : Nearest(word) ?? Parted(word) ?? word);
        }
        return string.Join(' ', read);
    }

    private bool IsKnown(string word) =>
        known.Contains(word) || known.Contains(SearchText.Root(word)) || SearchText.IsLight(word) || char.IsAsciiDigit(word[0]);

    /// <summary>"hipthrust", "Langhantelkniebeuge".</summary>
    private string? Parted(string word)
    {
        for (var at = ShortestPart; at <= word.Length - ShortestPart; at++)
            if (known.Contains(word[..at]) && known.Contains(word[at..])) return $"{word[..at]} {word[at..]}";
        return null;
    }

    /// <summary>Whether the word says of other exercises what no name here does.</summary>
    public bool IsOfOthers(string word) => EverydayWords.OfOthers(word) && !known.Contains(word);

    private string? Nearest(string word)
    {
        if (word.Length < ShortestToMend || EverydayWords.OfOthers(word)) return null;
        var near = known.Where(meant => MayBe(word, meant)).GroupBy(SearchText.Canonical).Take(2).ToList();
        return near is [var only] ? only.First() : null;
    }

    private static bool MayBe(string word, string meant) => word.Length < Short
        ? meant.Length == word.Length + 1 && Slip.IsOne(word, meant, abroad: false)
        : meant.Length >= Short && (Slip.IsOne(word, meant, abroad: false)
            || (Math.Min(word.Length, meant.Length) >= Long && Math.Abs(word.Length - meant.Length) <= 2 && Fuzz.Ratio(word, meant) >= AlikeWhenLong));
}
