using NodaTime;

namespace CoachBot.Language;

/// <summary>How people write the days of the week in the languages of the teams, without accents and in lower case.</summary>
internal sealed record WeekdayNames(string Language, string[] Days, string[] Short)
{
    /// <summary>
    /// Full names from Monday on, and what stands for them short (several with a space between); from three letters on, the beginning of a name will do.
    /// </summary>
    public static readonly WeekdayNames[] All =
    [
        new("en", ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"], ["mo", "tu", "we weds", "th", "fr", "sa", "su"]),
        new("es", ["lunes", "martes", "miercoles", "jueves", "viernes", "sabado", "domingo"], ["lu", "ma", "mi", "ju", "vi", "sa", "do"]),
        new("fr", ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"], ["lu", "ma", "me", "je", "ve", "sa", "di"]),
        new("de", ["montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag"], ["mo", "di", "mi", "do", "fr", "sa sonnabend", "so"]),
        new("pt", ["segunda", "terca", "quarta", "quinta", "sexta", "sabado", "domingo"], ["2a", "3a", "4a", "5a", "6a", "sb", "dm"]),
    ];

    /// <summary>What stands for several days, as people write it; the days from Monday on.</summary>
    public static readonly (string Phrase, string Means)[] Phrases =
    [
        ("every single day", "daily"), ("every day", "daily"), ("everyday", "daily"), ("each day", "daily"), ("all days", "daily"), ("7 days a week", "daily"),
        ("todos los dias", "daily"), ("tous les jours", "daily"), ("chaque jour", "daily"), ("taglich", "daily"), ("jeden tag", "daily"),
        ("todos os dias", "daily"), ("diario", "daily"), ("quotidien", "daily"),
        ("entre semana", "weekdays"), ("dias de semana", "weekdays"), ("en semaine", "weekdays"), ("wochentags", "weekdays"), ("werktags", "weekdays"),
        ("dias uteis", "weekdays"), ("work days", "weekdays"), ("workdays", "weekdays"), ("school days", "weekdays"), ("week days", "weekdays"),
        ("fines de semana", "weekend"), ("fin de semana", "weekend"), ("fins de semana", "weekend"), ("fim de semana", "weekend"),
        ("week-end", "weekend"), ("week end", "weekend"), ("wochenende", "weekend"), ("weekends", "weekend"),
    ];

    /// <summary>Words between days that say nothing of which.</summary>
    public static readonly HashSet<string> Fillers =
    [
        "and", "on", "every", "each", "plus", "also", "both", "the", "day", "days", "from", "n", "y", "e", "et", "und", "los", "las", "el", "le", "les", "cada",
        "chaque", "jeden", "am", "an", "de", "del", "du", "von", "vom", "des", "as", "os", "aos", "nas", "na", "no", "todas", "todos", "tous", "jede", "um",
    ];

    public static readonly HashSet<string> To = ["-", "to", "through", "thru", "until", "till", "bis", "a", "al", "au", "hasta", "ate", "jusqu"];

    public static readonly HashSet<string> Except =
        ["except", "but", "not", "without", "minus", "excepto", "menos", "salvo", "sauf", "ausser", "ohne", "exceto"];

    public IsoDayOfWeek? Read(string word)
    {
        for (var i = 0; i < Days.Length; i++)
        {
            if (Means(word, i) || (word.Length > 4 && word[^1] == 's' && Means(word[..^1], i))) return (IsoDayOfWeek)(i + 1);
        }
        return null;
    }

    /// <summary>
    /// A slip of the fingers in a long name: one letter, from seven letters on two. The first letter must be right: "Blursday" is no Thursday.
    /// </summary>
    public IsoDayOfWeek? Nearly(string word)
    {
        if (word.Length < 5) return null;
        var most = word.Length < 7 ? 1 : 2;
        var near = Enumerable.Range(0, Days.Length).Where(i => Days[i].Length > 4 && Days[i][0] == word[0] && Distance(word, Days[i]) <= most).ToList();
        return near is [var only] ? (IsoDayOfWeek)(only + 1) : null;
    }

    private bool Means(string word, int day) =>
        (word.Length >= 3 && Days[day].StartsWith(word, StringComparison.Ordinal)) || Short[day].Split(' ').Contains(word);

    /// <summary>Letters to put in, take out, change or swap.</summary>
    private static int Distance(string one, string two)
    {
        var rows = new int[one.Length + 1, two.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= two.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    rows[i, j] = i + j;
                    continue;
                }
                var best = Math.Min(Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1, rows[i - 1, j - 1] + (one[i - 1] == two[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && one[i - 1] == two[j - 2] && one[i - 2] == two[j - 1]) best = Math.Min(best, rows[i - 2, j - 2] + 1);
                rows[i, j] = best;
            }
        }
        return rows[one.Length, two.Length];
    }
}
