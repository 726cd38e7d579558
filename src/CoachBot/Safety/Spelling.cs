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
        var plain = TypedText.Words(Disguise().Replace(Assaulted().Replace(typed, "sexually assaulted"), Unmask), keep: ",.!?;\n");
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
        var nearest = byFirstLetter[word[0]].SelectMany(candidate => Starts(word, candidate)).Append((Alike: 0, Written: word)).MaxBy(start => start.Alike);
        return nearest.Alike >= Misspelt ? nearest.Written : word;
    }

    /// <summary>The word as a slip of a candidate, alone or with an ending: "exaustion" is "exhaust" and "ion".</summary>
    private static IEnumerable<(int Alike, string Written)> Starts(string word, string candidate)
    {
        for (var length = candidate.Length - 1; length <= Math.Min(candidate.Length + 1, word.Length); length++)
        {
            var ending = word.Length - length;
            // A short stem with an ending has too many neighbours.
            if (length < ShortestMended || ending is < 0 or > 4 || (ending > 0 && candidate.Length <= ShortestMended)) continue;
            yield return (Fuzz.Ratio(word[..length], candidate), candidate + word[length..]);
        }
    }

    /// <summary>Letters that people hide behind look-alikes so that no filter reads them.</summary>
    private static string Unmask(Match match) =>
        string.Concat(match.Value.Select(c => c switch
        {
            '0' => 'o',
            '1' => 'i',
            '3' => 'e',
            '4' or '@' or '*' => 'a',
            '5' or '$' => 's',
            _ => c,
        }));

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
