using CoachBot.Chat.Saying;
using CoachBot.Language;
using CoachBot.Runtime;
using CoachBot.StrengthDays;
using NodaTime;

namespace CoachBot.Tests.StrengthDays;

public sealed class StrengthDayPickTests
{
    private static readonly StrengthDay[] Days =
    [
        Day(1, "UTC", 15, IsoDayOfWeek.Tuesday),
        Day(2, "America/New_York", 15, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Thursday),
        Day(12, "America/New_York", 18, IsoDayOfWeek.Saturday),
    ];

    [Fact]
    public void EverySuggestionIsAcceptedWhenTyped()
    {
        foreach (var day in Days) Assert.Same(day, StrengthDayPick.Read(StrengthDayWords.In(Locale.English).Label(day), Days));
    }

    [Theory]
    [InlineData("1", 1)]
    [InlineData(" #2 ", 2)]
    [InlineData("No. 1", 1)]
    [InlineData("no 12", 12)]
    [InlineData("Nr. 2", 2)]
    [InlineData("number 2", 2)]
    [InlineData("№ 2", 2)]
    [InlineData("١", 1)]
    [InlineData("１２", 12)]
    [InlineData("No. 1: Tue at 15:30 (UTC)", 1)]
    [InlineData("Sat", 12)]
    [InlineData("18:30", 12)]
    [InlineData("tue and thu", 2)]
    public void AStrengthDayIsFoundByNumberOrWords(string typed, int number) => Assert.Equal(number, StrengthDayPick.Read(typed, Days).Number);

    [Theory]
    [InlineData("3", "no strength day No. 3")]
    [InlineData("99999999999", "None of your strength days")]
    [InlineData("Wed", "None of your strength days")]
    [InlineData("Tue", "No. 1 or No. 2")]
    [InlineData("No. 1: Sat at 18:30 (America/New_York)", "is what No. 1 is now")]
    public void OneThatIsNotThereOrSeveralAreNamed(string typed, string says) =>
        Assert.Contains(says, Assert.Throws<UserError>(() => StrengthDayPick.Read(typed, Days)).Message, StringComparison.Ordinal);

    private static StrengthDay Day(int number, string zone, int hour, params IsoDayOfWeek[] days) => new()
    {
        Id = number,
        Number = number,
        TeamId = new TeamId(1),
        Weekdays = days,
        Time = new LocalTime(hour, 30),
        ZoneId = zone,
        ChannelId = new ChannelId(9),
    };
}
