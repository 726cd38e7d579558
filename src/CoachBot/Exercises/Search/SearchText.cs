using CoachBot.Language;

namespace CoachBot.Exercises.Search;

/// <summary>Brings what people type, and what they are compared with, to one form: lower-case words with one space between.</summary>
internal static class SearchText
{
    /// <summary>What is looked at of a text; the longest name in the catalogue is shorter.</summary>
    public const int Longest = 64;

    private static readonly HashSet<string> Articles = new(StringComparer.Ordinal) { "a", "an", "the", "my", "your" };

    private static readonly HashSet<string> Units = new(StringComparer.Ordinal)
    {
        "x", "set", "sets", "rep", "reps", "of", "per", "each", "at", "rpe",
        "s", "sec", "secs", "second", "seconds", "min", "mins", "minute", "minutes", "kg", "kilo", "kilos", "pound", "pounds", "lb", "lbs",
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

    /// <summary>
    /// Words that tell two names apart only when nothing else does: small ones, how or where it is done, and what is meant where nothing is said.
    /// </summary>
    private static readonly HashSet<string> Light = new(StringComparer.Ordinal)
    {
        "a", "an", "the", "my", "your", "with", "on", "onto", "in", "of", "to", "from", "for", "and", "or", "against", "off", "by", "at", "as", "x",
        "bodyweight", "doubleleg", "regular", "normal", "basic", "standard", "full", "classic",
        "simple", "easy", "beginner", "slow", "slowly", "hold", "pause", "rep", "set",
        "alternate", "alternat", "each", "per", "left", "right", "warm", "warmup", "home",
        "gym", "outside", "track", "mat", "floor", "ground", "partner", "help", "exercise", "drill",
        "strength", "strengthen", "train", "runner", "run", "practice", "coach", "kid", "position", "spot", "time", "max",
    };

    public static string Normalise(string typed) => TypedText.Words(typed.Length > Longest ? typed[..Longest] : typed);

    /// <summary>As people type it where the keyboard has no ä, ö and ü: "Brücke" and "Bruecke" are one name.</summary>
    public static string WithoutUmlauts(string name) =>
        name.ToLowerInvariant().Replace("ä", "ae", StringComparison.Ordinal).Replace("ö", "oe", StringComparison.Ordinal)
            .Replace("ü", "ue", StringComparison.Ordinal);

    public static string Compact(string normalised) => normalised.Replace(" ", "", StringComparison.Ordinal);

    /// <summary>Abbreviations written out, one word for words of one meaning, each word without its ending, and no articles.</summary>
    public static string Canonical(string normalised)
    {
        var words = normalised.Split(' ')
            .SelectMany(word => (Synonyms.Of(word) ?? Synonyms.Of(One(word)) ?? Synonyms.Of(Root(word)) ?? Root(word)).Split(' '))
            .Where(word => !Articles.Contains(word)).ToList();
        for (var i = words.Count - 2; i >= 0; i--)
        {
            if (Synonyms.Of(words[i], words[i + 1]) is not { } one) continue;
            words[i] = one;
            words.RemoveAt(i + 1);
        }
        return words.Count == 0 ? normalised : string.Join(' ', words);
    }

    public static bool IsLight(string word) => Light.Contains(word);

    /// <summary>
    /// Takes out sets, repetitions, seconds and weights: "2 sets of squats", "squat 3x12 20 kg each side". Without a number there is no dose.
    /// </summary>
    public static string WithoutDose(string normalised)
    {
        if (!normalised.AsSpan().ContainsAnyInRange('0', '9')) return normalised;
        var words = normalised.Split(' ');
        var left = new List<string>(words.Length);
        for (var i = 0; i < words.Length; i++)
        {
            if (!char.IsAsciiDigit(words[i][0]) || StartsAName(words.AsSpan(i)) || !IsAmount(words[i])) left.Add(words[i]);
            else
                while (i + 1 < words.Length && (Units.Contains(words[i + 1]) || IsAmount(words[i + 1]) || words[i] is "each" or "per")) i++;
        }
        return string.Join(' ', left);
    }

    /// <summary>The words of a text that tell, in their canonical form; "no band" tells nothing.</summary>
    public static string[] Telling(string normalised)
    {
        var words = Canonical(normalised).Split(' ');
        return [.. words.Where((word, at) => word != "no" && (at == 0 || words[at - 1] != "no") && !IsLight(word)).Distinct()];
    }

    /// <summary>Words that only ask, or say little, long enough to be misspelt; and those of phrases.</summary>
    public static IEnumerable<string> Around =>
        Fillers.Concat(Light).Where(word => word.Length > 5).Concat(Synonyms.WordsOfPairs);

    /// <summary>Takes off what only asks for the exercise; the text itself when nothing would be left.</summary>
    public static string WithoutFillers(string normalised)
    {
        var words = normalised.Split(' ').AsSpan();
        while (words.Length > 0 && Fillers.Contains(words[0])) words = words[1..];
        // "Step up" ends with it.
        while (words.Length > 0 && words[^1] != "up" && Fillers.Contains(words[^1])) words = words[..^1];
        return words.Length == 0 ? normalised : string.Join(' ', words!);
    }

    /// <summary>"lunges" and "lunge", "marches", "marching" and "march" are one word; "press" is none in the plural.</summary>
    public static string Root(string word)
    {
        word = One(word);
        if (word.Length <= 5 || !word.EndsWith("ing", StringComparison.Ordinal)) return word;
        return word[^4] == word[^5] ? word[..^4] : word[..^3];
    }

    private static string One(string word)
    {
        if (word.Length < 3 || word[^1] != 's' || word[^2] is 's' or 'u' or 'i') return word;
        if (word.Length > 4 && word.EndsWith("ies", StringComparison.Ordinal)) return word[..^3] + "y";
        return word.EndsWith("ches", StringComparison.Ordinal) || word.EndsWith("shes", StringComparison.Ordinal)
            || word.EndsWith("sses", StringComparison.Ordinal)
            ? word[..^2]
            : word[..^1];
    }

    /// <summary>"1 leg squat", "4 way hip".</summary>
    private static bool StartsAName(ReadOnlySpan<string> words) =>
        words.Length > 1 && words[0].Length == 1 && words[1] is "leg" or "legs" or "legged" or "way" or "foot";

    /// <summary>"12", "3x12", "20kg", "45s".</summary>
    private static bool IsAmount(string word)
    {
        foreach (var part in word.Split('x'))
        {
            var unit = part.TrimStart("0123456789".ToCharArray());
            if (unit.Length > 0 && !Units.Contains(unit)) return false;
        }
        return true;
    }
}
