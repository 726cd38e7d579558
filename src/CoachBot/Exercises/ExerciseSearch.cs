using FuzzySharp;

namespace CoachBot.Exercises;

/// <summary>Finds exercises by what people call them, with or without spelling mistakes.</summary>
internal sealed class ExerciseSearch(Catalogue catalogue)
{
    /// <summary>How alike (0 to 100) a text must be to count as meant; see the test that mistypes every name.</summary>
    private const int Meant = 82;

    /// <summary>By how much the best must lead before the next exercise.</summary>
    private const int Lead = 4;

    /// <summary>From here on a suggestion is worth showing.</summary>
    private const int WorthShowing = 62;

    private const int ShortestForFuzzy = 4;

    private readonly Lazy<SearchIndex> index = new(() => new SearchIndex(catalogue));

    /// <summary>The exercise that is meant: called so exactly, or clearly only misspelt; null when there is none or more than one.</summary>
    /// <param name="text">Whatever was typed; sets and repetitions around the name do not matter.</param>
    public Exercise? Find(string text)
    {
        var typed = SearchText.Normalise(text);
        if (Exact(typed) is { } exact) return exact;
        var bare = SearchText.WithoutDose(typed);
        if (Exact(bare) is { } without) return without;
        if (bare.Length < ShortestForFuzzy) return null;
        var best = Scores(bare, wordsMayBeMissing: false).Take(2).ToArray();
        return best[0].Score >= Meant && best[0].Score - best[1].Score >= Lead ? best[0].Exercise : null;
    }

    /// <summary>The likeliest <paramref name="count"/> exercises, the best first, each once; never empty.</summary>
    public IReadOnlyList<Exercise> Nearest(string text, int count)
    {
        var typed = SearchText.WithoutDose(SearchText.Normalise(text));
        if (typed.Length == 0) return [.. catalogue.Exercises.Take(count)];
        var all = Direct(typed).Concat(Scores(typed, wordsMayBeMissing: true).Select(s => s.Exercise));
        return [.. all.Distinct().Take(count)];
    }

    /// <summary>What to offer while somebody types, at most <paramref name="most"/>; all in teaching order as long as nothing is typed.</summary>
    public IReadOnlyList<Exercise> Suggest(string text, int most)
    {
        var typed = SearchText.Normalise(text);
        if (typed.Length == 0) return [.. catalogue.Exercises.Take(most)];
        var direct = Direct(typed).Distinct().Take(most).ToList();
        if (direct.Count == most || typed.Length < ShortestForFuzzy) return direct.Count > 0 ? direct : Nearest(text, 3);
        var alike = Scores(typed, wordsMayBeMissing: true).TakeWhile(s => s.Score >= WorthShowing).Select(s => s.Exercise);
        var offered = direct.Concat(alike).Distinct().Take(most).ToList();
        return offered.Count > 0 ? offered : Nearest(text, 3);
    }

    private Exercise? Exact(string typed) => typed.Length == 0 ? null : index.Value.Called(typed);

    /// <summary>Without spelling mistakes: called so, then begins so, then a word begins so, then contains it; alike ones in teaching order, basics first.</summary>
    private IEnumerable<Exercise> Direct(string typed)
    {
        foreach (var meaning in index.Value.Meanings(typed)) yield return meaning;
        if (Exact(typed) is { } exact) yield return exact;
        var words = typed.Split(' ');
        var ranked =
            from exercise in catalogue.Exercises
            let rank = index.Value.Names(exercise).Min(name => Rank(typed, words, name))
            where rank < NoRank
            orderby rank
            select exercise;
        foreach (var exercise in ranked) yield return exercise;
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
    private IEnumerable<(Exercise Exercise, int Score)> Scores(string typed, bool wordsMayBeMissing)
    {
        var wanted = new SearchName(SearchText.Expand(typed), NameKind.Name);
        return catalogue.Exercises
            .Select(e => (Exercise: e, Score: index.Value.Names(e).Max(name => Alike(wanted, name, wordsMayBeMissing))))
            .OrderByDescending(s => s.Score);
    }

    /// <param name="wordsMayBeMissing">"the heavy goblet one" is then alike "goblet squat".</param>
    private static int Alike(SearchName typed, SearchName name, bool wordsMayBeMissing)
    {
        var score = Fuzz.Ratio(typed.Text, name.Text);
        if (typed.Words.Length > 1 && name.Words.Length > 1) score = Math.Max(score, Fuzz.Ratio(typed.Sorted, name.Sorted) - 1);
        if (!wordsMayBeMissing || !typed.Words.Any(name.Words.Contains)) return score;
        var shared = string.Join(' ', typed.Words.Where(name.Words.Contains));
        return Math.Max(score, Math.Max(Fuzz.Ratio(shared, typed.Text), Fuzz.Ratio(shared, name.Text)) * 9 / 10);
    }
}
