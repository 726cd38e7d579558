using System.Text;

namespace CoachBot.Exercises;

/// <summary>Brings what people type, and what they are compared with, to one form: lower-case words with one space between.</summary>
internal static class SearchText
{
    /// <summary>What is looked at of a text; the longest name in the catalogue is shorter.</summary>
    public const int Longest = 64;

    /// <summary>How runners shorten exercise words when they type.</summary>
    private static readonly Dictionary<string, string> Abbreviations = new(StringComparer.Ordinal)
    {
        ["sl"] = "single leg",
        ["dl"] = "deadlift",
        ["sldl"] = "single leg deadlift",
        ["db"] = "dumbbell",
        ["kb"] = "kettlebell",
        ["bb"] = "barbell",
        ["bw"] = "bodyweight",
    };

    private static readonly HashSet<string> DoseWords = new(StringComparer.Ordinal)
    {
        "x", "set", "sets", "rep", "reps", "of", "per", "each", "side", "sides", "leg", "legs", "at", "with", "and",
        "s", "sec", "secs", "second", "seconds", "min", "mins", "minute", "minutes", "kg", "lb", "lbs", "rpe",
    };

    /// <summary>Letters and digits stay, everything else parts words. No culture: a name reads the same on every machine.</summary>
    public static string Normalise(string typed)
    {
        var text = new StringBuilder(Longest);
        var cut = typed.Length > Longest ? typed.AsSpan(0, Longest) : typed;
        foreach (var c in cut)
        {
            if (char.IsLetterOrDigit(c)) text.Append(char.ToLowerInvariant(c));
            // An apostrophe is inside a word.
            else if (c is not '\'' and not '’' && text.Length > 0 && text[^1] != ' ') text.Append(' ');
        }
        return text.ToString().TrimEnd();
    }

    public static string Compact(string normalised) => normalised.Replace(" ", "", StringComparison.Ordinal);

    public static string Expand(string normalised) =>
        string.Join(' ', normalised.Split(' ').Select(word => Abbreviations.GetValueOrDefault(word, word)));

    /// <summary>Takes sets, repetitions, seconds and weights off both ends: "2 sets of squats", "squat 3x12 20 kg".</summary>
    public static string WithoutDose(string normalised)
    {
        // Without a number there is no dose: "side", "each" and the like are then part of a name.
        if (!normalised.AsSpan().ContainsAnyInRange('0', '9')) return normalised;
        var words = normalised.Split(' ').AsSpan();
        while (words.Length > 0 && IsDose(words[^1])) words = words[..^1];
        while (words.Length > 0 && IsDose(words[0]) && !StartsAName(words)) words = words[1..];
        return string.Join(' ', words!);
    }

    /// <summary>"1 leg squat", "4 way hip".</summary>
    private static bool StartsAName(ReadOnlySpan<string> words) => words.Length > 1 && words[1] is "leg" or "legs" or "legged" or "way";

    private static bool IsDose(string word) => DoseWords.Contains(word) || (char.IsAsciiDigit(word[0]) && IsAmount(word));

    /// <summary>"12", "3x12", "20kg", "45s".</summary>
    private static bool IsAmount(string word)
    {
        foreach (var part in word.Split('x'))
        {
            var unit = part.TrimStart("0123456789".ToCharArray());
            if (unit.Length > 0 && !DoseWords.Contains(unit)) return false;
        }
        return true;
    }
}
