using CoachBot.Exercises;

namespace CoachBot.TeamExercises;

/// <param name="Editing">The exercise whose place the text takes; null for a new one.</param>
internal sealed record TeamExerciseChange(TeamExerciseText Text, Exercise? Editing)
{
    /// <summary>Before the name's key of an exercise that is added in the same file, in <see cref="TeamExerciseText.After"/>.</summary>
    public const string NewPrefix = "new:";
}
