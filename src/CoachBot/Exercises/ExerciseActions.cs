namespace CoachBot.Exercises;

/// <summary>The names of this slice's buttons and lists. They stand in signed ids under old messages: never changed, never used for something else.</summary>
internal static class ExerciseActions
{
    public const string Open = "ex";
    public const string View = "view";
    public const string HowMuch = "much";
    public const string Show = "show";
    public const string Pick = "pick";
    public const string Pages = "list";
    public const string Family = "family";
}
