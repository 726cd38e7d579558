using CoachBot.Exercises;
using CoachBot.Exercises.Cards;
using CoachBot.Exercises.Shelves;
using CoachBot.Language;
using CoachBot.TeamExercises;

namespace CoachBot.Tests.Exercises;

/// <summary>The catalogue, and shelves over it without a database.</summary>
internal static class Shelves
{
    public static readonly Catalogue Catalogue = new();

    /// <summary>Of teams that added nothing.</summary>
    public static readonly Library Library = new(Catalogue);

    public static readonly ExerciseWords Words = ExerciseWords.In(Locale.English);

    public static Shelf Core => Library.Core;

    public static readonly ExerciseReplies Replies = new(Catalogue, new ExercisePictures());

    public static Exercise Get(string id) => Core.Find(id)!;

    public static Shelf With(params IReadOnlyList<Exercise> own) => Core.With(own);

    public static Exercise Own(string name, long number = 1, string? after = null, bool retired = false, Level level = Level.Basic) => new()
    {
        Id = TeamExerciseId.Of(number),
        Name = name,
        Level = level,
        Steps = ["Stand tall.", "Step up."],
        Cues = ["Whole foot"],
        Dose = "2 x 8 reps",
        DoseType = DoseType.Reps,
        Below = after,
        Retired = retired,
    };
}
