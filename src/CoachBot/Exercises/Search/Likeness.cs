using FuzzySharp;

namespace CoachBot.Exercises.Search;

/// <summary>
/// How alike a typed text is to every name, 0 to 100. The better of two looks: letter by letter over the whole text, which forgives slips of the thumb and
/// words run together; and word by word, which forgives their order and counts a rare word (goblet) for more than a common one (squat).
/// </summary>
internal sealed class Likeness
{
    /// <summary>Two words less alike than this are two words.</summary>
    private const double SameWord = 0.66;

    /// <summary>From here on two texts differ by a slip of the thumb only, however their words are parted.</summary>
    private const int SameText = 93;

    /// <summary>A single word must be more alike: there are so many words. More still to a name in another language, of which we know few.</summary>
    private const int AlikeAlone = 84;
    private const int AlikeAbroad = 90;

    private const int ShortestStem = 5;
    private const double SameStem = 0.97;

    /// <summary>A dumbbell is as good as a kettlebell where no name says the other.</summary>
    private const double SameLoad = 0.9;
    private static readonly string[] Endings = ["es", "en", "as", "os", "e", "n", "s", "a", "o"];

    private readonly SearchIndex index;
    private readonly HashSet<string> vocabulary;

    /// <summary>By name: the weight of each of its words, and of all together.</summary>
    private readonly (double[] Words, double All)[] weights;

    public Likeness(SearchIndex index)
    {
        this.index = index;
        vocabulary = new(index.Words, StringComparer.Ordinal);
        weights = [.. index.Names.Select(name => name.Canonical.Select(index.Weight).ToArray()).Select(words => (words, words.Sum()))];
    }

    /// <param name="typed">Normalised, not empty.</param>
    /// <param name="wordsMayBeMissing">"the heavy goblet one" is then alike "goblet squat", and a half-typed word its whole.</param>
    /// <returns>For each exercise, by its place in the index, how alike its best name is.</returns>
    public double[] Of(string typed, bool wordsMayBeMissing)
    {
        var compact = SearchText.Compact(typed);
        var words = SearchText.Canonical(typed).Split(' ')
            .Distinct(StringComparer.Ordinal)
            .Select(word => new TypedWord(word, Similar(word, wordsMayBeMissing), index.Weight(word)))
            .ToArray();
        var asked = words.Sum(word => word.Weight);
        var best = new double[index.Exercises.Count];
        for (var i = 0; i < index.Names.Count; i++)
        {
            var name = index.Names[i];
            var before = best[name.Place];
            // One word of a name is not its name: "half" or "free" means nothing yet.
            var byWords = words.Length > 1 || wordsMayBeMissing || name.Canonical.Length == 1 ? ByWords(words, asked, name, weights[i], wordsMayBeMissing) : 0;
            var score = Math.Max(byWords, ByLetters(typed, compact, words, name, before));
            if (words.Length == 1 && !wordsMayBeMissing && !IsSure(score, compact, name)) continue;
            if (name.Kind == NameKind.Misspelling) score -= 1;
            if (score > before) best[name.Place] = score;
        }
        return best;
    }

    private static bool IsSure(double score, string compact, SearchName name)
    {
        var abroad = name.Kind == NameKind.Foreign;
        return score >= (abroad ? AlikeAbroad : AlikeAlone) || Slip.IsOne(compact, name.Compact, abroad);
    }

    /// <summary>
    /// Without the ending that many or another gender have in the languages of the names: "laterales" is "lateral", "Kniebeugen" is "Kniebeuge".
    /// </summary>
    private static string Stem(string word) =>
        Endings.FirstOrDefault(ending => word.Length >= ending.Length + ShortestStem && word.EndsWith(ending, StringComparison.Ordinal)) is { } ending
            ? word[..^ending.Length]
            : word;

    /// <summary>What a word may stand for, and how surely.</summary>
    private Dictionary<string, double> Similar(string typed, bool begun)
    {
        var similar = new Dictionary<string, double>(StringComparer.Ordinal);
        // Who types "abduction" does not mean "adduction", alike as they are.
        var known = vocabulary.Contains(typed);
        if (known) similar[typed] = 1;
        if (Synonyms.Loads.Contains(typed))
            foreach (var load in Synonyms.Loads) similar.TryAdd(load, SameLoad);
        var stem = Stem(typed);
        foreach (var word in vocabulary) Add(word, word);
        foreach (var (word, means) in Synonyms.OfWords) Add(word, means);
        return similar;

        void Add(string word, string means)
        {
            if (word == typed) return;
            if (Stem(word) == stem) similar[means] = SameStem;
            else if (begun && typed.Length >= 2 && word.StartsWith(typed, StringComparison.Ordinal)) similar[means] = 0.95;
            else if (!known && typed.Length >= 3 && word.Length >= 3 && Math.Abs(word.Length - typed.Length) <= 3 && !char.IsAsciiDigit(typed[0]))
            {
                var alike = Fuzz.Ratio(typed, word) / 100.0;
                if (alike >= SameWord && (begun || Slip.MayBe(typed, word))) similar[means] = Math.Max(alike, similar.GetValueOrDefault(means));
            }
        }
    }

    /// <summary>Every word that was typed says something: a name that has not all of them is another exercise's, unless words may be missing.</summary>
    private static double ByWords(TypedWord[] typed, double asked, SearchName name, (double[] Words, double All) weights, bool wordsMayBeMissing)
    {
        double found = 0;
        foreach (var word in typed)
        {
            double most = 0;
            for (var i = 0; i < name.Canonical.Length; i++)
                if (word.Similar.TryGetValue(name.Canonical[i], out var alike)) most = Math.Max(most, alike * Math.Min(word.Weight, weights.Words[i]));
            if (most == 0 && !wordsMayBeMissing && !SearchText.IsLight(word.Text)) return 0;
            found += most;
        }
        if (found == 0) return 0;
        var both = 200 * found / (asked + weights.All);
        return wordsMayBeMissing ? Math.Max(both, 75 * Math.Max(found / asked, found / weights.All)) : both;
    }

    /// <summary>Only where it can beat what the exercise has already. A word that only one of the two has makes all their letters tell less.</summary>
    private static double ByLetters(string typed, string compact, TypedWord[] words, SearchName name, double before)
    {
        if (200.0 * Math.Min(typed.Length, name.Text.Length) / (typed.Length + name.Text.Length) <= before) return 0;
        if (!Slip.MayBe(compact, name.Compact, name.Kind == NameKind.Foreign)) return 0;
        var score = Math.Max(Fuzz.Ratio(typed, name.Text), Fuzz.Ratio(compact, name.Compact) - 1);
        if (score >= SameText) return score;
        var tooMuch = words.Length > 1
            && words.Any(word => word.Text.Length > 2 && !SearchText.IsLight(word.Text) && !name.Canonical.Any(word.Similar.ContainsKey));
        var tooLittle = name.Text.Length - typed.Length >= 3
            && name.Canonical.Any(part => part.Length >= 3 && !words.Any(word => word.Similar.ContainsKey(part)));
        return tooMuch || tooLittle ? score * 0.85 : score;
    }

    private sealed record TypedWord(string Text, Dictionary<string, double> Similar, double Weight);
}
