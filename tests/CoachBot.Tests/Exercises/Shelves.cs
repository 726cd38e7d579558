using CoachBot.Exercises;
using CoachBot.Exercises.Own;

namespace CoachBot.Tests.Exercises;

/// <summary>The catalogue, and shelves over it without a database.</summary>
internal static class Shelves
{
    public static readonly Catalogue Catalogue = new();

    /// <summary>Of teams that added nothing.</summary>
    public static readonly Library Library = new(Catalogue, (_, _) => Task.FromResult<IReadOnlyList<OwnExercise>>([]));

    public static Shelf Core => Library.Core;

    public static readonly ExerciseReplies Replies = new(Catalogue, new ExercisePictures());

    public static Exercise Get(string id) => Catalogue.Find(id)!;

    public static Shelf With(params IReadOnlyList<OwnExercise> own) => new(Catalogue, own, Core.Index);

    public static OwnExercise Own(string name, long number = 1, string? after = null, bool retired = false) => new()
    {
        Number = number,
        Name = name,
        Level = Level.Basic,
        Steps = ["Stand tall.", "Step up."],
        Cues = ["Whole foot"],
        Dose = "2 x 8 reps",
        DoseType = DoseType.Reps,
        After = after,
        Retired = retired,
    };
}
