using System.Data;
using System.Globalization;
using CoachBot.Runtime;
using CoachBot.Storage;
using CoachBot.Storage.Postgres;
using Npgsql;

namespace CoachBot.Tests.Storage;

/// <summary>What PostgreSQL does by other means than SQLite.</summary>
public sealed class PostgresTests
{
    private const int Programs = 8;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task BothDatabasesHaveTheSameTablesAndColumns()
    {
        using var sqlite = new TestDatabase();
        using var postgres = new TestDatabase(DatabaseKind.Postgres);
        var here = await sqlite.Database.ReadAsync(
            sql => sql.Query<string>(
                """
                select tables.name || '.' || columns.name from sqlite_master tables join pragma_table_info(tables.name) columns
                where tables.type = 'table' and tables.name not like 'sqlite_%'
                """).AsList(),
            Ct);
        var there = await postgres.Database.ReadAsync(
            sql => sql.Query<string>("select table_name || '.' || column_name from information_schema.columns where table_schema = 'public'").AsList(), Ct);
        Assert.Equal(Ours(here), Ours(there));

        static IEnumerable<string> Ours(IEnumerable<string> columns) =>
            columns.Where(column => !column.StartsWith("schemaversions.", StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal);
    }

    [Fact]
    public void BothDatabasesHaveScriptsOfTheSameNames() =>
        Assert.Equal(new Scripts("sqlite").Names.Select(Path.GetFileName).Order(), new Scripts("postgres").Names.Select(Path.GetFileName).Order());

    /// <summary>Each reads before any has written, so that all but one of each round fail and begin anew.</summary>
    [Fact]
    public async Task WorkThatAnotherOneGotInTheWayOfIsDoneAnew()
    {
        using var database = new TestDatabase(DatabaseKind.Postgres);
        await database.Database.WriteAsync(sql => { sql.Execute("insert into teams (id, week_start) values (1, 0)"); }, Ct);
        var begun = 0;
        using var allHaveRead = new Barrier(Programs);
        await Task.WhenAll(Enumerable.Range(0, Programs).Select(_ => Task.Run(() => AddOneAsync(database.Database), Ct)));
        Assert.Equal(Programs, await database.ScalarAsync<long>("select week_start from teams where id = 1"));
        Assert.InRange(begun, Programs + 1, int.MaxValue);

        Task AddOneAsync(Database database)
        {
            var isFirstTry = true;
            return database.WriteAsync(
                sql =>
                {
                    Interlocked.Increment(ref begun);
                    var before = sql.ExecuteScalar<int>("select week_start from teams where id = 1");
                    if (isFirstTry) allHaveRead.SignalAndWait(Ct);
                    isFirstTry = false;
                    sql.Execute("update teams set week_start = @next where id = 1", new { next = before + 1 });
                },
                Ct);
        }
    }

    [Fact]
    public async Task TwoThatWaitForEachOtherBothGetThrough()
    {
        using var database = new TestDatabase(DatabaseKind.Postgres);
        await database.Database.WriteAsync(sql => { sql.Execute("insert into teams (id, week_start) values (1, 0), (2, 0)"); }, Ct);
        using var bothHoldOne = new Barrier(2);
        await Task.WhenAll(Task.Run(() => CrossAsync(1, 2), Ct), Task.Run(() => CrossAsync(2, 1), Ct));
        Assert.Equal(4, await database.ScalarAsync<long>("select sum(week_start) from teams"));

        Task CrossAsync(int one, int other)
        {
            var isFirstTry = true;
            return database.Database.WriteAsync(
                sql =>
                {
                    sql.Execute("update teams set week_start = week_start + 1 where id = @one", new { one });
                    if (isFirstTry) bothHoldOne.SignalAndWait(Ct);
                    isFirstTry = false;
                    sql.Execute("update teams set week_start = week_start + 1 where id = @other", new { other });
                },
                Ct);
        }
    }

    [Fact]
    public async Task ACallThatTwoProgramsGetHasOneEffect()
    {
        using var one = new TestDatabase(DatabaseKind.Postgres);
        using var other = PostgresDatabase.Share(one.Options, TimeProvider.System);
        var outcomes = await Task.WhenAll(
            from call in Enumerable.Range(0, 20)
            from database in new[] { one.Database, other }
            select Task.Run(() => EffectAsync(database, call), Ct));
        Assert.Equal(20, outcomes.Count(had => had));
        Assert.Equal(20, await one.ScalarAsync<long>("select count(*) from refused_starts"));

        static async Task<bool> EffectAsync(Database database, int call)
        {
            try
            {
                await database.WriteAsync(
                    sql =>
                    {
                        sql.Claim(new CallId((ulong)call + 1), default);
                        sql.Execute("insert into refused_starts (at) values (@call)", new { call });
                    },
                    Ct);
                return true;
            }
            catch (RepeatedCall)
            {
                return false;
            }
        }
    }

    [Fact]
    public async Task ProgramsThatStartAtOnceMigrateOnceAndAgreeOnTheKey()
    {
        var options = new StorageOptions { ConnectionString = PostgresCluster.NewDatabase(migrated: false) };
        var keys = await Task.WhenAll(Enumerable.Range(0, Programs).Select(_ => Task.Run(async () =>
        {
            using var database = PostgresDatabase.Share(options, TimeProvider.System);
            return Convert.ToHexString(await new Secrets(database).GetOrMakeAsync("buttons", Ct));
        })));
        Assert.Single(keys.Distinct());
        using var after = PostgresDatabase.Open(options, TimeProvider.System);
        Assert.Equal(new Scripts("postgres").Names.Count, await after.ReadAsync(sql => sql.ExecuteScalar<int>("select count(*) from schemaversions"), Ct));
    }

    [Fact]
    public async Task ANewerSchemaRefusesToStart()
    {
        using var database = new TestDatabase(DatabaseKind.Postgres);
        await database.Database.WriteAsync(
            sql => { sql.Execute("insert into schemaversions (scriptname, applied) values ('postgres/9999_later.sql', now())"); }, Ct);
        database.Database.Dispose();
        foreach (var start in (Action[])[() => PostgresDatabase.Open(database.Options, TimeProvider.System), () => PostgresDatabase.Check(database.Options)])
        {
            var refusal = Assert.Throws<StartupFailure>(start);
            Assert.Equal(ExitCode.Configuration, refusal.ExitCode);
            Assert.Contains("made by a newer CoachBot (it has postgres/9999_later.sql). Nothing was changed.", refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void ASecondProgramIsKeptOutUntilTheFirstHasEnded()
    {
        using var database = new TestDatabase(DatabaseKind.Postgres);
        foreach (var start in (Action[])[() => PostgresDatabase.Open(database.Options, TimeProvider.System), () => PostgresDatabase.Check(database.Options)])
        {
            var refusal = Assert.Throws<StartupFailure>(start);
            Assert.Equal(ExitCode.DatabaseInUse, refusal.ExitCode);
            Assert.StartsWith("Another CoachBot uses the database t", refusal.Message, StringComparison.Ordinal);
        }
        database.Reopen();
    }

    [Fact]
    public void ADatabaseOfAnotherProgramIsNotAdopted()
    {
        var options = new StorageOptions { ConnectionString = PostgresCluster.NewDatabase(migrated: false) };
        using (var connection = new NpgsqlConnection(options.ConnectionString))
        {
            connection.Open();
            connection.Execute("create table invoices (id bigint)");
        }
        var refusal = Assert.Throws<StartupFailure>(() => PostgresDatabase.Open(options, TimeProvider.System));
        Assert.Contains("holds tables of another program. Nothing was changed.", refusal.Message, StringComparison.Ordinal);
    }

    /// <summary>Each is one sentence with what to do, and none holds the password.</summary>
    [Theory]
    [InlineData("Host=127.0.0.1;Port={closed};Database=x;Username=u;Password=hush-hush", "does not answer")]
    [InlineData("Host=127.0.0.1;Port={port};Database=nowhere;Username=tester;Password=hush-hush", "has no database nowhere")]
    [InlineData("Host=127.0.0.1;Port={port};Database=postgres;Username=nobody;Password=hush-hush", "nobody")]
    [InlineData("Host=127.0.0.1;Port=hush-hush", "cannot be read")]
    [InlineData("hush-hush", "cannot be read")]
    [InlineData("Password=hush-hush;Database=x", "names no server")]
    public void AServerThatCannotBeUsedIsNamedWithoutThePassword(string text, string says)
    {
        var port = new NpgsqlConnectionStringBuilder(PostgresCluster.NewDatabase()).Port.ToString(CultureInfo.InvariantCulture);
        var options = new StorageOptions
        {
            ConnectionString = text.Replace("{port}", port, StringComparison.Ordinal).Replace("{closed}", "1", StringComparison.Ordinal),
        };
        foreach (var start in (Action[])[() => PostgresDatabase.Open(options, TimeProvider.System), () => PostgresDatabase.Check(options)])
        {
            var refusal = Assert.Throws<StartupFailure>(start);
            Assert.Equal(ExitCode.Configuration, refusal.ExitCode);
            Assert.Contains(says, refusal.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("hush", refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void ARoleWithoutRightsIsToldWhatItNeeds()
    {
        var text = PostgresCluster.NewDatabase(migrated: false);
        using (var connection = new NpgsqlConnection(text))
        {
            connection.Open();
            connection.Execute("do $$ begin create role guest login; exception when duplicate_object then null; end $$");
        }
        var guest = new StorageOptions { ConnectionString = text.Replace("=tester", "=guest", StringComparison.Ordinal) };
        var refusal = Assert.Throws<StartupFailure>(() => PostgresDatabase.Open(guest, TimeProvider.System));
        Assert.Contains("guest may not make or change tables", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WorkWhoseConnectionIsCutIsDoneOnceOnAnotherOne()
    {
        using var database = new TestDatabase(DatabaseKind.Postgres);
        var tries = 0;
        await database.Database.WriteAsync(
            sql =>
            {
                sql.Execute("insert into refused_starts (at) values (1)");
                if (tries++ == 0) sql.Execute("select pg_terminate_backend(pg_backend_pid())");
            },
            Ct);
        Assert.Equal((2, 1L), (tries, await database.ScalarAsync<long>("select count(*) from refused_starts")));
    }

    [Fact]
    public async Task WorkWhoseConnectionsAreCutAgainAndAgainIsGivenUp()
    {
        using var database = new TestDatabase(DatabaseKind.Postgres);
        var refused = await Assert.ThrowsAsync<StorageRefused>(() => database.Database.WriteAsync(
            sql => { sql.Execute("select pg_terminate_backend(pg_backend_pid())"); }, Ct));
        Assert.Equal(StorageRefusal.Away, refused.Reason);
        Assert.Null(await database.Database.TryToWriteAsync(Ct));
    }

    [Fact]
    public async Task ADatabaseThatMayOnlyBeReadSaysSo()
    {
        using var database = new TestDatabase(DatabaseKind.Postgres);
        await using var source = NpgsqlDataSource.Create(database.Options.ConnectionString);
        const string ReadOnly = "do $$ begin execute 'alter database ' || current_database() || ' set default_transaction_read_only = on'; end $$";
        await using (var command = source.CreateCommand(ReadOnly)) await command.ExecuteNonQueryAsync(Ct);
        // Under another name, so that it takes no connection that was there before.
        var late = new StorageOptions { ConnectionString = database.Options.ConnectionString + ";Application Name=late" };
        var refusal = Assert.Throws<StartupFailure>(() => PostgresDatabase.Open(late, TimeProvider.System).Dispose());
        Assert.Contains("may only be read", refusal.Message, StringComparison.Ordinal);
    }
}
