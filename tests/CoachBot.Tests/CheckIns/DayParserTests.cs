using CoachBot.Chat.Saying;
using CoachBot.CheckIns;
using NodaTime;
using NodaTime.Text;

namespace CoachBot.Tests.CheckIns;

public sealed class DayParserTests
{
    private static readonly LocalDate Today = new(2027, 1, 5); // a Tuesday

    [Theory]
    [InlineData(null, "2027-01-05")]
    [InlineData("Today", "2027-01-05")]
    [InlineData("yesterday", "2027-01-04")]
    [InlineData("2026-12-30", "2026-12-30")]
    [InlineData("Dec 30", "2026-12-30")]
    [InlineData("30 december", "2026-12-30")]
    [InlineData("Dec 30, 2026", "2026-12-30")]
    [InlineData("jan 1", "2027-01-01")]
    [InlineData("tue", "2027-01-05")]
    [InlineData("Sunday", "2027-01-03")]
    public void DaysAreReadAsPeopleWriteThem(string? typed, string day) => Assert.Equal(LocalDatePattern.Iso.Parse(day).Value, DayParser.Parse(typed, Today));

    [Theory]
    [InlineData("2027-01-06", "still to come")]
    [InlineData("tomorrow", "still to come")]
    [InlineData("2026-12-21", "more than 14 days back")]
    [InlineData("1 jan 1999", "more than 14 days back")]
    [InlineData("someday", "can't read")]
    [InlineData("<@1>", "can't read")]
    [InlineData("31 feb", "can't read")]
    public void OtherDaysAreRefusedAndNothingIsLogged(string typed, string why)
    {
        var error = Assert.Throws<UserError>(() => DayParser.Parse(typed, Today));
        Assert.Contains(why, error.Message, StringComparison.Ordinal);
        Assert.Contains("Nothing was logged", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TheEarliestDayIsFourteenDaysBack() => Assert.Equal(new LocalDate(2026, 12, 22), DayParser.Parse("2026-12-22", Today));

    [Fact]
    public void EveryOfferedDayCanBeLogged()
    {
        var choices = DayParser.Choices("", Today);
        Assert.Equal(15, choices.Count);
        Assert.All(choices, choice => DayParser.Parse(choice.Value, Today));
        Assert.StartsWith("Yesterday", Assert.Single(DayParser.Choices("yest", Today)).Name, StringComparison.Ordinal);
    }
}
