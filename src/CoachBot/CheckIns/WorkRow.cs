using CoachBot.CheckIns.Reading;

namespace CoachBot.CheckIns;

/// <summary>A row of <c>check_in_exercises</c>: enums are words there and weights are whole hundredths.</summary>
internal sealed record WorkRow
{
    private const int Hundredths = 100;

    public required string ExerciseId { get; init; }

    public int? Sets { get; init; }

    public int? Reps { get; init; }

    public int? RepsTo { get; init; }

    public int? Seconds { get; init; }

    public int? SecondsTo { get; init; }

    public bool AsManyAsPossible { get; init; }

    public bool PerSide { get; init; }

    public string? OnlySide { get; init; }

    public long? Load { get; init; }

    public string? LoadUnit { get; init; }

    public int? LoadPieces { get; init; }

    public static WorkRow Of(Work work) => new()
    {
        ExerciseId = work.ExerciseId,
        Sets = work.Sets,
        Reps = work.Reps,
        RepsTo = work.RepsTo,
        Seconds = work.Seconds,
        SecondsTo = work.SecondsTo,
        AsManyAsPossible = work.AsManyAsPossible,
        PerSide = work.PerSide,
        OnlySide = work.OnlySide switch { Side.Left => "left", Side.Right => "right", _ => null },
        Load = (long?)(work.Load * Hundredths),
        LoadUnit = work.LoadUnit switch
        {
            Reading.LoadUnit.Kilograms => "kg",
            Reading.LoadUnit.Pounds => "lb",
            Reading.LoadUnit.Unnamed => "unnamed",
            Reading.LoadUnit.BodyWeight => "bodyweight",
            _ => null,
        },
        LoadPieces = work.LoadPieces,
    };

    public Work ToWork() => new()
    {
        ExerciseId = ExerciseId,
        Sets = Sets,
        Reps = Reps,
        RepsTo = RepsTo,
        Seconds = Seconds,
        SecondsTo = SecondsTo,
        AsManyAsPossible = AsManyAsPossible,
        PerSide = PerSide,
        OnlySide = OnlySide switch { "left" => Side.Left, "right" => Side.Right, _ => null },
        Load = Load / (decimal)Hundredths,
        LoadUnit = LoadUnit switch
        {
            "kg" => Reading.LoadUnit.Kilograms,
            "lb" => Reading.LoadUnit.Pounds,
            "unnamed" => Reading.LoadUnit.Unnamed,
            "bodyweight" => Reading.LoadUnit.BodyWeight,
            _ => null,
        },
        LoadPieces = LoadPieces,
    };
}
