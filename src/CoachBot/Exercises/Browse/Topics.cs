using CoachBot.Exercises.Search;
using CoachBot.Exercises.Shelves;
using FuzzySharp;

namespace CoachBot.Exercises.Browse;

/// <summary>What many exercises have in common, as people name it: a muscle, a thing they need, a family.</summary>
internal static class Topics
{
    /// <summary>As alike as this (0 to 100), a word of some length is only misspelt.</summary>
    private const int Misspelt = 84;

    private const int ShortestForFuzzy = 5;

    private static readonly (Kit Kit, string[] Words)[] Kits =
    [
        (Kit.Nothing, ["no equipment", "nothing", "none", "without equipment", "floor", "mat", "at home", "home"]),
        (Kit.Chair, ["chair", "bench", "box", "step"]),
        (Kit.Band, ["band", "theraband", "thera band", "loop band", "resistance band", "mini band", "elastic"]),
        (Kit.Ball, ["stability ball", "swiss ball", "exercise ball", "physio ball", "gym ball", "yoga ball", "ball"]),
        (Kit.Roller, ["foam roller", "roller"]),
        (Kit.Weights, ["dumbbell", "kettlebell", "weights", "weight", "free weights"]),
        (Kit.Medicine, ["medicine ball", "med ball"]),
        (Kit.Barbell, ["barbell", "trap bar", "bar"]),
    ];

    private static readonly (MuscleGroup Group, string[] Words)[] Muscles =
    [
        (MuscleGroup.Glutes, ["glute", "gluteus", "butt", "bum", "buttocks", "gluteus maximus"]),
        (MuscleGroup.Hips, ["hip", "gluteus medius", "glute med", "outer hip", "side hip", "hip abductor", "abductor"]),
        (MuscleGroup.Quads, ["quad", "quads", "quadriceps", "thigh", "front thigh"]),
        (MuscleGroup.Hamstrings, ["hamstring", "hammies", "back of the thigh", "back thigh"]),
        (MuscleGroup.Calves, ["calf", "calves", "lower leg", "soleus", "gastrocnemius", "achilles"]),
        (MuscleGroup.Shins, ["shin", "tibialis", "tibialis anterior"]),
        (MuscleGroup.Feet, ["foot", "feet", "ankle", "foot muscle", "arch"]),
        (MuscleGroup.Adductors, ["adductor", "inner thigh", "groin"]),
        (MuscleGroup.Trunk, ["core", "abs", "ab", "abdominal", "stomach", "trunk", "midsection"]),
        (MuscleGroup.Sides, ["oblique", "waist"]),
        (MuscleGroup.Back, ["back", "lower back", "low back", "upper back", "spinal erector", "erector", "lats"]),
        (MuscleGroup.Flexors, ["hip flexor", "psoas"]),
        (MuscleGroup.Shoulders, ["shoulder", "shoulder girdle"]),
        (MuscleGroup.Chest, ["chest", "pecs", "upper body"]),
        (MuscleGroup.Arms, ["arm", "triceps", "biceps", "grip"]),
    ];

    /// <returns>Null when the text names no topic, or one that no exercise has.</returns>
    public static BrowseFilter? Find(string typed, Shelf shelf)
    {
        var text = SearchText.Canonical(SearchText.WithoutFillers(SearchText.Normalise(typed)));
        return text.Length >= 2 && Read(text, shelf) is { } topic && topic.Of(shelf).Count > 0 ? topic : null;
    }

    private static BrowseFilter? Read(string text, Shelf shelf)
    {
        foreach (var (kit, words) in Kits)
            if (words.Any(word => Means(text, word))) return new BrowseFilter { Kit = kit };
        foreach (var (group, words) in Muscles)
            if (words.Any(word => Means(text, word))) return new BrowseFilter { Muscle = group };
        var family = shelf.Families.FirstOrDefault(family => Means(text, family.Name) || Means(text, family.Id));
        return family is null ? null : new BrowseFilter { Family = family.Id };
    }

    private static bool Means(string typed, string word)
    {
        var meant = SearchText.Canonical(SearchText.Normalise(word));
        return typed == meant || SearchText.Compact(typed) == SearchText.Compact(meant)
            || (typed.Length >= ShortestForFuzzy && meant.Length >= ShortestForFuzzy && Fuzz.Ratio(typed, meant) >= Misspelt);
    }
}
