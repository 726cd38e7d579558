namespace CoachBot.Exercises.Search;

internal enum NameKind
{
    Name,
    Alias,

    /// <summary>In another language than ours.</summary>
    Foreign,
    Misspelling,
}

/// <param name="Place">The exercise's place in <see cref="SearchIndex.Exercises"/>.</param>
/// <param name="Text">Normalised.</param>
internal sealed record SearchName(int Place, string Text, NameKind Kind)
{
    public string[] Words { get; } = Text.Split(' ');

    /// <summary>Each word without its ending and with one spelling for one meaning, so that "banded planks" is as good as "band plank".</summary>
    public string[] Canonical { get; } = SearchText.Canonical(Text).Split(' ');

    /// <summary>Those of them that tell it from others.</summary>
    public string[] Telling { get; } = SearchText.Telling(Text);

    public string Compact { get; } = SearchText.Compact(Text);
}

/// <summary>All that exercises are called, made ready once. A team's own stand behind the catalogue's and never take a name from them.</summary>
internal sealed class SearchIndex
{
    private readonly Dictionary<string, Exercise> called = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<Exercise>> meanings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Exercise> inAnyOrder = new(StringComparer.Ordinal);
    private readonly HashSet<string>[] said;
    private readonly HashSet<string>[] described;
    private readonly SearchIndex? before;

    /// <param name="ambiguous">What a text with several meanings may mean, the likeliest first.</param>
    public SearchIndex(IReadOnlyList<Exercise> exercises, IReadOnlyDictionary<string, IReadOnlyList<string>> ambiguous, SearchIndex? before = null)
    {
        this.before = before;
        Exercises = before is null ? exercises : [.. before.Exercises, .. exercises];
        var first = Exercises.Count - exercises.Count;
        var own = exercises.SelectMany((exercise, place) => All(exercise, first + place).DistinctBy(name => name.Text)).ToList();
        Names = before is null ? own : [.. before.Names, .. own];
        foreach (var name in own.Where(name => name.Kind != NameKind.Misspelling))
            foreach (var word in name.Canonical.Distinct()) words[word] = words.GetValueOrDefault(word) + 1;

        said = [.. Exercises.Select((_, place) => Names
            .Where(name => name.Place == place && name.Kind != NameKind.Misspelling).SelectMany(name => name.Canonical)
            .ToHashSet(StringComparer.Ordinal))];
        described = [.. Exercises.Select(exercise => Description(exercise)
            .SelectMany(text => text.Split(' '))
            .SelectMany(word => SearchText.Canonical(SearchText.Normalise(word)).Split(' '))
            .Where(word => !Synonyms.Changes(word))
            .ToHashSet(StringComparer.Ordinal))];

        var byId = exercises.ToDictionary(exercise => exercise.Id, StringComparer.Ordinal);
        foreach (var (text, ids) in ambiguous) meanings[SearchText.Normalise(text)] = [.. ids.Select(id => byId[id])];

        // First come, first kept: what has several meanings goes to the first of them, a name before another's misspelling.
        foreach (var (text, several) in meanings) called.TryAdd(text, several[0]);
        foreach (var name in own.OrderBy(name => name.Kind)) called.TryAdd(name.Text, Exercises[name.Place]);
        // Then without endings and abbreviations, then without spaces, each where that is nobody's name.
        foreach (var (text, exercise) in called.ToArray()) called.TryAdd(SearchText.Canonical(text), exercise);
        foreach (var (text, exercise) in called.ToArray()) called.TryAdd(SearchText.Compact(text), exercise);
        foreach (var (text, several) in meanings) inAnyOrder.TryAdd(Sorted(SearchText.Telling(text)), several[0]);
        var certain = own.Where(name => name.Kind != NameKind.Misspelling).OrderBy(name => name.Kind).ToList();
        foreach (var name in certain) inAnyOrder.TryAdd(Sorted(name.Canonical), Exercises[name.Place]);
        foreach (var name in certain) inAnyOrder.TryAdd(Sorted(name.Telling), Exercises[name.Place]);
    }

    /// <summary>In teaching order; a team's own after the catalogue's.</summary>
    public IReadOnlyList<Exercise> Exercises { get; }

    public IReadOnlyList<SearchName> Names { get; }

    /// <summary>Every word that a name has, in its canonical form; a word may stand here twice.</summary>
    public IEnumerable<string> Words => before is null ? words.Keys : before.Words.Concat(words.Keys);

    public Exercise? Called(string normalised)
    {
        if (before?.Called(normalised) is { } first) return first;
        var canonical = SearchText.Canonical(normalised);
        return called.GetValueOrDefault(normalised) ?? called.GetValueOrDefault(SearchText.Compact(normalised))
            ?? called.GetValueOrDefault(canonical) ?? called.GetValueOrDefault(SearchText.Compact(canonical));
    }

    /// <summary>Whether some name of the exercise at this place has the word.</summary>
    public bool Says(int place, string word) => said[place].Contains(word);

    /// <summary>Whether a name of it, or how it is done, has the word.</summary>
    public bool Describes(int place, string word) => Says(place, word) || described[place].Contains(word);

    /// <summary>Whose name has exactly these words, in any order.</summary>
    public Exercise? CalledInAnyOrder(string[] telling) =>
        telling.Length == 0 ? null : before?.CalledInAnyOrder(telling) ?? inAnyOrder.GetValueOrDefault(Sorted(telling));

    public IReadOnlyList<Exercise> Meanings(string normalised) =>
        meanings.GetValueOrDefault(normalised) ?? before?.Meanings(normalised) ?? [];

    /// <summary>How much a word tells: a rare one more than one that many names have.</summary>
    public double Weight(string word) => SearchText.IsLight(word) ? 0.15 : 1 / Math.Log2(3 + Count(word));

    private static IEnumerable<string> Description(Exercise exercise) =>
        exercise.Guide is { } guide
            ? [guide.Setup, .. guide.Equipment, .. guide.Muscles.Primary, .. guide.Muscles.Secondary, .. exercise.Steps]
            : exercise.Steps;

    private static string Sorted(string[] words) => string.Join(' ', words.Order(StringComparer.Ordinal));

    private int Count(string word) => words.GetValueOrDefault(word) + (before?.Count(word) ?? 0);

    /// <summary>"Side plank with rotation (thread the needle)" is called so without its brackets too.</summary>
    private static string WithoutBrackets(string name) =>
        name.EndsWith(')') && name.IndexOf('(', StringComparison.Ordinal) is > 0 and var at ? name[..at] : name;

    private static IEnumerable<SearchName> All(Exercise exercise, int place) =>
    [
        new(place, SearchText.Normalise(exercise.Name), NameKind.Name),
        new(place, SearchText.Normalise(WithoutBrackets(exercise.Name)), NameKind.Name),
        new(place, SearchText.Normalise(exercise.Id), NameKind.Alias),
        .. exercise.Aliases.Select(alias => new SearchName(place, SearchText.Normalise(alias), NameKind.Alias)),
        .. exercise.Names.Values.SelectMany(names => names).SelectMany(name => (string[])[name, SearchText.WithoutUmlauts(name)])
            .Select(name => new SearchName(place, SearchText.Normalise(name), NameKind.Foreign)),
        .. exercise.Misspellings.Select(misspelling => new SearchName(place, SearchText.Normalise(misspelling), NameKind.Misspelling)),
    ];
}
