using CoachBot.CheckIns;
using CoachBot.CheckIns.Reading;
using CoachBot.StrengthDays;
using CoachBot.Teams;
using CoachBot.Tests.Storage;
using NodaTime;

namespace CoachBot.Tests;

/// <summary>
/// Teams with their people and what they did, as <c>db.Team().Athlete().CheckIn(effort: 6)</c>. All is written by the stores themselves, so a test's
/// world is one that the bot could have made; what is not named is of no matter.
/// </summary>
internal static class World
{
    private static ulong lastId = 9_000_000;

    /// <summary>A Monday.</summary>
    public static readonly Instant Monday = Instant.FromUtc(2026, 11, 23, 12, 0);

    public static ulong NewId() => Interlocked.Increment(ref lastId);

    public static TestTeam Team(this TestDatabase database, ulong? id = null) => new(database, new TeamId(id ?? NewId()));
}

internal sealed class TestTeam(TestDatabase database, TeamId id)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public TeamId Id => id;

    public TestTeam With(Func<Team, Team> change)
    {
        new TeamStore(database.Database).ChangeAsync(new CallId(World.NewId()), id, World.Monday, change, Ct).GetAwaiter().GetResult();
        return this;
    }

    /// <summary>Tuesdays at 15:30 in New York, unless the test changes it.</summary>
    public TestTeam StrengthDay(Func<StrengthDay, StrengthDay>? change = null, Instant? now = null)
    {
        _ = AddedAsync(change, now).GetAwaiter().GetResult();
        return this;
    }

    /// <summary>The same for a test that goes on with the day itself, or with its refusal.</summary>
    public Task<StrengthDay> AddedAsync(Func<StrengthDay, StrengthDay>? change = null, Instant? now = null)
    {
        var day = new StrengthDay
        {
            TeamId = id,
            Weekdays = [IsoDayOfWeek.Tuesday],
            Time = new LocalTime(15, 30),
            ZoneId = "America/New_York",
            ChannelId = Some.Channel,
        };
        return new StrengthDayStore(database.Database).AddAsync(
            new CallId(World.NewId()), change is null ? day : change(day), teamZone: null, now ?? World.Monday, Ct);
    }

    public TestAthlete Athlete(ulong? user = null) => new(database, id, new UserId(user ?? World.NewId()));
}

internal sealed class TestAthlete(TestDatabase database, TeamId team, UserId id)
{
    public UserId Id => id;

    /// <summary>Today, a Monday, when no day is given; each time it is one more check-in of that day.</summary>
    public TestAthlete CheckIn(LocalDate? day = null, int? effort = null, int? minutes = null, params IReadOnlyList<string> exercises)
    {
        var checkIn = new CheckIn
        {
            Day = day ?? World.Monday.InUtc().Date,
            Effort = effort,
            Minutes = minutes,
            Work = [.. exercises.Select(exercise => new Work { ExerciseId = exercise })],
        };
        var week = checkIn.Day.PlusDays(1 - (int)checkIn.Day.DayOfWeek);
        new CheckInStore(database.Database)
            .SaveAsync(new CallId(World.NewId()), team, id, checkIn, week, World.Monday, TestContext.Current.CancellationToken).GetAwaiter().GetResult();
        return this;
    }
}
