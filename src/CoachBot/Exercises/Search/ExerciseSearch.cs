namespace CoachBot.Exercises.Search;

/// <summary>Finds exercises by what people call them, with or without spelling mistakes.</summary>
internal sealed class ExerciseSearch
{
    /// <summary>How alike (0 to 100) a text must be to count as meant; see the tests that mistype every name.</summary>
    private const int Meant = 80;

    /// <summary>By how much the best must lead before the next exercise.</summary>
    private const int Lead = 3;

    /// <summary>From here on a suggestion is worth showing.</summary>
    private const int WorthShowing = 62;

    private const int ShortestForFuzzy = 4;

    private readonly SearchIndex index;
    private readonly Likeness likeness;

    public ExerciseSearch(SearchIndex index)
    {
        this.index = index;
        likeness = new Likeness(index);
    }

    /// <summary>The exercise that is meant: called so exactly, or clearly only misspelt; null when there is none or more than one.</summary>
    /// <param name="text">Whatever was typed; sets and repetitions around the name do not matter, nor does a question around it.</param>
    public IExercise? Find(string text)
    {
        if (Named(text) is { } named) return named;
        var bare = Bare(text);
        if (bare.Length < ShortestForFuzzy) return null;
        var best = Scores(bare, wordsMayBeMissing: false).Take(2).ToArray();
        return best is [var first, ..] && first.Score >= Meant && (best.Length == 1 || first.Score - best[1].Score >= Lead) ? first.Exercise : null;
    }

    /// <summary>The exercise that is called so, without a spelling mistake; null when there is none.</summary>
    public IExercise? Named(string text) => Exact(SearchText.Normalise(text)) ?? Exact(Bare(text));

    private static string Bare(string text) => SearchText.WithoutFillers(SearchText.WithoutDose(SearchText.Normalise(text)));

    /// <summary>The likeliest <paramref name="count"/> exercises, the best first, each once; never empty.</summary>
    public IReadOnlyList<IExercise> Nearest(string text, int count)
    {
        var typed = Bare(text);
        if (typed.Length == 0) return [.. index.Exercises.Take(count)];
        var all = Direct(typed).Concat(Scores(typed, wordsMayBeMissing: true).Select(s => s.Exercise)).Concat(index.Exercises);
        return [.. all.DistinctBy(exercise => exercise.Id).Take(count)];
    }

    /// <summary>What to offer while somebody types, at most <paramref name="most"/>; all in teaching order as long as nothing is typed.</summary>
    public IReadOnlyList<IExercise> Suggest(string text, int most)
    {
        var typed = SearchText.Normalise(text);
        if (typed.Length == 0) return [.. index.Exercises.Take(most)];
        var direct = Direct(typed).DistinctBy(exercise => exercise.Id).Take(most).ToList();
        if (direct.Count == most || typed.Length < ShortestForFuzzy) return direct.Count > 0 ? direct : Nearest(text, 3);
        if (Find(text) is { } meant) direct.Insert(0, meant);
        var alike = Scores(SearchText.WithoutFillers(typed), wordsMayBeMissing: true).TakeWhile(s => s.Score >= WorthShowing).Select(s => s.Exercise);
        var offered = direct.Concat(alike).DistinctBy(exercise => exercise.Id).Take(most).ToList();
        return offered.Count > 0 ? offered : Nearest(text, 3);
    }

    private IExercise? Exact(string typed) => typed.Length == 0 ? null : index.Called(typed);

    /// <summary>Without spelling mistakes: called so, then begins so, then a word begins so, then contains it; alike ones in teaching order, basics first.</summary>
    private IEnumerable<IExercise> Direct(string typed)
    {
        foreach (var meaning in index.Meanings(typed)) yield return meaning;
        if (Exact(typed) is { } exact) yield return exact;
        var words = typed.Split(' ');
        var ranks = new int[index.Exercises.Count];
        Array.Fill(ranks, NoRank);
        foreach (var name in index.Names) ranks[name.Place] = Math.Min(ranks[name.Place], Rank(typed, words, name));
        foreach (var (place, rank) in ranks.Index().Where(r => r.Item < NoRank).OrderBy(r => r.Item)) yield return index.Exercises[place];
    }

    private const int NoRank = 9;

    private static int Rank(string typed, string[] words, SearchName name)
    {
        if (name.Text.StartsWith(typed, StringComparison.Ordinal)) return name.Kind switch { NameKind.Misspelling => 5, _ => 0 };
        if (name.Kind == NameKind.Misspelling) return NoRank;
        if (words.All(w => name.Words.Any(word => word.StartsWith(w, StringComparison.Ordinal)))) return name.Kind == NameKind.Name ? 1 : 2;
        return name.Text.Contains(typed, StringComparison.Ordinal) ? 3 : NoRank;
    }

    /// <summary>Every exercise with how alike its best name is; ties keep the teaching order.</summary>
    private IEnumerable<(IExercise Exercise, double Score)> Scores(string typed, bool wordsMayBeMissing)
    {
        var alike = likeness.Of(typed, wordsMayBeMissing);
        return index.Exercises.Select((exercise, place) => (Exercise: exercise, Score: alike[place])).OrderByDescending(s => s.Score);
    }
}
