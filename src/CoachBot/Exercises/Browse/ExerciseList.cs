using CoachBot.Chat.Saying;

namespace CoachBot.Exercises.Browse;

/// <summary>Exercises to pick one from.</summary>
internal static class ExerciseList
{
    /// <param name="exercises">1 to 25 when they are to be shown.</param>
    public static Select Of(IEnumerable<Exercise> exercises, ExerciseWords words) =>
        new(ExerciseActions.Pick) { Placeholder = words.OpenOne, Options = Options(exercises) };

    public static IReadOnlyList<SelectOption> Options(IEnumerable<Exercise> exercises) =>
        [.. exercises.Select(exercise => new SelectOption(exercise.Name, exercise.Id))];
}
