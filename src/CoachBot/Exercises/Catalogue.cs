namespace CoachBot.Exercises;

/// <summary>
/// All exercises with what links them, in teaching order: basics before advanced. It is part of the program and never changes while it runs. It is read when
/// first asked for, which <c>ReadAhead</c> does as soon as the program runs.
/// </summary>
internal sealed class Catalogue
{
    public const string CoachAware = "coach-aware";

    private readonly Lazy<CatalogueFile> file = new(CatalogueFile.Read);
    private readonly Lazy<Dictionary<string, CatalogueExercise>> byId;

    public Catalogue() => byId = new(() => Exercises.ToDictionary(exercise => exercise.Id, StringComparer.Ordinal));

    public IReadOnlyList<CatalogueExercise> Exercises => file.Value.Exercises;

    /// <summary>What a search text with several meanings may mean, the likeliest first: text to exercise ids.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Ambiguous => file.Value.Ambiguous;

    /// <summary>In teaching order, as the exercises are.</summary>
    public IReadOnlyList<Family> Families => file.Value.Families;

    public IReadOnlyDictionary<string, string> Supervision => file.Value.Supervision;

    public IReadOnlyDictionary<string, Source> Sources => file.Value.Sources;

    public string Disclaimer => file.Value.Disclaimer;

    /// <summary>The rule that the catalogue's loads call "2-for-2", in words.</summary>
    public string TwoForTwo => file.Value.TwoForTwo;

    /// <summary>What stands on every card, whatever the exercise.</summary>
    public StopRule StopRule => file.Value.StopRule;

    /// <summary>What holds for everybody under 18, whatever the level.</summary>
    public string UnderEighteen => file.Value.UnderEighteen;

    public CatalogueExercise? Find(string id) => byId.Value.GetValueOrDefault(id);

    /// <summary>One step down the ladder: the nearest easier exercise, or else what has to be mastered before; null at the foot.</summary>
    public CatalogueExercise? Easier(CatalogueExercise exercise) =>
        exercise.Regressions.Concat(exercise.Prerequisites).FirstOrDefault() is { } first ? byId.Value[first] : null;

    /// <summary>One step up the ladder; null at its top.</summary>
    public CatalogueExercise? Harder(CatalogueExercise exercise) => exercise.Progressions is [var first, ..] ? byId.Value[first] : null;

    public IEnumerable<CatalogueExercise> Prerequisites(CatalogueExercise exercise) => exercise.Prerequisites.Select(id => byId.Value[id]);
}
