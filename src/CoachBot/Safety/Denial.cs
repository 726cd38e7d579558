namespace CoachBot.Safety;

/// <summary>Whether what is said at a place is denied: "no chest pain", "without numbness", "no swelling, tingling or fever".</summary>
internal static class Denial
{
    /// <summary>How far a denial reaches, in words.</summary>
    private const int Reach = 3;

    private static readonly HashSet<string> Denials = new(
        ("no not never without none nor neither zero dont doesnt didnt havent hasnt hadnt isnt wasnt arent wont cannot cant aint nobody free "
            + "sin ningun ninguna nunca pas sans jamais aucun aucune kein keine keinen keiner nicht ohne nie nao sem nenhum nenhuma").Split(' '),
        StringComparer.Ordinal);

    /// <summary>What ends a denial's reach: after it, something else is said.</summary>
    private static readonly HashSet<string> Turns = new(
        ("but however although though except only just yet because since now i im ive my me he she his her we they know sure understand why what how if when "
            + "whether then still stop help think cause bc pero aber mais mas porque").Split(' '),
        StringComparer.Ordinal);

    private static readonly HashSet<string> Ors = new(StringComparer.Ordinal) { "or", "nor", "and", "o", "ni", "ou", "oder", "und", "noch" };

    /// <param name="text">Plain words with one space between, commas and stops as words.</param>
    /// <param name="at">Where the first word of what is said begins.</param>
    public static bool Covers(string text, int at)
    {
        var before = text[..at].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Covers(before, before.Length - 1, Reach) || HandedOn(text[at..].Split(' '), before);
    }

    /// <param name="text">The same, its words parted.</param>
    /// <param name="at">The first word of what is said.</param>
    public static bool Covers(string[] text, int at) => Covers(text, at - 1, Reach) || HandedOn(text[at..], text[..at]);

    public static bool IsOne(string word) => Denials.Contains(word);

    private static bool Covers(string[] words, int last, int reach)
    {
        for (var i = last; i >= 0 && i > last - reach; i--)
        {
            if (words[i] is "." or "," || Turns.Contains(words[i])) return false;
            if (Denials.Contains(words[i])) return true;
        }
        return false;
    }

    /// <summary>
    /// A list of things that are not there, which says so by its last "or": "no chest pain, numbness or fever". Without an "or" it is no list:
    /// in "no fever, chest pain" the second thing is meant.
    /// </summary>
    private static bool HandedOn(string[] after, string[] before)
    {
        var end = Array.LastIndexOf(before, ".") + 1;
        var sentence = before[end..];
        if (sentence.Length == 0) return false;
        if (!Ors.Contains(sentence[^1]) && (sentence[^1] != "," || !after.TakeWhile(word => word != ".").Any(Ors.Contains))) return false;
        for (var i = sentence.Length - 1; i >= 0 && i >= sentence.Length - 10; i--)
        {
            if (Turns.Contains(sentence[i])) return false;
            if (Denials.Contains(sentence[i])) return i + 1 >= sentence.Length || sentence[i + 1] != ",";
        }
        return false;
    }
}
