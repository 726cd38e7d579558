using System.Globalization;
using CoachBot.Exercises.Own;

namespace CoachBot.Exercises.Browse;

/// <summary>What a browsed list is narrowed to, and which page of it is open. It stands in the ids of the list's buttons.</summary>
internal sealed record BrowseFilter
{
    /// <summary>Stands for the team's own exercises in place of a family's id.</summary>
    public const string OwnFamily = "own";

    public const string Any = "any";

    /// <summary>Null for all.</summary>
    public string? Family { get; init; }

    public Level? Level { get; init; }

    public Kit? Kit { get; init; }

    /// <summary>From 0.</summary>
    public int Page { get; init; }

    public IReadOnlyList<string> Words =>
        [Family ?? Any, Level?.ToString().ToLowerInvariant() ?? Any, Kit?.ToString().ToLowerInvariant() ?? Any, Page.ToString(CultureInfo.InvariantCulture)];

    /// <returns>Null when these are not the words of a filter.</returns>
    public static BrowseFilter? Read(IReadOnlyList<string> words)
    {
        if (words is not [var family, var level, var kit, var page] || !int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
        return new BrowseFilter { Family = family == Any ? null : family, Level = Read<Level>(level), Kit = Read<Kit>(kit), Page = number };
    }

    /// <summary>A team's own exercises say nothing about what they need: they stand in no list by equipment.</summary>
    public bool Takes(IExercise exercise) =>
        (Level is null || exercise.Level == Level)
        && exercise switch
        {
            Exercise ours => (Family is null || ours.Family == Family) && (Kit is not { } kit || ours.Uses(kit)),
            OwnExercise => Family is null or OwnFamily && Kit is null,
            _ => false,
        };

    private static T? Read<T>(string word) where T : struct, Enum => Enum.TryParse<T>(word, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;
}
