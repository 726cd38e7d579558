using CoachBot.Exercises.Search;

namespace CoachBot.Exercises;

/// <summary>
/// All exercises with what links them, in teaching order: basics before advanced. It is part of the program and never
/// changes while it runs. Reading it takes a noticeable part of a cold start, so it begins at once beside all
/// else that starts, and only who asks before it is done waits.
/// </summary>
internal sealed class Catalogue
{
    public const string CoachAware = "coach-aware";

    private readonly Task<Contents> read = Task.Run(Read);

    public IReadOnlyList<Exercise> Exercises => File.Exercises;

    /// <summary>What a search text with several meanings may mean, the likeliest first: text to exercise ids.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Ambiguous => File.Ambiguous;

    /// <summary>In teaching order, as the exercises are.</summary>
    public IReadOnlyList<Family> Families => File.Families;

    public IReadOnlyDictionary<string, string> Supervision => File.Supervision;

    public IReadOnlyDictionary<string, Source> Sources => File.Sources;

    public string Disclaimer => File.Disclaimer;

    /// <summary>The rule that the catalogue's loads call "2-for-2", in words.</summary>
    public string TwoForTwo => File.TwoForTwo;

    /// <summary>What stands on every card, whatever the exercise.</summary>
    public StopRule StopRule => File.StopRule;

    /// <summary>What holds for everybody under 18, whatever the level.</summary>
    public string UnderEighteen => File.UnderEighteen;

    public Exercise? Find(string id) => ById.GetValueOrDefault(id);

    /// <summary>One step down the ladder: the nearest easier exercise, or else what has to be mastered before; null at the foot.</summary>
    public Exercise? Easier(Exercise exercise) => exercise.Regressions.Concat(exercise.Prerequisites).FirstOrDefault() is { } first ? ById[first] : null;

    /// <summary>One step up the ladder; null at its top.</summary>
    public Exercise? Harder(Exercise exercise) => exercise.Progressions is [var first, ..] ? ById[first] : null;

    public IEnumerable<Exercise> Prerequisites(Exercise exercise) => exercise.Prerequisites.Select(id => ById[id]);

    /// <summary>All that they are called.</summary>
    public SearchIndex Index => read.GetAwaiter().GetResult().Index;

    private CatalogueFile File => read.GetAwaiter().GetResult().File;

    private Dictionary<string, Exercise> ById => read.GetAwaiter().GetResult().ById;

    private static Contents Read()
    {
        var file = CatalogueReader.Read();
        return new Contents(file, file.Exercises.ToDictionary(e => e.Id, StringComparer.Ordinal), new SearchIndex(file.Exercises, file.Ambiguous));
    }

    private sealed record Contents(CatalogueFile File, Dictionary<string, Exercise> ById, SearchIndex Index);
}

internal sealed record CatalogueFile(
    string Disclaimer,
    string TwoForTwo,
    string UnderEighteen,
    StopRule StopRule,
    IReadOnlyDictionary<string, string> Supervision,
    IReadOnlyList<Family> Families,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Ambiguous,
    IReadOnlyDictionary<string, Source> Sources,
    IReadOnlyList<Exercise> Exercises);
