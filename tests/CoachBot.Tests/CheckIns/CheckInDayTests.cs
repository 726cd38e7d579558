using CoachBot.Chat.Saying;
using CoachBot.CheckIns;
using CoachBot.Language;
using NodaTime;
using NodaTime.Text;

namespace CoachBot.Tests.CheckIns;

public sealed class CheckInDayTests
{
    private static readonly LocalDate Today = new(2027, 1, 5); // a Tuesday

    private static LocalDate Read(string? typed, string locale = "en-US") => CheckInDay.Read(typed, Today, new Locale(locale));

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
    [InlineData("12/30", "2026-12-30")]
    [InlineData("30/12", "2026-12-30")]
    [InlineData("30.12.", "2026-12-30")]
    [InlineData("1/4", "2027-01-04")]
    [InlineData("4/1", "2027-01-04")]
    [InlineData("２０２６-１２-３０", "2026-12-30")]
    public void DaysAreReadAsPeopleWriteThem(string? typed, string day) =>
        Assert.Equal(LocalDatePattern.Iso.Parse(day).Value, Read(typed));

    [Theory]
    [InlineData("2027-01-06", "still to come")]
    [InlineData("tomorrow", "still to come")]
    [InlineData("2026-12-21", "more than 14 days back")]
    [InlineData("3 weeks ago", "more than 14 days back")]
    [InlineData("1 jan 1999", "more than 14 days back")]
    [InlineData("someday", "can't read")]
    [InlineData("<@1>", "can't read")]
    [InlineData("31 feb", "can't read")]
    public void OtherDaysAreRefusedAndNothingIsLogged(string typed, string why)
    {
        var error = Assert.Throws<UserError>(() => Read(typed));
        Assert.Contains(why, error.Message, StringComparison.Ordinal);
        Assert.Contains("Nothing was logged", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TheEarliestDayIsFourteenDaysBack() => Assert.Equal(new LocalDate(2026, 12, 22), Read("2026-12-22"));

    [Fact]
    public void EveryOfferedDayIsTakenByItsNameAndByItsValue()
    {
        var choices = CheckInDay.Choices("", Today, Locale.English);
        Assert.Equal(15, choices.Count);
        Assert.All(choices, choice => Assert.Equal(Read(choice.Value), Read(choice.Name)));
        Assert.StartsWith("Yesterday", Assert.Single(CheckInDay.Choices("yest", Today, Locale.English)).Name, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("3 days ago", "2027-01-02")]
    [InlineData("yesteday", "2027-01-04")]
    [InlineData("last tuesday", "2026-12-29")]
    [InlineData("12/30", "2026-12-30")]
    public void TheReadDayIsSuggestedFirst(string typed, string value) =>
        Assert.Equal(value, CheckInDay.Choices(typed, Today, Locale.English)[0].Value);
}
