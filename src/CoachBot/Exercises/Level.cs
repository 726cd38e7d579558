namespace CoachBot.Exercises;

internal enum Level
{
    Basic,
    Advanced,
}

internal static class Levels
{
    /// <summary>As forms, files and the database write it.</summary>
    public static string Word(this Level level) => level == Level.Basic ? "basic" : "advanced";

    /// <returns>Null when it is not exactly one of the two.</returns>
    public static Level? Read(string? word) => word?.Trim().ToLowerInvariant() switch
    {
        "basic" => Level.Basic,
        "advanced" => Level.Advanced,
        _ => null,
    };
}
