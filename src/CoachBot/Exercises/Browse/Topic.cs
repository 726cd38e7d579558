using CoachBot.Exercises.Search;
using FuzzySharp;

namespace CoachBot.Exercises.Browse;

/// <summary>What many exercises have in common: a muscle, a thing they need, a family.</summary>
/// <param name="Title">What they have in common, in words: <c>Exercises that work the calves</c>.</param>
/// <param name="Exercises">Those that fit best first, at least one.</param>
internal sealed record Topic(string Title, IReadOnlyList<IExercise> Exercises)
{
    /// <summary>As alike as this (0 to 100), a word of some length is only misspelt.</summary>
    private const int Misspelt = 84;

    private const int ShortestForFuzzy = 5;

    /// <summary>What people call a muscle, and what it is called in the catalogue.</summary>
    private static readonly (string Name, string[] Words, string[] Muscles)[] Muscles =
    [
        ("glutes", ["glute", "gluteus", "butt", "bum", "buttocks", "gluteus maximus"], ["gluteus"]),
        ("outer hips", ["gluteus medius", "glute med", "outer hip", "side hip", "hip abductor", "abductor"], ["gluteus medius", "gluteus minimus", "tensor"]),
        ("front thighs", ["quad", "quads", "quadriceps", "thigh", "front thigh"], ["quadriceps"]),
        ("hamstrings", ["hamstring", "hammies", "back of the thigh", "back thigh"], ["hamstrings"]),
        ("calves", ["calf", "calves", "lower leg"], ["calves"]),
        ("shins", ["shin", "tibialis", "tibialis anterior"], ["shins"]),
        ("chest and arms", ["chest", "pecs", "arm", "arms", "triceps", "biceps", "upper body"], ["chest", "triceps", "biceps"]),
        ("inner thighs", ["adductor", "inner thigh", "groin"], ["adductors"]),
        ("trunk", ["core", "abs", "ab", "abdominal", "stomach", "trunk", "midsection"], ["abdomin", "obliques", "trunk"]),
        ("sides of the trunk", ["oblique", "waist"], ["obliques", "quadratus"]),
        ("back", ["back", "lower back", "low back", "upper back", "lats", "spinal erector", "erector"], ["spinal erectors", "upper back", "latissimus"]),
        ("front of the hips", ["hip flexor", "psoas"], ["hip flexors"]),
        ("shoulders", ["shoulder", "shoulder girdle"], ["shoulder"]),
        ("feet and ankles", ["foot", "feet", "ankle", "foot muscle"], ["foot"]),
    ];

    /// <returns>Null when the text names no topic.</returns>
    public static Topic? Find(string typed, Shelf shelf)
    {
        var text = SearchText.Canonical(SearchText.WithoutFillers(SearchText.Normalise(typed)));
        if (text.Length < 2) return null;
        var catalogue = shelf.Exercises.OfType<Exercise>().ToList();

        foreach (var (kit, label, words) in Kits.All)
            if (words.Any(word => Means(text, word))) return Of($"Exercises that need {label}", catalogue.Where(exercise => exercise.Uses(kit)));
        foreach (var (name, words, muscles) in Muscles)
            if (words.Any(word => Means(text, word))) return Of($"Exercises that work the {name}", Working(catalogue, muscles));
        var family = shelf.Families.FirstOrDefault(family => Means(text, family.Name) || Means(text, family.Id));
        return family is null ? null : Of(family.Name, catalogue.Where(exercise => exercise.Family == family.Id));
    }

    private static Topic? Of(string title, IEnumerable<IExercise> exercises) => exercises.ToList() is { Count: > 0 } some ? new(title, some) : null;

    /// <summary>Those it works most come first.</summary>
    private static IEnumerable<Exercise> Working(IReadOnlyList<Exercise> exercises, string[] muscles) =>
        exercises.Where(exercise => Any(exercise.Muscles.Primary, muscles))
            .Concat(exercises.Where(exercise => !Any(exercise.Muscles.Primary, muscles) && Any(exercise.Muscles.Secondary, muscles)));

    private static bool Any(IReadOnlyList<string> named, string[] muscles) => named.Any(name => muscles.Any(muscle => name.Contains(muscle, StringComparison.Ordinal)));

    private static bool Means(string typed, string word)
    {
        var meant = SearchText.Canonical(SearchText.Normalise(word));
        return typed == meant || SearchText.Compact(typed) == SearchText.Compact(meant)
            || (typed.Length >= ShortestForFuzzy && meant.Length >= ShortestForFuzzy && Fuzz.Ratio(typed, meant) >= Misspelt);
    }
}
