using CoachBot.Pictures.Poses;

namespace CoachBot.Exercises;

internal enum Level
{
    Basic,
    Advanced,
}

internal enum DoseType
{
    Reps,
    Seconds,
}

/// <summary>One exercise as the catalogue tells it. The words are meant for athletes and are shown as they are.</summary>
internal sealed record Exercise : IExercise
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required IReadOnlyList<string> Aliases { get; init; }

    public required IReadOnlyList<string> Misspellings { get; init; }

    /// <summary>What it is called in other languages: two letters of the language to names.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Names { get; init; }

    public required string Family { get; init; }

    public required Level Level { get; init; }

    /// <summary>1 (first) to 6 (last), within its level's ladder.</summary>
    public required int Difficulty { get; init; }

    /// <summary>One side at a time; doses are per side.</summary>
    public required bool Unilateral { get; init; }

    public required Muscles Muscles { get; init; }

    /// <summary>Why a runner does it.</summary>
    public required string Why { get; init; }

    public required IReadOnlyList<string> Equipment { get; init; }

    /// <summary>What to do instead where the equipment is missing.</summary>
    public required string WithoutEquipment { get; init; }

    public required string Setup { get; init; }

    public required IReadOnlyList<string> Steps { get; init; }

    public required IReadOnlyList<string> Cues { get; init; }

    public required IReadOnlyList<FaultAndFix> Faults { get; init; }

    public required string Tempo { get; init; }

    public required DoseType DoseType { get; init; }

    public required DoseLevels Dose { get; init; }

    public required string Load { get; init; }

    public required Mastery Mastery { get; init; }

    public required IReadOnlyList<string> StopSigns { get; init; }

    /// <summary>Ids of easier exercises, the nearest first.</summary>
    public required IReadOnlyList<string> Regressions { get; init; }

    /// <summary>Ids of harder exercises, the nearest first.</summary>
    public required IReadOnlyList<string> Progressions { get; init; }

    /// <summary>Ids of what must be mastered before.</summary>
    public required IReadOnlyList<string> Prerequisites { get; init; }

    /// <summary>Who has to be there; a key of <see cref="Catalogue.Supervision"/>.</summary>
    public required string Supervision { get; init; }

    /// <summary>Keys of <see cref="Catalogue.Sources"/>; <c>practice</c> where no study stands behind it.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    public required Pose Pose { get; init; }
}

internal sealed record Muscles(IReadOnlyList<string> Primary, IReadOnlyList<string> Secondary);

internal sealed record FaultAndFix(string Fault, string Fix);

internal sealed record DoseLevels(Dose Beginner, Dose Intermediate, Dose Advanced);

/// <param name="Text">Sets and repetitions or seconds: <c>2 x 8-10 reps</c>.</param>
/// <param name="Effort">How hard it should feel, from 0 (rest) to 10 (nothing left).</param>
internal sealed record Dose(string Text, FromTo RestSeconds, FromTo Effort);

/// <summary>When to move on: the goal in two sessions in a row, without more than a mild ache. A practical gate, no validated cut-off.</summary>
/// <param name="Goal">Sets and repetitions or seconds: <c>2 x 15 reps</c>.</param>
/// <param name="Effort">How hard it may feel at most, from 0 (rest) to 10 (nothing left).</param>
/// <param name="Quality">What it must look like.</param>
internal sealed record Mastery(string Goal, int Effort, string Quality);

/// <param name="Origin">Whether the article names this kind of exercise, or it was added since.</param>
internal sealed record Family(string Id, string Name, Origin Origin);

internal enum Origin
{
    Article,
    Added,
}

internal sealed record StopRule(string Text, IReadOnlyList<string> Sources);

internal sealed record FromTo(int From, int To);

internal sealed record Source(string Citation, string Address);
