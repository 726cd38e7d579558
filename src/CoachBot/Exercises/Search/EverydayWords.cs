namespace CoachBot.Exercises.Search;

/// <summary>
/// Words that are one slip away from an exercise's name and yet mean themselves. Found by asking the search for every word of the Debian lists of American
/// English (39,758), and for 12,000 each of the French and German ones; what was no word of an exercise stands here.
/// </summary>
internal static class EverydayWords
{
    private static readonly HashSet<string> All = new(StringComparer.Ordinal)
    {
        "abridge", "abridges", "bride", "brides", "bridget", "bridle", "bridles", "brigade", "brigades", "brow",
        "brows", "calms", "claim", "claims", "clamp", "clamps", "clans",
        "crow", "crows", "deadliest", "debug", "entaillas", "flexes", "grow", "grows", "hipping", "launch", "lune", "lunes",
        "lung", "lungs", "palanche", "pallor", "plan", "planck", "plane", "planes",
        "plans", "plunge", "plunges", "prow", "prows", "ridge", "ridges", "slams", "swat", "tinge",
    };

    public static bool Has(string normalised) => All.Contains(normalised);
}
