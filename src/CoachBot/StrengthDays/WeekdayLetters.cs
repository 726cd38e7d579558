using NodaTime;

namespace CoachBot.StrengthDays;

/// <summary>
/// Days written with their first letters, in one word or one by one: MWF, TTh, M/W/F, SaSu, and L X V for Monday, Wednesday and Friday in
/// Spanish. The days must stand in the order of the week: that tells which T is meant, and keeps a word like "fur" from being three days.
/// </summary>
internal static class WeekdayLetters
{
    private const string OnlyRomance = "lxjvd";

    /// <param name="letters">In lower case.</param>
    /// <returns>Null when it is none, or could be two things.</returns>
    public static IReadOnlyList<IsoDayOfWeek>? Read(string letters)
    {
        if (letters.Length is 0 or > 14) return null;
        var days = letters.AsSpan().ContainsAny(OnlyRomance) ? Romance(letters) : English(letters);
        if (days is null || days.Count == 0) return null;
        // A week may begin on Sunday.
        var ordered = days[0] == IsoDayOfWeek.Sunday ? days.Skip(1).ToList() : days;
        for (var i = 1; i < ordered.Count; i++)
        {
            if (ordered[i] <= ordered[i - 1]) return null;
        }
        return days;
    }

    private static List<IsoDayOfWeek>? English(string letters)
    {
        var days = new List<IsoDayOfWeek>();
        for (var at = 0; at < letters.Length;)
        {
            var two = at + 1 < letters.Length ? letters[at..(at + 2)] : "";
            var (day, length) = two switch
            {
                "mo" => (IsoDayOfWeek.Monday, 2),
                "tu" => (IsoDayOfWeek.Tuesday, 2),
                "we" => (IsoDayOfWeek.Wednesday, 2),
                "th" => (IsoDayOfWeek.Thursday, 2),
                "fr" => (IsoDayOfWeek.Friday, 2),
                "sa" => (IsoDayOfWeek.Saturday, 2),
                "su" => (IsoDayOfWeek.Sunday, 2),
                "ss" => (IsoDayOfWeek.Saturday, 1),
                _ => (One(letters[at], days, letters.Length), 1),
            };
            if (day == IsoDayOfWeek.None) return null;
            days.Add(day);
            at += length;
        }
        return days;
    }

    private static IsoDayOfWeek One(char letter, List<IsoDayOfWeek> before, int length) => letter switch
    {
        'm' => IsoDayOfWeek.Monday,
        // The first T of MTWTF is Tuesday, its second Thursday. One T alone may be either.
        't' when length == 1 => IsoDayOfWeek.None,
        't' => before.Any(day => day is IsoDayOfWeek.Tuesday or IsoDayOfWeek.Wednesday) ? IsoDayOfWeek.Thursday : IsoDayOfWeek.Tuesday,
        'w' => IsoDayOfWeek.Wednesday,
        'r' when length > 1 => IsoDayOfWeek.Thursday,
        'f' => IsoDayOfWeek.Friday,
        // Alone it may be either day of the weekend.
        's' when before is [.., IsoDayOfWeek.Saturday] => IsoDayOfWeek.Sunday,
        'u' when length > 1 => IsoDayOfWeek.Sunday,
        _ => IsoDayOfWeek.None,
    };

    private static List<IsoDayOfWeek>? Romance(string letters)
    {
        var days = new List<IsoDayOfWeek>();
        foreach (var letter in letters)
        {
            var day = letter switch
            {
                'l' => IsoDayOfWeek.Monday,
                'm' => days.Contains(IsoDayOfWeek.Tuesday) ? IsoDayOfWeek.Wednesday : IsoDayOfWeek.Tuesday,
                'x' => IsoDayOfWeek.Wednesday,
                'j' => IsoDayOfWeek.Thursday,
                'v' => IsoDayOfWeek.Friday,
                's' => IsoDayOfWeek.Saturday,
                'd' => IsoDayOfWeek.Sunday,
                _ => IsoDayOfWeek.None,
            };
            if (day == IsoDayOfWeek.None) return null;
            days.Add(day);
        }
        return days;
    }
}
