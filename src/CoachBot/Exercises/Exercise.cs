namespace CoachBot.Exercises;

/// <summary>
/// One exercise that can be looked up and checked in: the catalogue's, or one that a team's coaches added for their team. What both have stands here; all that
/// only the catalogue tells is its <see cref="Guide"/>.
/// </summary>
internal sealed record Exercise
{
    /// <summary>Lower-case words with hyphens, never changed once published: check-ins and buttons carry it.</summary>
    public required string Id { get; init; }

    /// <summary>Words of a team's coaches are made harmless where they are shown: see <see cref="ByTeam"/>.</summary>
    public required string Name { get; init; }

    public required Level Level { get; init; }

    public required DoseType DoseType { get; init; }

    public required IReadOnlyList<string> Steps { get; init; }

    public required IReadOnlyList<string> Cues { get; init; }

    /// <summary>How much, to start with: <c>2 x 10 reps</c>.</summary>
    public required string Dose { get; init; }

    public IReadOnlyList<string> Aliases { get; init; } = [];

    public IReadOnlyList<string> Misspellings { get; init; } = [];

    /// <summary>What it is called in other languages, by the language's two letters.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Names { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The id of the exercise just below it on the ladder; null at a ladder's foot.</summary>
    public string? Below { get; init; }

    /// <summary>The id of the exercise just above it; null at a ladder's top, and for a team's own, which only say what they stand on.</summary>
    public string? Above { get; init; }

    /// <summary>An https address, shown as text.</summary>
    public string? Link { get; init; }

    /// <summary>No longer offered; check-ins that name it still show its name.</summary>
    public bool Retired { get; init; }

    /// <summary>Null for one that a team's coaches added.</summary>
    public CatalogueExercise? Guide { get; init; }

    /// <summary>May be done with one side: of a team's own nobody can say.</summary>
    public bool HasSides => ByTeam || Dose.Contains("per side", StringComparison.Ordinal);

    /// <summary>Its words are the coaches' own: they are escaped wherever they are shown, and only ever shown to the whole channel.</summary>
    public bool ByTeam => Guide is null;

    public static Exercise Of(CatalogueExercise guide, Catalogue catalogue) => new()
    {
        Id = guide.Id,
        Name = guide.Name,
        Level = guide.Level,
        DoseType = guide.DoseType,
        Steps = guide.Steps,
        Cues = guide.Cues,
        Dose = guide.Dose.Beginner.Text,
        Aliases = guide.Aliases,
        Misspellings = guide.Misspellings,
        Names = guide.Names,
        Below = catalogue.Easier(guide)?.Id,
        Above = catalogue.Harder(guide)?.Id,
        Guide = guide,
    };
}
