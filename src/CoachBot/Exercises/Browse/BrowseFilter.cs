using System.Globalization;
using CoachBot.Exercises.Shelves;

namespace CoachBot.Exercises.Browse;

/// <summary>What a browsed list is narrowed to, and which page of it is open. It stands in the ids of the list's buttons.</summary>
internal sealed record BrowseFilter
{
    /// <summary>Stands for the team's own exercises in place of a family's id.</summary>
    public const string TeamFamily = "own";

    public const string Any = "any";

    /// <summary>Null for all.</summary>
    public string? Family { get; init; }

    public Level? Level { get; init; }

    public Kit? Kit { get; init; }

    public MuscleGroup? Muscle { get; init; }

    /// <summary>From 0.</summary>
    public int Page { get; init; }

    public bool IsEverything => this with { Page = 0 } == new BrowseFilter();

    public IReadOnlyList<string> Words =>
        [Family ?? Any, Word(Level), Word(Kit), Page.ToString(CultureInfo.InvariantCulture), Word(Muscle)];

    public static string Word<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();

    /// <param name="words">A list from before there were muscles has four.</param>
    /// <returns>Null when these are not the words of a filter.</returns>
    public static BrowseFilter? Read(IReadOnlyList<string> words)
    {
        if (words.Count is not (4 or 5) || !int.TryParse(words[3], NumberStyles.None, CultureInfo.InvariantCulture, out var page)) return null;
        return new BrowseFilter
        {
            Family = words[0] == Any ? null : words[0],
            Level = Read<Level>(words[1]),
            Kit = Read<Kit>(words[2]),
            Muscle = words.Count == 5 ? Read<MuscleGroup>(words[4]) : null,
            Page = page,
        };
    }

    /// <summary>In teaching order; by muscle, those that work it most come first.</summary>
    public IReadOnlyList<Exercise> Of(Shelf shelf)
    {
        var found = shelf.Exercises.Where(Takes);
        return [.. Muscle is { } muscle ? found.OrderByDescending(exercise => exercise.Guide!.Works(muscle)) : found];
    }

    /// <summary>A team's own exercises say nothing about what they need and work: they stand in no list by equipment or muscle.</summary>
    private bool Takes(Exercise exercise) =>
        (Level is null || exercise.Level == Level)
        && (Family is null || (exercise.Guide?.Family ?? TeamFamily) == Family)
        && (Kit is not { } kit || exercise.Guide?.Uses(kit) == true)
        && (Muscle is not { } muscle || exercise.Guide?.Works(muscle) > 0);

    private static string Word<T>(T? value) where T : struct, Enum => value is { } some ? Word(some) : Any;

    private static T? Read<T>(string word) where T : struct, Enum =>
        Enum.TryParse<T>(word, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;
}
