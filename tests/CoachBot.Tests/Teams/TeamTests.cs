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
    [InlineData("America/New_York", "America/New_York")]
    [InlineData("america/new_york", "America/New_York")]
    [InlineData("new york", "America/New_York")]
    [InlineData("Zurich", "Europe/Zurich")]
    [InlineData("US/Pacific", "America/Los_Angeles")]
    [InlineData("utc", "UTC")]
    [InlineData("EST", "America/New_York")]
    [InlineData("Pacific", "America/Los_Angeles")]
    public void AZoneIsFoundByItsIdOrItsCity(string typed, string id) => Assert.Equal(id, Zones.Resolve(typed));

    [Theory]
    [InlineData("CET")]
    [InlineData("Atlantis")]
    [InlineData("")]
    [InlineData("<@&1>")]
    public void WhatIsNoZoneIsRefusedWithAnExample(string typed)
    {
        var error = Assert.Throws<UserError>(() => Zones.Resolve(typed));
        Assert.Contains("/", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("<@&", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ZonesAreOfferedWithTheirTimeNow()
    {
        var now = Instant.FromUtc(2026, 11, 24, 20, 0);
        Assert.Equal("America/New_York (now 15:00)", Zones.Choices("new y", now)[0].Name);
        Assert.Equal(25, Zones.Choices("", now).Count);
        Assert.All(Zones.Choices("a", now), choice => Assert.True(choice.Name.Length <= 100));
        Assert.Empty(Zones.Choices("nowhere at all", now));
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
