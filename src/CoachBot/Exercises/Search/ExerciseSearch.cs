namespace CoachBot.Exercises.Search;

/// <summary>
/// Finds exercises by what people call them, with or without spelling mistakes. Where nothing is alike it finds nothing: it never guesses.
/// </summary>
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
    private readonly Spelling spelling;

    public ExerciseSearch(SearchIndex index)
    {
        this.index = index;
        likeness = new Likeness(index);
        spelling = new Spelling(index);
    }

    /// <summary>The exercise that is meant: called so exactly, or clearly only misspelt; null when there is none or more than one.</summary>
    /// <param name="text">Whatever was typed; sets and repetitions around the name do not matter, nor does a question around it.</param>
    public Exercise? Find(string text)
    {
        var bare = Bare(text);
        if (EverydayWords.Has(bare)) return null;
        if (Named(text) is { } named) return named;
        if (bare.Length < ShortestForFuzzy || bare.Split(' ').Any(spelling.IsOfOthers)) return null;
        var mended = SearchText.WithoutFillers(spelling.Mend(bare));
        // A single word has to be surer than one slip in it.
        if (SearchText.Telling(mended) is [var single] && !SearchText.Telling(bare).Contains(single)) mended = bare;
        var words = SearchText.Telling(mended);
        // "Band practice" names what many have in common, and no exercise.
        if (words is [var alone] && alone != mended && IsShared(alone)) return null;
        if (mended.Contains(' ', StringComparison.Ordinal)
            && (index.CalledInAnyOrder(SearchText.Canonical(mended).Split(' ')) ?? index.CalledInAnyOrder(words)) is { } meant) return meant;
        if (bare.Contains(' ', StringComparison.Ordinal)
            && (WholeNameIn(words, index.Says) ?? OnlyOneHas(words) ?? WholeNameIn(words, index.Describes)) is { } only) return only;
        var best = Scores(mended, wordsMayBeMissing: false).Take(2).ToArray();
        if (best is [var first, ..] && first.Score >= Meant) return best.Length == 1 || first.Score - best[1].Score >= Lead ? first.Exercise : null;
        return bare.Contains(' ', StringComparison.Ordinal) ? WithWeights(words) : null;
    }

    /// <summary>The exercise that is called so, without a spelling mistake; null when there is none.</summary>
    public Exercise? Named(string text) =>
        Exact(SearchText.Normalise(text)) ?? Exact(SearchText.WithoutDose(SearchText.Normalise(text))) ?? Exact(Bare(text));

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

    /// <summary>"tibialis wall raise": the exercise with a name that has all these words, where only one has.</summary>
    private Exercise? OnlyOneHas(string[] words)
    {
        if (words.Length < 2) return null;
        var places = index.Names
            .Where(name => name.Kind != NameKind.Misspelling && words.All(word => name.Canonical.Contains(word, StringComparer.Ordinal)))
            .Select(name => name.Place).Distinct().Take(2).ToArray();
        return places is [var place] ? index.Exercises[place] : null;
    }

    /// <summary>
    /// "pallof press standing": the exercise with the longest name that stands in these words, where all the others are words that describe it.
    /// </summary>
    private Exercise? WholeNameIn(string[] words, Func<int, string, bool> says)
    {
        var longest = index.Names
            .Where(name => name.Kind != NameKind.Misspelling && name.Telling.Length > 1
                && name.Telling.All(words.Contains)
                && words.All(word => says(name.Place, word)))
            .GroupBy(name => name.Telling.Length).MaxBy(group => group.Key)?
            .Select(name => name.Place).Distinct().ToArray();
        return longest is [var place] ? index.Exercises[place] : null;
    }

    /// <summary>
    /// "Step up with dumbbells" is a step-up, held heavier, where no exercise is the heavier one. What needs a band is another exercise with weights.
    /// </summary>
    private Exercise? WithWeights(string[] words)
    {
        var without = words.Except(Synonyms.Loads).ToArray();
        if (without.Length == words.Length || index.CalledInAnyOrder(without) is not { Guide: { } guide } found || guide.Uses(Kit.Band)) return null;
        return index.Exercises.FirstOrDefault(heavier => guide.Progressions.Contains(heavier.Id) && heavier.Guide?.Uses(Kit.Weights) == true) ?? found;
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
