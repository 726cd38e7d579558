using CoachBot.Language;

namespace CoachBot.Exercises.Search;

/// <summary>Brings what people type, and what they are compared with, to one form: lower-case words with one space between.</summary>
internal static class SearchText
{
    /// <summary>What is looked at of a text; the longest name in the catalogue is shorter.</summary>
    public const int Longest = 64;

    /// <summary>How runners shorten exercise words when they type, and words that mean the same in every name.</summary>
    private static readonly Dictionary<string, string> SameWords = new(StringComparer.Ordinal)
    {
        ["sl"] = "single leg",
        ["dl"] = "deadlift",
        ["rdl"] = "romanian deadlift",
        ["sldl"] = "single leg deadlift",
        ["slrdl"] = "single leg romanian deadlift",
        ["db"] = "dumbbell",
        ["dumbell"] = "dumbbell",
        ["kb"] = "kettlebell",
        ["bb"] = "barbell",
        ["bw"] = "bodyweight",
        ["med"] = "medicine",
        ["medball"] = "medicine ball",
        ["theraband"] = "band",
        ["banded"] = "band",
        ["1"] = "single",
        ["one"] = "single",
        ["2"] = "double",
        ["two"] = "double",
        ["both"] = "double",
        ["bounce"] = "hop",
        ["hammy"] = "hamstring",
        ["4"] = "four",
        ["4way"] = "four way",
        ["legged"] = "leg",
        ["laying"] = "lying",
        ["sidelying"] = "side lying",
        ["backward"] = "back",
        ["clam"] = "clamshell",
        ["raise"] = "lift",
        ["sideway"] = "side",
        ["without"] = "no",
        ["w"] = "with",
        ["feet"] = "foot",
    };

    private static readonly HashSet<string> DoseWords = new(StringComparer.Ordinal)
    {
        "x", "set", "sets", "rep", "reps", "of", "per", "each", "side", "sides", "leg", "legs", "at", "with", "and",
        "s", "sec", "secs", "second", "seconds", "min", "mins", "minute", "minutes", "kg", "lb", "lbs", "rpe",
    };

    /// <summary>What stands around a name in a question: "how do I do a bridge", "squat form please".</summary>
    private static readonly HashSet<string> Fillers = new(StringComparer.Ordinal)
    {
        "a", "an", "the", "my", "some", "how", "do", "does", "doing", "did", "i", "im", "you", "we", "me", "can", "could", "should", "would", "to",
        "what", "whats", "is", "are", "show", "see", "look", "lookup", "up", "find", "open", "get", "give", "tell", "about", "explain", "teach", "help",
        "want", "need", "please", "pls", "plz", "thanks", "hey", "hi", "coach", "exercise", "exercises", "workout", "move", "movement", "form",
        "technique", "tutorial", "video", "picture", "pic", "photo", "image", "demo", "card", "proper", "properly", "correct", "correctly", "good",
        "right", "perform", "drill", "thing", "called", "it", "this", "that", "for", "again",
    };

    /// <summary>Words that tell two names apart only when nothing else does.</summary>
    private static readonly HashSet<string> Light = new(StringComparer.Ordinal)
    {
        "a", "an", "the", "my", "with", "on", "onto", "in", "of", "to", "from", "for", "and", "or", "against", "off",
    };

    public static string Normalise(string typed) => TypedText.Words(typed.Length > Longest ? typed[..Longest] : typed);

    /// <summary>As people type it where the keyboard has no ä, ö and ü: "Brücke" and "Bruecke" are one name.</summary>
    public static string WithoutUmlauts(string name) =>
        name.ToLowerInvariant().Replace("ä", "ae", StringComparison.Ordinal).Replace("ö", "oe", StringComparison.Ordinal)
            .Replace("ü", "ue", StringComparison.Ordinal);

    public static string Compact(string normalised) => normalised.Replace(" ", "", StringComparison.Ordinal);

    /// <summary>Abbreviations written out, one word for words of one meaning, and each word without its ending.</summary>
    public static string Canonical(string normalised) =>
        string.Join(' ', normalised.Split(' ').Select(Root).Select(word => SameWords.GetValueOrDefault(word, word)));

    /// <summary>Words that stand for another, each with what it stands for.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Synonyms => SameWords;

    public static bool IsLight(string word) => Light.Contains(word);

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

    /// <summary>Takes off what only asks for the exercise; the text itself when nothing would be left.</summary>
    public static string WithoutFillers(string normalised)
    {
        var words = normalised.Split(' ').AsSpan();
        while (words.Length > 0 && Fillers.Contains(words[0])) words = words[1..];
        while (words.Length > 0 && Fillers.Contains(words[^1])) words = words[..^1];
        return words.Length == 0 ? normalised : string.Join(' ', words!);
    }

    /// <summary>"lunges" and "lunge", "marches", "marching" and "march" are one word; "press" is none in the plural.</summary>
    private static string Root(string word)
    {
        if (word.Length > 5 && word.EndsWith("ing", StringComparison.Ordinal)) return word[^4] == word[^5] ? word[..^4] : word[..^3];
        if (word.Length < 3 || word[^1] != 's' || word[^2] is 's' or 'u' or 'i') return word;
        if (word.Length > 4 && word.EndsWith("ies", StringComparison.Ordinal)) return word[..^3] + "y";
        return word.EndsWith("ches", StringComparison.Ordinal) || word.EndsWith("shes", StringComparison.Ordinal)
            || word.EndsWith("sses", StringComparison.Ordinal)
            ? word[..^2]
            : word[..^1];
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
