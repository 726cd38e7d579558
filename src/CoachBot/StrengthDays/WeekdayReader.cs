using System.Text.RegularExpressions;
using CoachBot.Chat.Saying;
using CoachBot.Language;
using NodaTime;

namespace CoachBot.StrengthDays;

/// <summary>
/// Reads the days of the week as coaches write them: "Tue,Thu", "MWF", "Mondays and Fridays", "lun/mié", "Di Do", "Mon-Fri", "every day except Sunday".
/// Some short forms mean different days in two languages ("di", "do"): what the other words say decides, then the language of whoever writes.
/// </summary>
internal static partial class WeekdayReader
{
    private static readonly IsoDayOfWeek[] Week = [.. Enumerable.Range(1, 7).Select(day => (IsoDayOfWeek)day)];

    /// <returns>In the order of the week.</returns>
    /// <exception cref="UserError">Names the word that is no day of the week, or that could be two.</exception>
    public static IReadOnlyList<IsoDayOfWeek> Read(string typed, Locale locale)
    {
        Refuse(typed);
        var words = Split(typed);
        var own = WeekdayNames.All.Where(names => locale.Tag.StartsWith(names.Language, StringComparison.OrdinalIgnoreCase));
        // A list is written in one language. Where several can read all of it and differ, the writer's own goes first, then English.
        var readings = own.Concat(WeekdayNames.All).Distinct()
            .Select(names => (names.Language, Days: ReadAll(words, word => One(names, word))))
            .Where(reading => reading.Days is { Count: > 0 }).ToList();
        if (readings.Count > 0)
        {
            var first = readings[0];
            var sure = own.Any(names => names.Language == first.Language) || first.Language == "en";
            if (sure || readings.All(reading => reading.Days!.SetEquals(first.Days!))) return [.. first.Days!];
            throw new UserError(reader =>
                StrengthDayWords.In(reader).TwoDays(typed, [.. readings.Select(reading => (IReadOnlyList<IsoDayOfWeek>)[.. reading.Days!])]));
        }
        // Or in several: then each word must mean the same day in all of them.
        return ReadAll(words, Any) is { Count: > 0 } days ? [.. days] : throw Unknown(typed, words);
    }

    /// <summary>What cannot be set as days of every week: only some weeks, a number of days, one date.</summary>
    private static void Refuse(string typed)
    {
        var text = TypedText.Plain(typed);
        if (SomeWeeks().IsMatch(text)) throw new UserError(reader => StrengthDayWords.In(reader).EveryWeekOnly(typed));
        if (HowOften().IsMatch(text)) throw new UserError(reader => StrengthDayWords.In(reader).WhichDays(typed));
        if (OneDate().IsMatch(text)) throw new UserError(reader => StrengthDayWords.In(reader).NoDate(typed));
    }

    /// <summary>One list of words; a run of single letters is one word ("M/W/F").</summary>
    private static List<string> Split(string typed)
    {
        var text = Feira().Replace(TypedText.Plain(typed), "");
        foreach (var (phrase, means) in WeekdayNames.Phrases) text = text.Replace(phrase, means, StringComparison.Ordinal);
        // "Mon-Wed-Fri" is a list, "Mon-Wed" is not.
        text = Chain().Replace(text, chain => chain.Value.Replace('-', ' '));
        var words = new List<string>();
        var letters = false;
        foreach (Match word in Word().Matches(text))
        {
            var single = word.Length == 1 && char.IsLetter(word.Value[0]) && word.Value is not ("a" or "e" or "n" or "y");
            var run = single || (letters && word.Value is "th" or "tu" or "sa" or "su");
            if (run && letters) words[^1] += word.Value;
            else words.Add(word.Value);
            letters = run;
        }
        return words;
    }

    private static SortedSet<IsoDayOfWeek>? ReadAll(List<string> words, Func<string, IReadOnlyList<IsoDayOfWeek>?> read)
    {
        var days = new SortedSet<IsoDayOfWeek>();
        var not = new SortedSet<IsoDayOfWeek>();
        var into = days;
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (WeekdayNames.Except.Contains(word))
            {
                into = not;
                continue;
            }
            if (read(word) is not { } found)
            {
                if (WeekdayNames.Fillers.Contains(word)) continue;
                return null;
            }
            if (found is [var from] && i + 2 < words.Count && WeekdayNames.To.Contains(words[i + 1]) && read(words[i + 2]) is [var to])
            {
                for (; from != to; from = from == IsoDayOfWeek.Sunday ? IsoDayOfWeek.Monday : from + 1) into.Add(from);
                into.Add(to);
                i += 2;
                continue;
            }
            into.UnionWith(found);
        }
        days.ExceptWith(not);
        return days;
    }

    private static IReadOnlyList<IsoDayOfWeek>? One(WeekdayNames names, string word) => word switch
    {
        "daily" => Week,
        "weekdays" or "weekday" => Week[..5],
        "weekend" => Week[5..],
        _ => names.Read(word) is { } day ? [day] : WeekdayLetters.Read(word) ?? (names.Nearly(word) is { } near ? [near] : null),
    };

    private static IReadOnlyList<IsoDayOfWeek>? Any(string word)
    {
        var days = WeekdayNames.All.Select(names => One(names, word)).Where(found => found is not null).ToList();
        return days.Count > 0 && days.All(found => found!.SequenceEqual(days[0]!)) ? days[0] : null;
    }

    private static UserError Unknown(string typed, List<string> words)
    {
        var wrong = words.FirstOrDefault(word =>
            !WeekdayNames.Fillers.Contains(word) && !WeekdayNames.To.Contains(word) && !WeekdayNames.Except.Contains(word)
            && !WeekdayNames.All.Any(names => One(names, word) is not null));
        return wrong switch
        {
            "t" => new UserError(reader => StrengthDayWords.In(reader).LetterForTwoDays("T", IsoDayOfWeek.Tuesday, IsoDayOfWeek.Thursday)),
            "s" => new UserError(reader => StrengthDayWords.In(reader).LetterForTwoDays("S", IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday)),
            _ => new UserError(reader => StrengthDayWords.In(reader).NoWeekday(wrong ?? typed)),
        };
    }

    [GeneratedRegex(
        @"\b(?:every (?:other|second|third|2nd|3rd|two|2|few|couple)|other|alternat\w*"
        + @"|bi-?weekly|fortnight\w*|monthly|month|(?:1st|2nd|3rd|4th|first|last) (?=\p{L}+day)"
        + @"|alle (?:zwei|drei|2|3|14)|jede[nrs]? (?:zweite|dritte)\w*|monat\w*"
        + @"|cada (?:dos|otro|otra|15)|quincenal\w*|mes|toutes les deux|une? \p{L}+ sur|mois|quinzena\w*)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex SomeWeeks();

    [GeneratedRegex(@"\b(?:\d+\s*x|once|twice|[1-6] (?:times|days|mal|veces|fois|vezes)|(?:two|three|four) (?:times|days))\b", RegexOptions.CultureInvariant)]
    private static partial Regex HowOften();

    [GeneratedRegex(
        @"\b(?:today|tomorrow|yesterday|tonight|next|\d{1,2}[./-]\d{1,2}|\d{1,2}(?:st|nd|rd|th)?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
        + @"|(?:jan|feb|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\s+\d{1,2})",
        RegexOptions.CultureInvariant)]
    private static partial Regex OneDate();

    [GeneratedRegex(@"[\s-]*feiras?\b", RegexOptions.CultureInvariant)]
    private static partial Regex Feira();

    [GeneratedRegex(@"\p{L}+(?:-\p{L}+){2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Chain();

    [GeneratedRegex(@"[\p{L}\p{N}]+|-", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
