namespace CoachBot.CheckIns.Reading;

/// <summary>
/// Sets of one exercise that are alike: so many repetitions or seconds each, or neither when only the name was given. An exercise whose
/// sets differ (12, 10, 8) is several of these in a row.
/// </summary>
internal sealed record Work
{
    public required string ExerciseId { get; init; }

    public int? Sets { get; init; }

    public int? Reps { get; init; }

    /// <summary>The upper end of a range: 8 to 10 repetitions.</summary>
    public int? RepsTo { get; init; }

    public int? Seconds { get; init; }

    public int? SecondsTo { get; init; }

    /// <summary>"AMRAP", "to failure", "12+": the number, if there is one, is a least.</summary>
    public bool AsManyAsPossible { get; init; }

    public bool PerSide { get; init; }

    /// <summary>Null for both, or for what has no sides.</summary>
    public Side? OnlySide { get; init; }

    /// <summary>How heavy each piece was; null with <see cref="Reading.LoadUnit.BodyWeight"/>.</summary>
    public decimal? Load { get; init; }

    public LoadUnit? LoadUnit { get; init; }

    /// <summary>Two dumbbells of 10 kg each are two pieces; null when nothing was said.</summary>
    public int? LoadPieces { get; init; }
}

internal enum Side
{
    Left,
    Right,
}

internal enum LoadUnit
{
    Kilograms,
    Pounds,

    /// <summary>"With the 10s": the athlete knows of what.</summary>
    Unnamed,

    /// <summary>The athlete's own weight, which is never asked for.</summary>
    BodyWeight,
}
