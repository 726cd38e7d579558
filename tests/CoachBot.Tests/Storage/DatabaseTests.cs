using CoachBot.Runtime;
using CoachBot.Storage;
using CoachBot.Storage.Sqlite;
using NodaTime;

namespace CoachBot.Tests.Storage;

public sealed class DatabaseTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 24, 20, 0);
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void ASecondProgramIsToldThatTheDatabaseIsInUse()
    {
        using var first = new TestDatabase();
        var failure = Assert.Throws<StartupFailure>(() => SqliteDatabase.Open(first.Options));
        Assert.Equal(75, failure.ExitCode);
        Assert.Contains("Storage__ConnectionString", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ADamagedFileIsRefusedAndLeftAsItIs()
    {
        var folder = Directory.CreateTempSubdirectory("coachbot-test");
        var path = Path.Combine(folder.FullName, "coachbot.db");
        File.WriteAllText(path, new string('x', 5000));
        var failure = Assert.Throws<StartupFailure>(() => SqliteDatabase.Open(new StorageOptions { ConnectionString = $"Data Source={path}" }));
        Assert.Equal(74, failure.ExitCode);
        Assert.Equal(new string('x', 5000), File.ReadAllText(path));
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task ADatabaseOfANewerProgramIsRefused()
    {
        using var database = new TestDatabase();
        await database.Database.WriteAsync(
            sql => { sql.Execute("insert into SchemaVersions (ScriptName, Applied) values ('sqlite/9999_from_the_future.sql', '2030-01-01')"); }, Ct);
        var failure = Assert.Throws<StartupFailure>(database.Reopen);
        Assert.Equal(78, failure.ExitCode);
        Assert.Contains("9999_from_the_future", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void APlaceThatCannotBeWrittenIsNamedWithTheSetting()
    {
        var failure = Assert.Throws<StartupFailure>(() => SqliteDatabase.Open(new StorageOptions { ConnectionString = "Data Source=/proc/coachbot/x.db" }));
        Assert.Equal(78, failure.ExitCode);
        Assert.Contains("Storage__ConnectionString", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFailedTransactionLeavesNothing()
    {
        using var database = new TestDatabase();
        await Assert.ThrowsAsync<InvalidOperationException>(() => database.Database.WriteAsync<int>(
            sql =>
            {
                sql.Claim(new CallId(1), Now);
                throw new InvalidOperationException();
            },
            Ct));
        Assert.Equal(0, await database.ScalarAsync<long>("select count(*) from seen_interactions"));
    }

    [Fact]
    public async Task ACallIsClaimedOnce()
    {
        using var database = new TestDatabase();
        await database.Database.WriteAsync(sql => sql.Claim(new CallId(ulong.MaxValue >> 1), Now), Ct);
        await Assert.ThrowsAsync<RepeatedCall>(() => database.Database.WriteAsync(sql => sql.Claim(new CallId(ulong.MaxValue >> 1), Now), Ct));
    }

    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "2")]
    [InlineData("foreign_keys", "1")]
    [InlineData("secure_delete", "1")]
    public async Task TheFileIsOpenedForDurability(string pragma, string value)
    {
        using var database = new TestDatabase();
        Assert.Equal(value, await database.ScalarAsync<string>($"pragma {pragma}"));
    }

    [Fact]
    public async Task SqliteIsNewEnoughToBeFreeOfTheWalResetBug()
    {
        using var database = new TestDatabase();
        Assert.True(Version.Parse((await database.ScalarAsync<string>("select sqlite_version()"))!) >= new Version(3, 51, 3));
    }

    [Fact]
    public async Task SecretsStayTheSameAfterARestart()
    {
        using var database = new TestDatabase();
        var before = await new Secrets(database.Database).GetOrMakeAsync("buttons", Ct);
        var after = await new Secrets(database.Reopen()).GetOrMakeAsync("buttons", Ct);
        Assert.Equal(32, before.Length);
        Assert.Equal(before, after);
    }
}
