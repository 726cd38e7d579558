using CoachBot.Chat;
using CoachBot.CheckIns;
using CoachBot.Operations;
using CoachBot.Runtime;
using CoachBot.Storage;
using CoachBot.StrengthDays;
using CoachBot.TeamExercises;
using CoachBot.Teams;
using CoachBot.Tests.Storage;
using CoachBot.Tests.StrengthDays;
using CoachBot.Tests.Teams;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace CoachBot.Tests.Operations;

public sealed class PruneJobTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 24, 23, 0);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task DeletesWhatIsOldAndKeepsWhatIsNot()
    {
        using var database = new TestDatabase();
        await database.Database.WriteAsync(
            sql =>
            {
                // The first of each is an hour too old, the second is not yet.
                foreach (var (id, hours) in ((int, int)[])[(1, 1), (2, -1)])
                {
                    long Ago(int days) => (Now - Duration.FromDays(days) - Duration.FromHours(hours)).ToUnixTimeMilliseconds();
                    sql.Execute("insert into check_in_changes (id, team_id, athlete_id, training_day, changed_at) values (@id, 1, 7, '2026-11-22', @at)",
                        new { id, at = Ago(days: 30) });
                    sql.Execute("insert into suspended_teams (team_id, suspended_at) values (@id + 100, @at)", new { id, at = Ago(days: 30) });
                    foreach (var state in (string[])["sent", "pending"])
                    {
                        sql.Execute(
                            "insert into reminders (strength_day_id, scheduled_date, kind, team_id, due_at, state, next_try_at) "
                            + "values (@id, '2026-11-24', @state, 1, @at, @state, 0)",
                            new { id, state, at = Ago(days: 90) });
                    }
                }
            },
            Ct);

        await PruneAsync(database, Now);
        string[] queries = ["id from check_in_changes", "team_id - 100 from suspended_teams", "strength_day_id from reminders where state = 'sent'"];
        foreach (var query in queries)
        {
            Assert.Equal(2, Assert.Single(await database.Database.ReadAsync(sql => sql.Query<long>($"select {query}"), Ct)));
        }
        Assert.Equal(2, await database.ScalarAsync<long>("select count(*) from reminders where state = 'pending'"));
    }

    /// <summary>While the bot runs; a copy of the files would show it to whoever has them.</summary>
    [Fact]
    public async Task ErasedDataIsInNoFile()
    {
        using var database = new TestDatabase();
        var old = (Now - Duration.FromDays(31)).ToUnixTimeMilliseconds();
        for (var row = 0; row < 300; row++)
        {
            // Both teams' rows stand on the same pages, some of them longer than a page.
            await database.Database.WriteAsync(
                sql =>
                {
                    foreach (var (team, text) in ((int, string)[])[(1, "Gone4711"), (2, "Stays4711")])
                    {
                        var name = text + row;
                        var steps = string.Concat(Enumerable.Repeat(text, 1 + (row % 7 * 100)));
                        sql.Execute(
                            "insert into own_exercises (team_id, name, name_key, level, steps, cues, dose, timed, created_at, updated_at) "
                            + "values (@team, @name, @name, 'basic', @steps, '', '', 0, 0, 0)",
                            new { team, name, steps });
                        sql.Execute(
                            "insert into check_in_changes (team_id, athlete_id, training_day, changed_at, before) values (@team, 7, '2026-10-22', @at, @steps)",
                            new { team, at = team == 1 ? old : Now.ToUnixTimeMilliseconds(), steps });
                    }
                },
                Ct);
        }
        await database.Database.WriteAsync(sql => { sql.Execute("insert into suspended_teams (team_id, suspended_at) values (1, @old)", new { old }); }, Ct);
        Assert.Contains("Gone4711", Bytes(database), StringComparison.Ordinal);
        await PruneAsync(database, Now);
        Assert.Contains("Stays4711", Bytes(database), StringComparison.Ordinal);
        Assert.DoesNotContain("Gone4711", Bytes(database), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnImportThatNobodyConfirmedInADayIsDeleted()
    {
        using var database = new TestDatabase();
        var store = new TeamExerciseStore(database.Database);
        await store.KeepImportAsync(new CallId(1), new TeamId(1), "yesterday's", Now - Duration.FromHours(25), Ct);
        var fresh = await store.KeepImportAsync(new CallId(2), new TeamId(1), "today's", Now - Duration.FromHours(23), Ct);
        await PruneAsync(database, Now);
        Assert.Equal("today's", Assert.Single(await database.Database.ReadAsync(sql => sql.Query<string>("select json from own_exercise_imports"), Ct)));
        Assert.NotNull(await store.ImportAsync(new CallId(3), new TeamId(1), fresh, Now, (_, _) => [], Ct));
    }

    /// <summary>Also before the day's pruning.</summary>
    [Fact]
    public async Task AnImportOfYesterdayIsNotDoneAnyMore()
    {
        using var database = new TestDatabase();
        var store = new TeamExerciseStore(database.Database);
        var old = await store.KeepImportAsync(new CallId(1), new TeamId(1), "yesterday's", Now - Duration.FromHours(25), Ct);
        Assert.Null(await store.ImportAsync(new CallId(2), new TeamId(1), old, Now, (_, _) => [], Ct));
    }

    private static string Bytes(TestDatabase database) => string.Concat(
        Directory.EnumerateFiles(Path.GetDirectoryName(database.Path)!).Where(file => !file.EndsWith("-shm", StringComparison.Ordinal)).Select(file => System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(file))));

    private static Task PruneAsync(TestDatabase database, Instant now)
    {
        var time = new FakeTimeProvider(now.ToDateTimeOffset());
        ITeamData[] rooms = [new SeenCalls(), new CheckInStore(database.Database), new TeamExerciseStore(database.Database), database.Outbox()];
        var membership = new Membership(database.Database, rooms, time, NullLogger<Membership>.Instance);
        var erasure = new Erasure(database.Database, rooms, membership, new AskedForTeams(_ => false), NullLogger<Erasure>.Instance);
        return new PruneJob(database.Database, rooms, erasure, time, NullLogger<PruneJob>.Instance).Execute(null!, Ct).AsTask();
    }
}
