namespace CoachBot.Language;

/// <summary>English words without their common endings, so that "stretching", "stretches" and "stretch" are one. A table of rules, no dictionary.</summary>
internal static class Stem
{
    private const int Shortest = 4;

    /// <param name="word">In lower case, without accents.</param>
    public static string Of(string word)
    {
        if (word.Length < Shortest) return word;
        word = WithoutPlural(word);
        if (Cut(word, "ing", 3) is { } doing) return Whole(doing);
        if (Cut(word, "ed", 3) is { } done) return Whole(done);
        if (Cut(word, "ly", 3) is { } how) return Whole(how);
        return Whole(word);
    }

    private static string WithoutPlural(string word)
    {
        if (word.EndsWith("ies", StringComparison.Ordinal)) return word[..^3] + "y";
        if (Cut(word, "ches", 2) is not null || Cut(word, "shes", 2) is not null || Cut(word, "sses", 2) is not null || Cut(word, "xes", 2) is not null)
            return word[..^2];
        return word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i') ? word[..^1] : word;
    }

    /// <summary>The word without an ending; null where it has none, or too little would be left.</summary>
    private static string? Cut(string word, string ending, int left) =>
        word.Length >= ending.Length + left && word.EndsWith(ending, StringComparison.Ordinal) ? word[..^ending.Length] : null;

    /// <summary>"Squatt" is squat, "bridge" is bridg as in "bridging", "recovery" is recoveri.</summary>
    private static string Whole(string stem)
    {
        if (stem.Length > 3 && stem[^1] == stem[^2] && stem[^1] is not ('l' or 's' or 'z' or 'e')) return stem[..^1];
        if (stem.Length > 3 && stem[^1] == 'e') return stem[..^1];
        return stem.Length > 3 && stem[^1] == 'y' ? stem[..^1] + "i" : stem;
    }
}
