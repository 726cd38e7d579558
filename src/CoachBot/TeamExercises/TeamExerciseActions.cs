namespace CoachBot.TeamExercises;

/// <summary>The names of this slice's buttons and forms. They stand in signed ids under old messages: never changed, never used for something else.</summary>
internal static class TeamExerciseActions
{
    public const string Form = "own";
    public const string BringBack = "own-back";
    public const string ImportForm = "own-file";
    public const string ConfirmImport = "own-import";
}
