namespace CoachBot.Exercises;

/// <summary>What an exercise works, as athletes sort it. The names stand in the ids of buttons, in lower case: they are never changed.</summary>
internal enum MuscleGroup
{
    Glutes,
    Hips,
    Quads,
    Hamstrings,
    Calves,
    Shins,
    Feet,
    Adductors,
    Trunk,
    Sides,
    Back,
    Flexors,
    Shoulders,
    Chest,
    Arms,
}

internal static class MuscleGroups
{
    /// <summary>How the catalogue names them; one of these stands in a muscle's name there.</summary>
    private static string[] Names(MuscleGroup group) => group switch
    {
        MuscleGroup.Glutes => ["gluteus"],
        MuscleGroup.Hips => ["gluteus medius", "gluteus minimus", "tensor", "hip rotators"],
        MuscleGroup.Quads => ["quadriceps"],
        MuscleGroup.Hamstrings => ["hamstrings"],
        MuscleGroup.Calves => ["calves", "gastrocnemius", "soleus"],
        MuscleGroup.Shins => ["shins", "tibialis anterior", "toe lifters"],
        MuscleGroup.Feet => ["foot", "tibialis posterior"],
        MuscleGroup.Adductors => ["adductors"],
        MuscleGroup.Trunk => ["abdomin", "obliques", "trunk"],
        MuscleGroup.Sides => ["obliques", "quadratus"],
        MuscleGroup.Back => ["spinal erectors", "upper back", "latissimus"],
        MuscleGroup.Flexors => ["hip flexors"],
        MuscleGroup.Shoulders => ["shoulder"],
        MuscleGroup.Chest => ["chest"],
        _ => ["triceps", "biceps", "arms", "grip"],
    };

    /// <returns>2 where it works it most, 1 where it works it too, else 0.</returns>
    public static int Works(this CatalogueExercise exercise, MuscleGroup group) =>
        Any(exercise.Muscles.Primary, group) ? 2 : Any(exercise.Muscles.Secondary, group) ? 1 : 0;

    private static bool Any(IReadOnlyList<string> muscles, MuscleGroup group) =>
        muscles.Any(muscle => Names(group).Any(name => muscle.Contains(name, StringComparison.Ordinal)));
}
