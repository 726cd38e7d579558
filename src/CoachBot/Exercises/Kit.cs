namespace CoachBot.Exercises;

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
    /// <summary>Whether an exercise can be done with this; several things may do.</summary>
    public static bool Uses(this CatalogueExercise exercise, Kit kit) => kit == Kit.Nothing
        ? !exercise.Equipment.SelectMany(Of).Any()
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
        if (!weights && (Has("chair") || Has("bench") || Has("box") || Has("step "))) yield return Kit.Chair;
    }
}
