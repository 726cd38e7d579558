using System.Globalization;
using System.Text.RegularExpressions;
using CoachBot.Chat.Saying;
using NodaTime;

namespace CoachBot.StrengthDays;

/// <summary>Reads weekdays and times the way coaches write them.</summary>
internal static partial class ScheduleParser
{
    private static readonly IsoDayOfWeek[] Week = [.. Enumerable.Range(1, 7).Select(day => (IsoDayOfWeek)day)];

    /// <param name="typed"><c>Tue,Thu</c>, <c>tues thu</c>, <c>Mondays and Fridays</c>, <c>Mon-Wed</c>, <c>weekdays</c>, <c>every day</c>.</param>
    /// <exception cref="UserError">Names the word that is no weekday.</exception>
    public static IReadOnlyList<IsoDayOfWeek> Weekdays(string typed)
    {
        var text = Range().Replace(Markup.Clean(typed).ToLowerInvariant(), "-");
        var days = new SortedSet<IsoDayOfWeek>();
        foreach (var word in Words().Split(text.Replace("every day", "daily", StringComparison.Ordinal)))
        {
            if (word is "" or "and" or "on" or "every" or "each") continue;
            if (word is "daily" or "everyday") days.UnionWith(Week);
            else if (word is "weekdays" or "weekday") days.UnionWith(Week[..5]);
            else if (word is "weekend" or "weekends") days.UnionWith(Week[5..]);
            else if (word.Split('-') is [var from, var to])
            {
                for (var day = Weekday(from, typed); ; day = day == IsoDayOfWeek.Sunday ? IsoDayOfWeek.Monday : day + 1)
                {
                    days.Add(day);
                    if (day == Weekday(to, typed)) break;
                }
            }
            else days.Add(Weekday(word, typed));
        }
        return days.Count > 0 ? [.. days] : throw NoWeekday(typed);
    }

    /// <param name="typed"><c>15:30</c>, <c>3:30pm</c>, <c>3 pm</c>, <c>1530</c>, <c>15h30</c>, <c>noon</c>.</param>
    /// <exception cref="UserError">Not a time.</exception>
    public static LocalTime Time(string typed)
    {
        var text = Markup.Clean(typed).ToLowerInvariant();
        if (text == "noon") return LocalTime.Noon;
        if (text == "midnight") return LocalTime.Midnight;
        var match = Clock().Match(text);
        if (!match.Success) throw NoTime(typed);
        var hour = Number(match.Groups["h"]);
        var minute = match.Groups["m"].Success ? Number(match.Groups["m"]) : 0;
        var half = match.Groups["half"].Value;
        if (half.Length > 0)
        {
            if (hour is < 1 or > 12) throw NoTime(typed);
            hour = (hour % 12) + (half[0] == 'p' ? 12 : 0);
        }
        else if (!match.Groups["m"].Success)
        {
            // A bare "3" may be the night or the afternoon; nobody is served by a guess.
            throw NoTime(typed);
        }
        return hour < 24 && minute < 60 ? new LocalTime(hour, minute) : throw NoTime(typed);
    }

    /// <summary>A time before dawn that was typed without am or pm: probably the afternoon was meant.</summary>
    public static bool MayMeanAfternoon(string typed, LocalTime read) =>
        read.Hour is >= 1 and < 6 && !typed.Contains('m', StringComparison.OrdinalIgnoreCase) && !typed.TrimStart().StartsWith('0');

    private static IsoDayOfWeek Weekday(string word, string typed)
    {
        var stem = word.TrimEnd('.');
        if (stem.Length > 5 && stem.EndsWith('s')) stem = stem[..^1];
        if (stem.Length >= 2)
        {
            foreach (var day in Week)
            {
                var name = day.ToString().ToLowerInvariant();
                if (name.StartsWith(stem, StringComparison.Ordinal) || (stem is "weds" && day == IsoDayOfWeek.Wednesday)) return day;
            }
        }
        throw NoWeekday(typed, word);
    }

    private static UserError NoWeekday(string typed, string? word = null) => new(_ =>
        $"I can't read {Markup.Quote(word ?? typed)} as a weekday. Write the days like Tue,Thu or Mon-Wed. Nothing was saved.");

    private static UserError NoTime(string typed) => new(_ =>
        $"I can't read {Markup.Quote(typed)} as a time. Write it like 15:30 or 3:30pm. Nothing was saved.");

    private static int Number(Group digits) => int.Parse(digits.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\s*(?:-|–|—|\bto\b|\bthrough\b)\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Range();

    [GeneratedRegex(@"[\s,;/&+]+", RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    [GeneratedRegex(@"^(?:at\s+)?(?<h>\d{1,2})(?:\s*[:.h]\s*(?<m>\d{2})|(?<=\d{2})(?<m>\d{2})|(?<=^\d)(?<m>\d{2}))?\s*(?<half>[ap]\.?m\.?)?(?:\s*(?:uhr|o'?clock))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Clock();
}
