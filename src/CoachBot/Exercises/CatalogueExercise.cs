using System.Text.Json.Serialization;
using CoachBot.Pictures.Poses;

namespace CoachBot.Exercises;

/// <summary>One exercise as the catalogue tells it (catalogue.json has these fields). The words are meant for athletes and are shown as they are.</summary>
internal sealed record CatalogueExercise
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

    [JsonConverter(typeof(PoseConverter))]
    public required Pose Pose { get; init; }
}

internal sealed record Muscles(IReadOnlyList<string> Primary, IReadOnlyList<string> Secondary);

internal sealed record FaultAndFix(string Fault, string Fix);

/// <summary>When to move on: the goal in two sessions in a row, without more than a mild ache. A practical gate, no validated cut-off.</summary>
/// <param name="Goal">Sets and repetitions or seconds: <c>2 x 15 reps</c>.</param>
/// <param name="Effort">How hard it may feel at most, from 0 (rest) to 10 (nothing left).</param>
/// <param name="Quality">What it must look like.</param>
internal sealed record Mastery(string Goal, int Effort, string Quality);
