using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;
using CoachBot.Language;
using NodaTime;
using NodaTime.Text;

namespace CoachBot.CheckIns;

/// <summary>The day that a check-in is for: the command and the list under its box read with the same eyes.</summary>
internal static class CheckInDay
{
    /// <summary>How far back a session can still be logged.</summary>
    public const int DaysBack = 14;

    /// <param name="typed">Null for today.</param>
    /// <exception cref="UserError">Not a day, two days at once, in the future, or more than 14 days back.</exception>
    public static LocalDate Read(string? typed, LocalDate today, Locale reader)
    {
        if (typed is null) return today;
        var (day, other) = DateReader.Read(Markup.Clean(typed), today, today.PlusDays(-DaysBack), today, reader);
        if (day is not { } read) throw new UserError(locale => CheckInWords.In(locale).NotADay(typed, today));
        if (other is { } second) throw new UserError(locale => CheckInWords.In(locale).WhichDay(typed, read, second));
        return Checked(read, today);
    }

    /// <exception cref="UserError">In the future, or more than 14 days back.</exception>
    public static LocalDate Checked(LocalDate day, LocalDate today)
    {
        if (day > today) throw new UserError(locale => CheckInWords.In(locale).StillToCome(day));
        var earliest = today.PlusDays(-DaysBack);
        return day >= earliest ? day : throw new UserError(locale => CheckInWords.In(locale).TooFarBack(day, DaysBack, earliest));
    }

    public static IReadOnlyList<Choice> Choices(string typed, LocalDate today, Locale reader)
    {
        var wanted = Markup.Clean(typed);
        var words = CheckInWords.In(reader);
        var all = Enumerable.Range(0, DaysBack + 1).Select(back => today.PlusDays(-back))
            .ToDictionary(day => day, day => new Choice(words.OfferedDay(day, today), LocalDatePattern.Iso.Format(day)));
        var shown = all.Values.Where(choice => choice.Name.Contains(wanted, StringComparison.OrdinalIgnoreCase)
            || choice.Value.Contains(wanted, StringComparison.Ordinal)).ToList();
        var (day, other) = DateReader.Read(wanted, today, today.PlusDays(-DaysBack), today, reader);
        var read = new[] { day, other }.OfType<LocalDate>().Where(all.ContainsKey).Select(one => all[one]);
        return [.. read.Concat(shown).Distinct()];
    }
}
