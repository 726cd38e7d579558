using CoachBot.StrengthDays;
using NodaTime;

namespace CoachBot.Tests.StrengthDays;

public sealed class ScheduleTests
{
    private static Schedule In(string zone, LocalTime time, params IsoDayOfWeek[] days) => new(days, time, DateTimeZoneProviders.Tzdb[zone]);

    [Fact]
    public void TheWallClockStaysOverBothChangesOfTheClocks()
    {
        var schedule = In("America/New_York", new(15, 30), IsoDayOfWeek.Tuesday, IsoDayOfWeek.Thursday);
        var year = schedule.After(Instant.FromUtc(2026, 1, 1, 0, 0)).Take(104).ToList();
        Assert.All(year, occurrence => Assert.Equal(new LocalTime(15, 30), occurrence.Due.InZone(schedule.Zone).TimeOfDay));
        Assert.Equal(104, year.Select(occurrence => occurrence.Date).Distinct().Count());
    }

    [Theory]
    [InlineData("America/New_York", 2, 30, "2027-03-14", "2027-03-14T07:30:00Z")] // the gap: 03:30
    [InlineData("America/New_York", 1, 30, "2027-11-07", "2027-11-07T05:30:00Z")] // twice: the first
    [InlineData("America/Santiago", 0, 30, "2027-09-05", "2027-09-05T04:30:00Z")] // the gap is at midnight: 01:30
    [InlineData("Australia/Lord_Howe", 2, 15, "2027-10-03", "2027-10-02T15:45:00Z")] // a gap of half an hour: 02:45
    public void AGapShiftsForwardAndAnOverlapTakesTheFirst(string zone, int hour, int minute, string date, string due)
    {
        var day = NodaTime.Text.LocalDatePattern.Iso.Parse(date).Value;
        var schedule = In(zone, new(hour, minute), day.DayOfWeek);
        Assert.Equal(due, schedule.Following(day.PlusDays(-1)).Due.ToString());
    }

    /// <summary>Every zone, 2024-2037, around every change of its clocks: one occurrence a scheduled date, always later than the one before.</summary>
    [Fact]
    public void EveryZoneGivesEachDateOnceAndInOrder()
    {
        IsoDayOfWeek[] daily = [.. Enumerable.Range(1, 7).Select(day => (IsoDayOfWeek)day)];
        var from = Instant.FromUtc(2024, 1, 1, 0, 0);
        var to = Instant.FromUtc(2037, 12, 31, 0, 0);
        var wrong = new List<string>();
        var checks = 0;
        foreach (var id in DateTimeZoneProviders.Tzdb.Ids)
        {
            var zone = DateTimeZoneProviders.Tzdb[id];
            foreach (var interval in zone.GetZoneIntervals(from, to).Where(interval => interval.HasStart && interval.Start > from))
            {
                for (var quarter = 0; quarter < 96; quarter += 3)
                {
                    var schedule = new Schedule(daily, LocalTime.FromMinutesSinceMidnight(quarter * 15), zone);
                    var week = schedule.After(interval.Start - Duration.FromDays(2)).Take(5).ToList();
                    for (var i = 1; i < week.Count; i++)
                    {
                        checks++;
                        if (week[i].Due <= week[i - 1].Due || week[i].Date != week[i - 1].Date.PlusDays(1) || schedule.Following(week[i - 1].Date) != week[i])
                            wrong.Add($"{id} {week[i]}");
                    }
                }
            }
        }
        Assert.Empty(wrong);
        Assert.True(checks > 100_000);
    }
}
