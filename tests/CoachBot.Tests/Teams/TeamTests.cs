using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;
using CoachBot.Runtime;
using CoachBot.Teams;
using NodaTime;

namespace CoachBot.Tests.Teams;

public sealed class TeamTests
{
    private static readonly Team NewYork = new(new TeamId(1)) { ZoneId = "America/New_York" };

    [Theory]
    [InlineData("2026-11-25T04:59:00", "2026-11-24")] // 23:59 in New York
    [InlineData("2026-11-25T07:59:59", "2026-11-24")] // 02:59:59, still yesterday's session
    [InlineData("2026-11-25T08:00:00", "2026-11-25")] // 03:00
    [InlineData("2026-03-08T06:59:59", "2026-03-07")] // 01:59:59, a second before the clocks go forward
    [InlineData("2026-03-08T07:00:00", "2026-03-08")] // 03:00, an hour later on the clock
    public void ATrainingDayRollsOverAtThree(string utc, string day)
    {
        var instant = NodaTime.Text.LocalDateTimePattern.GeneralIso.Parse(utc).Value.InUtc().ToInstant();
        Assert.Equal(NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value, NewYork.TrainingDay(instant));
    }

    [Theory]
    [InlineData(IsoDayOfWeek.Monday, 23)]
    [InlineData(IsoDayOfWeek.Sunday, 22)]
    public void AWeekStartsWhereTheTeamSays(IsoDayOfWeek start, int first)
    {
        var team = NewYork with { WeekStart = start };
        Assert.Equal(new LocalDate(2026, 11, first), team.WeekOf(new LocalDate(2026, 11, 28)));
        Assert.Equal(new LocalDate(2026, 11, first), team.WeekOf(new LocalDate(2026, 11, first)));
    }

    [Theory]
    [InlineData("DE", "DE")]
    [InlineData("de", "DE")]
    [InlineData("Deutschland", "DE")]
    [InlineData("germany", "DE")]
    [InlineData("germ", "DE")]
    [InlineData("USA", "US")]
    [InlineData("uk", "GB")]
    [InlineData("España", "ES")]
    [InlineData("México", "MX")]
    public void ACountryIsFoundByItsCodeItsNameOrWhatPeopleCallIt(string typed, string code) => Assert.Equal(code, Countries.Resolve(typed));

    [Theory]
    [InlineData("Atlantis", "Germany")]
    [InlineData("united", "United")]
    [InlineData("", "Canada")]
    [InlineData("<@&1>", "Canada")]
    public void UnknownCountriesAreRefusedWithAnExample(string typed, string example)
    {
        var error = Assert.Throws<UserError>(() => Countries.Resolve(typed));
        Assert.Contains(example, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("<@&", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryCountryThatIsOfferedIsTakenAsItIsShown()
    {
        Assert.Equal("United States", Countries.Choices("")[0].Name);
        foreach (var letter in "abcdefghijklmnopqrstuvwxyz")
        {
            Assert.All(Countries.Choices($"{letter}"), choice => Assert.Equal(choice.Value, Countries.Resolve(choice.Name)));
        }
    }

    [Fact]
    public void OnlyManagersAndTheCoachRoleAreCoaches()
    {
        var team = NewYork with { CoachRoleId = new RoleId(5) };
        Access.RequireCoach(new Caller(new TeamId(1), new UserId(2), ManagesServer: true, []), team);
        Access.RequireCoach(new Caller(new TeamId(1), new UserId(2), ManagesServer: false, [new RoleId(4), new RoleId(5)]), team);
        Assert.Throws<UserError>(() => Access.RequireCoach(new Caller(new TeamId(1), new UserId(2), ManagesServer: false, [new RoleId(4)]), team));
        Assert.Throws<UserError>(() => Access.RequireCoach(new Caller(new TeamId(1), new UserId(2), ManagesServer: false, []), NewYork));
        Assert.Throws<UserError>(() => Access.RequireManager(new Caller(new TeamId(1), new UserId(2), ManagesServer: false, [new RoleId(5)])));
    }
}
