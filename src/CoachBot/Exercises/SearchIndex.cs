namespace CoachBot.Exercises;

internal enum NameKind
{
    Name,
    Alias,
    Misspelling,
}

/// <param name="Text">Normalised.</param>
internal sealed record SearchName(string Text, NameKind Kind)
{
    public string[] Words { get; } = Text.Split(' ');

    /// <summary>The words in alphabetical order, so that "squat goblet" is as good as "goblet squat".</summary>
    public string Sorted { get; } = string.Join(' ', Text.Split(' ').Order(StringComparer.Ordinal));
}

/// <summary>All that exercises are called, made ready once.</summary>
internal sealed class SearchIndex
{
    private readonly Dictionary<string, Exercise> called = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<Exercise>> meanings;
    private readonly Dictionary<string, SearchName[]> names;

    public SearchIndex(Catalogue catalogue)
    {
        names = catalogue.Exercises.ToDictionary(e => e.Id, e => All(e).DistinctBy(n => n.Text).ToArray(), StringComparer.Ordinal);
        meanings = catalogue.Ambiguous.ToDictionary(
            a => SearchText.Normalise(a.Key),
            IReadOnlyList<Exercise> (a) => [.. a.Value.Select(id => catalogue.Find(id)!)],
            StringComparer.Ordinal);

        // First come, first kept: what has several meanings goes to the first of them, a name before another's misspelling.
        foreach (var (text, exercises) in meanings) Add(text, exercises[0]);
        foreach (var kind in Enum.GetValues<NameKind>())
            foreach (var exercise in catalogue.Exercises)
                foreach (var name in names[exercise.Id].Where(n => n.Kind == kind))
                    Add(name.Text, exercise);
        // Then the same without spaces ("side-plank", "sideplank"), where that is nobody's name.
        foreach (var (text, exercise) in called.ToArray()) Add(SearchText.Compact(text), exercise);
    }

    public IReadOnlyList<SearchName> Names(Exercise exercise) => names[exercise.Id];

    public Exercise? Called(string normalised)
    {
        foreach (var text in (string[])[normalised, SearchText.Compact(normalised), SearchText.Expand(normalised)])
            if (called.TryGetValue(text, out var exercise)) return exercise;
        return null;
    }

    public IReadOnlyList<Exercise> Meanings(string normalised) => meanings.GetValueOrDefault(normalised, []);

    private void Add(string text, Exercise exercise) => called.TryAdd(text, exercise);

    private static IEnumerable<SearchName> All(Exercise exercise) =>
    [
        new(SearchText.Normalise(exercise.Name), NameKind.Name),
        new(SearchText.Normalise(exercise.Id), NameKind.Alias),
        .. exercise.Aliases.Select(a => new SearchName(SearchText.Normalise(a), NameKind.Alias)),
        .. exercise.Misspellings.Select(m => new SearchName(SearchText.Normalise(m), NameKind.Misspelling)),
    ];
}
