using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;
using CoachBot.Teams;
using NodaTime;
using NodaTime.Text;

namespace CoachBot.CheckIns;

/// <summary>Reads the day that a check-in is for, and offers the days there are.</summary>
internal static class DayParser
{
    /// <summary>How far back a session can still be logged.</summary>
    public const int DaysBack = 14;

    private static readonly LocalDatePattern Shown = LocalDatePattern.CreateWithInvariantCulture("ddd d MMM");

    private static readonly LocalDatePattern[] WithYear = Patterns("uuuu-MM-dd", "uuuu/MM/dd", "d MMM uuuu", "MMM d uuuu", "d MMMM uuuu", "MMMM d uuuu");
    private static readonly LocalDatePattern[] WithoutYear = Patterns("d MMM", "MMM d", "d MMMM", "MMMM d", "ddd d MMM", "ddd MMM d");

    public static string Show(LocalDate day) => Shown.Format(day);

    /// <param name="typed"><c>today</c>, <c>yesterday</c>, a weekday (the last one), or a date; null for today.</param>
    /// <exception cref="UserError">Not a day, in the future, or more than 14 days back.</exception>
    public static LocalDate Parse(string? typed, LocalDate today)
    {
        var text = Markup.Clean(typed ?? "today").ToLowerInvariant().Replace(",", "", StringComparison.Ordinal);
        var day = Read(text, today)
            ?? throw new UserError(_ => $"I can't read the day {Markup.Quote(typed!)}. Write today, yesterday, or a date like {LocalDatePattern.Iso.Format(today)}. Nothing was logged.");
        if (day > today) throw new UserError(_ => $"{Show(day)} is still to come. Log it once it is done. Nothing was logged.");
        if (day < today.PlusDays(-DaysBack))
        {
            throw new UserError(_ => $"{Show(day)} is more than {DaysBack} days back. The earliest day I can log is {Show(today.PlusDays(-DaysBack))}. Nothing was logged.");
        }
        return day;
    }

    public static IReadOnlyList<Choice> Choices(string typed, LocalDate today)
    {
        var wanted = Markup.Clean(typed);
        return
        [
            .. Enumerable.Range(0, DaysBack + 1)
                .Select(back => today.PlusDays(-back))
                .Select((day, back) => new Choice(back switch { 0 => $"Today ({Show(day)})", 1 => $"Yesterday ({Show(day)})", _ => Show(day) }, LocalDatePattern.Iso.Format(day)))
                .Where(choice => wanted.Length == 0
                    || choice.Name.Contains(wanted, StringComparison.OrdinalIgnoreCase) || choice.Value.Contains(wanted, StringComparison.Ordinal)),
        ];
    }

    private static LocalDate? Read(string text, LocalDate today)
    {
        if (text == "today") return today;
        if (text == "yesterday") return today.PlusDays(-1);
        if (text == "tomorrow") return today.PlusDays(1);
        if (text.Length >= 3)
        {
            foreach (var weekday in Enum.GetValues<IsoDayOfWeek>().Where(weekday => weekday != IsoDayOfWeek.None))
            {
                if (!weekday.ToString().StartsWith(text, StringComparison.OrdinalIgnoreCase)) continue;
                return today.DayOfWeek == weekday ? today : today.Previous(weekday);
            }
        }
        foreach (var pattern in WithYear)
        {
            if (pattern.Parse(text) is { Success: true } read) return read.Value;
        }
        // Without a year it is the last such day: in January, "Dec 30" was last year.
        foreach (var year in (int[])[today.Year, today.Year - 1])
        {
            foreach (var pattern in WithoutYear)
            {
                var read = pattern.WithTemplateValue(new LocalDate(year, 1, 1)).Parse(text);
                if (read.Success && (read.Value <= today || year < today.Year)) return read.Value;
            }
        }
        return null;
    }

    private static LocalDatePattern[] Patterns(params string[] texts) => [.. texts.Select(LocalDatePattern.CreateWithInvariantCulture)];
}
