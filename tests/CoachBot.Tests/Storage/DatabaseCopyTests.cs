using CoachBot.Runtime;
using CoachBot.Storage;
using CoachBot.Storage.Copying;

namespace CoachBot.Tests.Storage;

/// <summary>From a file to a server, back, and from each into another of its kind.</summary>
public sealed class DatabaseCopyTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<DatabaseKind, DatabaseKind> Ways =>
    [
        (DatabaseKind.Sqlite, DatabaseKind.Postgres), (DatabaseKind.Postgres, DatabaseKind.Sqlite),
        (DatabaseKind.Sqlite, DatabaseKind.Sqlite), (DatabaseKind.Postgres, DatabaseKind.Postgres),
    ];

    [Theory, MemberData(nameof(Ways))]
    public async Task EverythingIsThereAfterwardsAndTheSourceIsAsItWas(DatabaseKind here, DatabaseKind there)
    {
        using var from = new TestDatabase(here);
        using var to = new TestDatabase(there);
        await FillAsync(from.Database);
        var before = await SumsAsync(from.Database);
        Assert.Equal(9, await new DatabaseCopy(from.Database, to.Database, (_, _) => { }).RunAsync(Ct));
        Assert.Equal(before, await SumsAsync(from.Database));
        Assert.Equal(before, await SumsAsync(to.Database));
        // Number 3 was given and is gone; it is never given again.
        var next = await to.Database.WriteAsync(sql => sql.ExecuteScalar<long>(
            "insert into check_ins (team_id, athlete_id, training_day, created_at, updated_at) values (1, 1, '2026-11-30', 0, 0) returning id"), Ct);
        Assert.Equal(4, next);
        Assert.Equal([1, 2, 3], await to.Database.ReadAsync(sql => sql.ExecuteScalar<byte[]>("select value from secrets"), Ct));
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task ATargetThatIsNotEmptyIsRefusedAndLeftAsItIs(DatabaseKind here, DatabaseKind there)
    {
        using var from = new TestDatabase(here);
        using var to = new TestDatabase(there);
        await FillAsync(from.Database);
        await to.Database.WriteAsync(sql => { sql.Execute("insert into refused_starts (at) values (7)"); }, Ct);
        var before = await SumsAsync(to.Database);
        var refusal = await Assert.ThrowsAsync<StartupFailure>(() => new DatabaseCopy(from.Database, to.Database, (_, _) => { }).RunAsync(Ct));
        Assert.Equal(ExitCode.Configuration, refusal.ExitCode);
        Assert.Contains("not empty: refused_starts has rows. Nothing was changed.", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, await SumsAsync(to.Database));
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task ACopyThatIsBrokenOffLeavesNothing(DatabaseKind here, DatabaseKind there)
    {
        using var from = new TestDatabase(here);
        using var to = new TestDatabase(there);
        await FillAsync(from.Database);
        var empty = await SumsAsync(to.Database);
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new DatabaseCopy(from.Database, to.Database, (table, rows) =>
        {
            if (table == "check_ins" && rows > 0) stop.Cancel();
        }).RunAsync(stop.Token));
        Assert.Equal(empty, await SumsAsync(to.Database));
    }

    private static Task FillAsync(Database database) => database.WriteAsync(
        sql =>
        {
            object value = new byte[] { 1, 2, 3 };
            sql.Execute("insert into secrets (name, value) values ('buttons', @value)", new { value });
            sql.Execute("insert into teams (id, zone, cards_for_everyone) values (1, 'America/Denver', true), (9223372036854775807, null, false)");
            sql.Execute(
                """
                insert into check_ins (team_id, athlete_id, training_day, effort, created_at, updated_at)
                values (1, 1, '2026-11-23', 7, 0, 0), (1, 2, '2026-11-23', null, 0, 0), (1, 3, '2026-11-24', null, 0, 0)
                """);
            sql.Execute("delete from check_ins where athlete_id = 3");
            sql.Execute("insert into check_in_exercises (check_in_id, position, exercise_id, per_side) values (1, 0, 'squat', true), (2, 0, 'plank', false)");
            sql.Execute("insert into check_in_changes (team_id, athlete_id, training_day, changed_at, before) values (1, 1, '2026-11-23', 5, '{\"Ü\":1}')");
            sql.Execute("insert into suspended_teams (team_id, suspended_at) values (4, 5)");
        },
        Ct);

    private static Task<List<(string Table, TableSum Sum)>> SumsAsync(Database database) => database.ReadAsync(
        sql => database.Catalog.Tables(sql).Select(table => (table, TableSum.Of(sql, table))).OrderBy(sum => sum.table, StringComparer.Ordinal).ToList(), Ct);
}
