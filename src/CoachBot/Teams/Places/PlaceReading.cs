namespace CoachBot.Teams.Places;

/// <summary>What was read out of typed text.</summary>
/// <param name="Named">What is called so, or begins so, or is misspelt so; likeliest first.</param>
/// <param name="Others">What begins so or holds the word: offered, but not taken.</param>
internal sealed record PlaceReading(IReadOnlyList<Place> Named, IReadOnlyList<Place> Others)
{
    /// <summary>It is a distance from UTC, which is no place.</summary>
    public bool IsOffset { get; init; }

    /// <summary>There is a place of this name, and a much larger one whose name it may be a misspelling of.</summary>
    public bool IsDoubtful { get; init; }

    /// <summary>The one that is meant; null where somebody must be asked, or there is none.</summary>
    public Place? Meant => Named.FirstOrDefault(place => Named.All(other => SameTime(place, other) || IsMeantRatherThan(place, other)));

    /// <summary>The first of each time that may be meant.</summary>
    public IEnumerable<Place> Choices => Named
        .Where(place => !Named.Any(other => !SameTime(place, other) && IsMeantRatherThan(other, place)))
        .DistinctBy(place => Rhythms.Of(place.ZoneId));

    /// <summary>What is offered. What would be taken stands first.</summary>
    public IEnumerable<Place> All => (Meant is { } meant ? Named.Prepend(meant) : Named).Concat(Others).DistinctBy(place => place.Label);

    private static bool SameTime(Place one, Place other) => Rhythms.Of(one.ZoneId) == Rhythms.Of(other.ZoneId);

    private bool IsMeantRatherThan(Place one, Place other) => !IsDoubtful && one.IsMeantRatherThan(other);
}
