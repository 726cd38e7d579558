namespace CoachBot.Exercises;

/// <summary>What a list, a search and a check-in need of an exercise: one of the catalogue's, or one that a team added for itself.</summary>
internal interface IExercise
{
    /// <summary>Lower-case words with hyphens, never changed once published: check-ins and buttons carry it.</summary>
    string Id { get; }

    string Name { get; }

    IReadOnlyList<string> Aliases { get; }

    IReadOnlyList<string> Misspellings { get; }

    Level Level { get; }

    DoseType DoseType { get; }
}
