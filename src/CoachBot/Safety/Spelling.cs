using System.Text.RegularExpressions;
using CoachBot.Language;
using FuzzySharp;

namespace CoachBot.Safety;

/// <summary>Typed text as the plain words in which the signs are written: text-speak written out, disguised and misspelt words mended.</summary>
internal sealed partial class Spelling
{
    /// <summary>Shorter words have too many neighbours that mean something else.</summary>
    private const int ShortestMended = 6;

    /// <summary>How alike (0 to 100) a word must be to one of ours to count as a slip of it: one letter of eight.</summary>
    private const int Misspelt = 87;

    private readonly HashSet<string> known;
    private readonly ILookup<char, string> byFirstLetter;
    private readonly Dictionary<string, string> spelt;

    /// <param name="vocabulary">The words that a sign can be made of.</param>
    /// <param name="spelt">Lines such as <c>kms = kill myself</c>.</param>
    public Spelling(IEnumerable<string> vocabulary, IEnumerable<string> spelt)
    {
        known = new HashSet<string>(vocabulary, StringComparer.Ordinal);
        byFirstLetter = known.Where(word => word.Length >= ShortestMended - 1).ToLookup(word => word[0]);
        this.spelt = spelt.Select(line => line.Split(" = ")).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
    }

    /// <summary>Plain words with one space between; what ends or parts a sentence stands as "." and "," among them.</summary>
    public string Correct(string typed)
    {
        var plain = PlainWords.Of(Disguise().Replace(Assaulted().Replace(typed, "sexually assaulted"), Unmask), keep: ",.!?;\n");
        plain = Stop().Replace(plain, " . ");
        return string.Join(' ', plain.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Mend));
    }

    private string Mend(string word)
    {
        if (spelt.TryGetValue(word, out var written)) return written;
        if (known.Contains(word)) return word;
        var once = Repeated().Replace(word, "$1");
        if (once != word) return spelt.TryGetValue(once, out written) ? written : Nearest(once);
        return Nearest(word);
    }

    private string Nearest(string word)
    {
        if (word.Length < ShortestMended || known.Contains(word) || !char.IsAsciiLetterLower(word[0])) return word;
        // An ending makes no slip: the signs are written without theirs.
        if (byFirstLetter[word[0]].Any(stem => word.StartsWith(stem, StringComparison.Ordinal) && word.Length - stem.Length <= 4)) return word;
        var nearest = byFirstLetter[word[0]].Where(candidate => Math.Abs(candidate.Length - word.Length) <= 1).MaxBy(candidate => Fuzz.Ratio(word, candidate));
        return nearest is not null && Fuzz.Ratio(word, nearest) >= Misspelt ? nearest : word;
    }

    /// <summary>Letters that people hide behind look-alikes so that no filter reads them.</summary>
    private static string Unmask(Match match) => string.Concat(match.Value.Select(c => c switch { '0' => 'o', '1' => 'i', '3' => 'e', '4' => 'a', '5' => 's', '@' => 'a', '$' => 's', '*' => 'a', _ => c }));

    /// <summary>Marks in the middle of a word: "su1cide", "r@pe", "k!ll" keeps its stop.</summary>
    [GeneratedRegex(@"\b[A-Za-z]+(?:[013457@$*][A-Za-z]+)+\b", RegexOptions.CultureInvariant)]
    private static partial Regex Disguise();

    /// <summary>Text-speak that would be "sad" without its apostrophe.</summary>
    [GeneratedRegex(@"\b(?:sa['’]d|SA['’]?[eE]?d|got SA\b|was SA\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Assaulted();

    [GeneratedRegex(@" *[.!?;\n](?: *[.!?;\n])* *", RegexOptions.CultureInvariant)]
    private static partial Regex Stop();

    [GeneratedRegex(@"(\w)\1{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Repeated();
}
