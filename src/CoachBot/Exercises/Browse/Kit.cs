namespace CoachBot.Exercises.Browse;

/// <summary>What an exercise needs, as athletes sort it. The names stand in the ids of buttons, in lower case: they are never changed.</summary>
internal enum Kit
{
    Nothing,
    Chair,
    Band,
    Ball,
    Roller,
    Weights,
    Medicine,
    Barbell,
}

internal static class Kits
{
    /// <summary>What people read, and words that mean it when they type.</summary>
    public static readonly IReadOnlyList<(Kit Kit, string Label, string[] Words)> All =
    [
        (Kit.Nothing, "nothing but floor space", ["no equipment", "nothing", "none", "without equipment", "floor", "mat", "at home", "home"]),
        (Kit.Chair, "a chair, bench or box", ["chair", "bench", "box", "step"]),
        (Kit.Band, "a band", ["band", "theraband", "thera band", "loop band", "resistance band", "mini band", "elastic"]),
        (Kit.Ball, "a stability ball", ["stability ball", "swiss ball", "exercise ball", "physio ball", "gym ball", "yoga ball", "ball"]),
        (Kit.Roller, "a foam roller", ["foam roller", "roller"]),
        (Kit.Weights, "dumbbells or a kettlebell", ["dumbbell", "kettlebell", "weights", "weight", "free weights"]),
        (Kit.Medicine, "a medicine ball", ["medicine ball", "med ball"]),
        (Kit.Barbell, "a barbell", ["barbell", "trap bar", "bar"]),
    ];

    /// <summary>Whether an exercise can be done with this; several things may do.</summary>
    public static bool Uses(this Exercise exercise, Kit kit) => kit == Kit.Nothing
        ? All.Where(other => other.Kit != Kit.Nothing).All(other => !exercise.Uses(other.Kit))
        : exercise.Equipment.Any(thing => Of(thing).Contains(kit));

    private static IEnumerable<Kit> Of(string thing)
    {
        bool Has(string word) => thing.Contains(word, StringComparison.OrdinalIgnoreCase);
        var weights = Has("dumbbell") || Has("kettlebell");
        if (weights) yield return Kit.Weights;
        if (Has("medicine ball")) yield return Kit.Medicine;
        if (Has("stability ball")) yield return Kit.Ball;
        if (Has("barbell")) yield return Kit.Barbell;
        if (Has("roller")) yield return Kit.Roller;
        if (Has("band")) yield return Kit.Band;
        // "One kettlebell; a step to raise it": what only helps is no need.
        if (!weights && (Has("chair") || Has("bench") || Has("box"))) yield return Kit.Chair;
    }
}
