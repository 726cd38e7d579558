using CoachBot.CheckIns;
using CoachBot.Tests.Storage;
using NodaTime;

namespace CoachBot.Tests.CheckIns;

/// <summary>What is kept of an athlete's days, and how much one person can fill.</summary>
public sealed class CheckInStoreTests : IDisposable
{
    private readonly TestDatabase database = new();

    public void Dispose() => database.Dispose();

    /// <summary>As one member once did in 15 seconds, and left as many rows.</summary>
    [Fact]
    public async Task OfHundredsOfChangesOfADayTheNewestTwentyAreKept()
    {
        var team = database.Team();
        team.Athlete().CheckIn(effort: 5).CheckIn(effort: 6);
        var busy = team.Athlete();
        for (var i = 0; i < 576; i++) busy.CheckIn(effort: 1 + (i % 10), exercises: "front-plank");
        Assert.Equal(2, await database.ScalarAsync<long>("select count(*) from check_ins"));
        Assert.Equal(1, await database.ScalarAsync<long>("select count(*) from check_in_exercises"));
        Assert.Equal(CheckInStore.MostChangesOfADay + 2, await database.ScalarAsync<long>("select count(*) from check_in_changes"));
    }

    [Fact]
    public async Task OneDayIsOneRowForEachAthleteOfEachTeam()
    {
        var monday = new LocalDate(2026, 11, 23);
        database.Team(1).Athlete(11).CheckIn(monday, effort: 3).CheckIn(monday, minutes: 20).CheckIn(monday.PlusDays(-1));
        database.Team(1).Athlete(12).CheckIn(monday);
        database.Team(2).Athlete(11).CheckIn(monday);
        Assert.Equal(4, await database.ScalarAsync<long>("select count(*) from check_ins"));
        Assert.Equal(320,
            await database.ScalarAsync<long>(
                "select effort * 100 + minutes from check_ins where team_id = 1 and athlete_id = 11 and training_day = '2026-11-23'"));
    }
}
