namespace CoachBot.Exercises.Search;

/// <summary>Finds exercises by what people call them, with or without spelling mistakes. Where nothing is alike it finds nothing: it never guesses.</summary>
internal sealed class ExerciseSearch
{
    /// <summary>How alike (0 to 100) a text must be to count as meant; see the tests that mistype every name.</summary>
    private const int Meant = 80;

    /// <summary>By how much the best must lead before the next exercise.</summary>
    private const int Lead = 3;

    /// <summary>From here on a suggestion is worth showing.</summary>
    private const int WorthShowing = 62;

    private const int ShortestForFuzzy = 4;
    private const int NoRank = 9;

    private readonly SearchIndex index;
    private readonly Likeness likeness;

    public ExerciseSearch(SearchIndex index)
    {
        this.index = index;
        likeness = new Likeness(index);
    }

    /// <summary>The exercise that is meant: called so exactly, or clearly only misspelt; null when there is none or more than one.</summary>
    /// <param name="text">Whatever was typed; sets and repetitions around the name do not matter, nor does a question around it.</param>
    public Exercise? Find(string text)
    {
        if (Named(text) is { } named) return named;
        var bare = Bare(text);
        if (bare.Length < ShortestForFuzzy || EverydayWords.Has(bare)) return null;
        if (OnlyOneHas(bare) is { } only) return only;
        var best = Scores(bare, wordsMayBeMissing: false).Take(2).ToArray();
        if (best is [var first, ..] && first.Score >= Meant) return best.Length == 1 || first.Score - best[1].Score >= Lead ? first.Exercise : null;
        return Within(bare);
    }

    /// <summary>The exercise that is called so, without a spelling mistake; null when there is none.</summary>
    public Exercise? Named(string text) => Exact(SearchText.Normalise(text)) ?? Exact(Bare(text));

    /// <summary>
    /// Whether the text only says of several exercises what they have in common: "core", "hips". It stands for the first of them where one is needed.
    /// </summary>
    public bool IsShared(string text)
    {
        var bare = Bare(text);
        var root = SearchText.Canonical(bare);
        return index.Meanings(bare).Concat(index.Meanings(root)).ToList() is { Count: > 0 } several
            && !several.Any(exercise => exercise.Aliases.Any(alias => SearchText.Canonical(SearchText.Normalise(alias)) == root));
    }

    /// <summary>At most <paramref name="count"/> exercises that are alike enough to be meant, the best first, each once; often none.</summary>
    public IReadOnlyList<Exercise> Nearest(string text, int count)
    {
        var typed = Bare(text);
        if (typed.Length < ShortestForFuzzy) return [.. Direct(typed).DistinctBy(exercise => exercise.Id).Take(count)];
        return [.. Direct(typed).Concat(Alike(typed)).DistinctBy(exercise => exercise.Id).Take(count)];
    }

    /// <summary>What to offer while somebody types, at most <paramref name="most"/>; all in teaching order as long as nothing is typed.</summary>
    public IReadOnlyList<Exercise> Suggest(string text, int most)
    {
        var typed = SearchText.Normalise(text);
        if (typed.Length == 0) return [.. index.Exercises.Take(most)];
        var direct = Direct(typed).DistinctBy(exercise => exercise.Id).Take(most).ToList();
        if (direct.Count == most || typed.Length < ShortestForFuzzy) return direct;
        if (Find(text) is { } meant) direct.Insert(0, meant);
        return [.. direct.Concat(Alike(SearchText.WithoutFillers(typed))).DistinctBy(exercise => exercise.Id).Take(most)];
    }

    private static string Bare(string text) => SearchText.WithoutFillers(SearchText.WithoutDose(SearchText.Normalise(text)));

    private Exercise? Exact(string typed) => typed.Length == 0 ? null : index.Called(typed);

    /// <summary>"step ups on a bench", "tibialis wall raise": the exercise with a name that has all these words, where only one has.</summary>
    private Exercise? OnlyOneHas(string bare)
    {
        var words = SearchText.Canonical(bare).Split(' ').Where(word => !SearchText.IsLight(word)).Distinct().ToArray();
        if (words.Length < 2) return null;
        var places = index.Names
            .Where(name => name.Kind != NameKind.Misspelling && words.All(word => name.Canonical.Contains(word, StringComparer.Ordinal)))
            .Select(name => name.Place).Distinct().Take(2).ToArray();
        return places is [var place] ? index.Exercises[place] : null;
    }

    /// <summary>"dead bug hold", "walking lunges outside": the longest name that stands in these words, where all else are words that no name has.</summary>
    private Exercise? Within(string bare)
    {
        var words = SearchText.Canonical(bare).Split(' ').Where(word => !SearchText.IsLight(word)).ToArray();
        var known = words.Where(likeness.Knows).ToHashSet(StringComparer.Ordinal);
        if (known.Count < 2 || words.Any(word => !known.Contains(word) && likeness.Resembles(word))) return null;
        var places = index.Names
            .Where(name => name.Kind != NameKind.Misspelling && known.SetEquals(name.Canonical.Where(word => !SearchText.IsLight(word))))
            .Select(name => name.Place).Distinct().Take(2).ToArray();
        return places is [var place] ? index.Exercises[place] : null;
    }

    /// <summary>
    /// Without spelling mistakes: called so, then begins so, then a word begins so, then contains it; alike ones in teaching order, basics first.
    /// </summary>
    private IEnumerable<Exercise> Direct(string typed)
    {
        if (typed.Length == 0) yield break;
        foreach (var meaning in index.Meanings(typed)) yield return meaning;
        if (Exact(typed) is { } exact) yield return exact;
        var words = typed.Split(' ');
        var ranks = new int[index.Exercises.Count];
        Array.Fill(ranks, NoRank);
        foreach (var name in index.Names) ranks[name.Place] = Math.Min(ranks[name.Place], Rank(typed, words, name));
        foreach (var (place, _) in ranks.Index().Where(r => r.Item < NoRank).OrderBy(r => r.Item)) yield return index.Exercises[place];
    }

    private static int Rank(string typed, string[] words, SearchName name)
    {
        if (name.Text.StartsWith(typed, StringComparison.Ordinal)) return name.Kind switch { NameKind.Misspelling => 5, NameKind.Foreign => 4, _ => 0 };
        if (name.Kind is NameKind.Misspelling or NameKind.Foreign) return NoRank;
        if (words.All(w => name.Words.Any(word => word.StartsWith(w, StringComparison.Ordinal)))) return name.Kind == NameKind.Name ? 1 : 2;
        return name.Text.Contains(typed, StringComparison.Ordinal) ? 3 : NoRank;
    }

    private IEnumerable<Exercise> Alike(string typed) =>
        Scores(typed, wordsMayBeMissing: true).TakeWhile(s => s.Score >= WorthShowing).Select(s => s.Exercise);

    /// <summary>Every exercise with how alike its best name is; ties keep the teaching order.</summary>
    private IEnumerable<(Exercise Exercise, double Score)> Scores(string typed, bool wordsMayBeMissing)
    {
        var alike = likeness.Of(typed, wordsMayBeMissing);
        return index.Exercises.Select((exercise, place) => (Exercise: exercise, Score: alike[place])).OrderByDescending(s => s.Score);
    }
}
