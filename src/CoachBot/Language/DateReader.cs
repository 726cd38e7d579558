using System.Globalization;
using System.Text.RegularExpressions;
using FuzzySharp;
using NodaTime;

namespace CoachBot.Language;

/// <summary>What a typed day may be.</summary>
/// <param name="Day">Null when it is none.</param>
/// <param name="Other">Set when the numbers may as well be this day: 3/4.</param>
internal readonly record struct DateReading(LocalDate? Day, LocalDate? Other = null);

/// <summary>
/// Reads a day as people write it: today, "3 days ago", "last Tuesday", 11/25, 25.11., "Nov 27th", "this morning", "yesteday",
/// and any text that one of our lists
/// shows ("Yesterday (Fri 27 Nov)"). A day without a year is the one nearest before today, or the nearest after it where the days
/// asked about are to come.
/// </summary>
internal static partial class DateReader
{
    /// <summary>How alike (0 to 100) a misspelt word must be.</summary>
    private const int Alike = 80;

    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    /// <summary>In the other languages of the teams, without accents.</summary>
    private static readonly string[] OtherMonths =
    [
        "enero januar janvier janeiro", "febrero februar fevrier fevereiro", "marzo marz maerz mars marco", "abril avril", "mayo mai maio",
        "junio juni juin junho", "julio juli juillet julho", "agosto aout", "septiembre septembre setembro", "octubre oktober octobre outubro",
        "noviembre novembre novembro", "diciembre dezember decembre dezembro",
    ];

    private static readonly Dictionary<string, int> DaysFromToday = new(StringComparer.Ordinal)
    {
        ["today"] = 0,
        ["tonight"] = 0,
        ["now"] = 0,
        ["yesterday"] = -1,
        ["yday"] = -1,
        ["ystd"] = -1,
        ["tomorrow"] = 1,
        ["morgen"] = 1,
        ["manana"] = 1,
        ["demain"] = 1,
        ["amanha"] = 1,
        ["heute"] = 0,
        ["gestern"] = -1,
        ["vorgestern"] = -2,
        ["hoy"] = 0,
        ["ayer"] = -1,
        ["anteayer"] = -2,
        ["hier"] = -1,
        ["hoje"] = 0,
        ["ontem"] = -1,
    };

    private static readonly HashSet<string> OfToday = ["this", "just"];

    /// <summary>They say nothing about which day it is.</summary>
    private static readonly HashSet<string> Loose =
        ["on", "the", "of", "in", "at", "a", "an", "it", "was", "morning", "afternoon", "evening", "night", "noon", "st", "nd", "rd",
            "th", "de", "del", "el", "le", "la", "por", "am", "den", "der", "dem", "matin", "manha", "en", "em", "dans", "date", "past", "and", "my",
            "session"];

    private static readonly HashSet<string> Units = ["day", "days", "tag", "tage", "tagen", "dia", "dias", "jour", "jours"];

    /// <param name="first">The first and the last day that may be meant: where numbers may be two days, only those within count.</param>
    public static DateReading Read(string typed, LocalDate today, LocalDate first, LocalDate last, Locale locale)
    {
        var text = TypedText.Plain(typed).Trim();
        if (Iso().Match(text) is { Success: true } iso) return new(Date(Number(iso, "y"), Number(iso, "m"), Number(iso, "d")));
        if (Numeric().Match(text) is { Success: true } numeric) return OfNumbers(numeric, today, first, last, locale);
        return new(OfWords(text, today, last));
    }

    private static DateReading OfNumbers(Match match, LocalDate today, LocalDate first, LocalDate last, Locale locale)
    {
        var (one, two) = (Number(match, "a"), Number(match, "b"));
        int? year = match.Groups["y"].Success ? Number(match, "y") is var written && written < 100 ? 2000 + written : Number(match, "y")
            : null;
        var dayFirst = Dated(year, two, one, today, last);
        // 25.11. is written by people who put the day first.
        if (match.Groups["by"].Value == ".") return new(dayFirst);
        var monthFirst = Dated(year, one, two, today, last);
        if (dayFirst is null || monthFirst is null || dayFirst == monthFirst) return new(monthFirst ?? dayFirst);
        var (likely, other) = PutsMonthFirst(locale) ? (monthFirst, dayFirst) : (dayFirst, monthFirst);
        if (IsWithin(likely) == IsWithin(other)) return IsWithin(likely) ? new(likely, other) : new(likely);
        return new(IsWithin(likely) ? likely : other);

        bool IsWithin(LocalDate? day) => day >= first && day <= last;
    }

    /// <summary>The United States write the month first, and so does an English reader of whom no country is known.</summary>
    private static bool PutsMonthFirst(Locale locale) => locale.Tag is "en-US" or "en" or "en-PH" or "en-CA" or "";

    private static LocalDate? OfWords(string text, LocalDate today, LocalDate latest)
    {
        var words = Word().Matches(text.Replace("il y a", "ago", StringComparison.Ordinal)).Select(match => match.Value).ToList();
        int? month = null;
        int? number = null;
        int? year = null;
        IsoDayOfWeek? weekday = null;
        int? fromToday = null;
        var (ago, ahead, last, week, unit, unknown, ofToday) = (false, Ahead().IsMatch(text), false, false, false, false, false);
        foreach (var word in words)
        {
            if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var digits))
            {
                if (digits > 31) year = digits < 100 ? 2000 + digits : digits;
                else if (number is null) number = digits;
                else year ??= 2000 + digits;
            }
            else if (Small(word) is { } small && number is null) number = small;
            else if (word is "ago" or "back" or "vor" or "hace" or "ha") ago = true;
            else if (word is "last" or "previous") last = true;
            else if (word is "week" or "weeks" or "wk" or "wks") week = true;
            else if (Units.Contains(word)) unit = true;
            else if (word is "next" or "from" or "later") ahead = true;
            else if (Loose.Contains(word)) continue;
            else if (Relative(word) is { } days) fromToday ??= days;
            else if (MonthOf(word) is { } named) month = named;
            else if (Weekday(word) is { } dayOfWeek) weekday = dayOfWeek;
            else if (OfToday.Contains(word)) ofToday = true;
            else if (word != "before") unknown = true;
        }
        if (unknown || words.Count == 0) return null;
        if (month is { } inMonth) return number is { } day ? Dated(year, inMonth, day, today, latest) : null;
        if (words.Contains("before") && words.Exists(word => Relative(word) == -1)) return today.PlusDays(-2);
        if (words.Contains("next") && weekday is { } coming) return today.Next(coming);
        if (ahead && (unit || week)) return today.PlusDays(Math.Min(number ?? 1, 4000) * (week ? 7 : 1));
        if (ago) return number is { } count || (count = words.Contains("a") ? 1 : 0) > 0
            ? today.PlusDays(-Math.Min(count, 4000) * (week ? 7 : 1)) : null;
        if (fromToday is { } relative) return today.PlusDays(relative);
        if (weekday is { } which)
        {
            // "Tuesday last week" is in the week before; "last Tuesday" is the one before today.
            if (week && last) return today.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday)).PlusDays(-7 + (int)which - 1);
            return today.DayOfWeek == which && !last ? today : today.Previous(which);
        }
        if (last && words.Contains("night")) return today.PlusDays(-1);
        if (last && week) return today.PlusDays(-7);
        if (ofToday && number is null) return today;
        // "the 27th", but not "2 days".
        if (!unit && !week && number is { } alone && year is null && text.Any(char.IsLetter)) return OfThisOrLastMonth(alone, today);
        return null;
    }

    private static LocalDate? OfThisOrLastMonth(int day, LocalDate today) =>
        day < 1 || day > 31 ? null
        : day <= today.Day ? Date(today.Year, today.Month, day)
        : Date(today.PlusMonths(-1).Year, today.PlusMonths(-1).Month, day);

    /// <summary>Without a year it is the last such day: in January, "Dec 30" was last year.</summary>
    private static LocalDate? Dated(int? year, int month, int day, LocalDate today, LocalDate last)
    {
        if (year is { } known) return Date(known, month, day);
        var thisYear = Date(today.Year, month, day);
        return thisYear <= (last > today ? last : today.PlusDays(60)) ? thisYear : Date(today.Year - 1, month, day) ?? thisYear;
    }

    private static LocalDate? Date(int year, int month, int day) =>
        year is >= 1900 and <= 2200 && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new LocalDate(year, month, day) : null;

    private static int? Relative(string word)
    {
        if (DaysFromToday.TryGetValue(word, out var days)) return days;
        if (word.Length < 5 || MonthOf(word) is not null || Weekday(word) is not null) return null;
        var best = DaysFromToday.Keys.Where(key => key.Length > 4 && key[0] is 't' or 'y').OrderByDescending(key => Fuzz.Ratio(word, key)).First();
        return Fuzz.Ratio(word, best) >= Alike ? DaysFromToday[best] : null;
    }

    private static int? MonthOf(string word)
    {
        if (word.Length < 3) return null;
        var at = Array.FindIndex(Months, month => month.StartsWith(word, StringComparison.Ordinal)
            || (word == "sept" && month == "september"));
        if (at < 0 && word.Length > 3) at = Array
            .FindIndex(OtherMonths, names => names.Split(' ').Any(name => name.StartsWith(word, StringComparison.Ordinal)));
        if (at < 0 && word.Length > 5) at = Array.FindIndex(Months, month => Fuzz.Ratio(word, month) >= Alike);
        return at < 0 ? null : at + 1;
    }

    private static IsoDayOfWeek? Weekday(string word)
    {
        if (word.Length < 3) return null;
        var days = Enum.GetValues<IsoDayOfWeek>().Where(day => day != IsoDayOfWeek.None).ToList();
        var bare = word is "weds" ? "wed" : word.Length > 4 && word.EndsWith("days", StringComparison.Ordinal) ? word[..^1] : word;
        var begun = days.Find(day => day.ToString().StartsWith(bare, StringComparison.OrdinalIgnoreCase));
        if (begun != IsoDayOfWeek.None) return begun;
        if (word.Length > 3 && WeekdayNames.All.Select(names => names.Read(word)).FirstOrDefault(day => day is not null) is { } abroad) return abroad;
        if (bare.Length < 6 || DaysFromToday.Keys.Any(key => Fuzz.Ratio(bare, key) >= Alike)) return null;
        var close = days.MaxBy(day => Fuzz.Ratio(bare, day.ToString().ToLowerInvariant()));
        return Fuzz.Ratio(bare, close.ToString().ToLowerInvariant()) >= Alike ? close : null;
    }

    private static int? Small(string word) =>
        Array.IndexOf(["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
            "fourteen"], word) is > 0 and var at ? at
        : word is "couple" ? 2 : null;

    private static int Number(Match match, string group) =>
        int.Parse(match.Groups[group].Value, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>"in 2 days", "en 2 dias".</summary>
    [GeneratedRegex(@"^(?:in|en|em|dans) (?:[0-9]+|an?|un|une|um|[a-z]+) \p{L}", RegexOptions.CultureInvariant)]
    private static partial Regex Ahead();

    [GeneratedRegex(@"^(?<y>[0-9]{4})[-/.](?<m>[0-9]{1,2})[-/.](?<d>[0-9]{1,2})$", RegexOptions.CultureInvariant)]
    private static partial Regex Iso();

    [GeneratedRegex(@"^(?:\p{L}+\.?,? +)?(?<a>[0-9]{1,2}) *(?<by>[-/.]) *(?<b>[0-9]{1,2})(?: *\k<by> *(?<y>[0-9]{2}|[0-9]{4}))?\.?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Numeric();

    [GeneratedRegex(@"\p{L}+|[0-9]{1,4}", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
