using CoachBot.Runtime;
using CoachBot.Storage;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace CoachBot.Tests.Storage;

public sealed class WriteQueueTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 24, 20, 0);
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Holds the writing connection until it is let go, so that what is asked for meanwhile waits together.</summary>
    private static (Task Held, Action LetGo) Hold(Database database)
    {
        var (begun, go) = (new ManualResetEventSlim(), new ManualResetEventSlim());
        var held = Task.Run(() => database.WriteAsync(_ => { begun.Set(); go.Wait(Ct); }, Ct), Ct);
        begun.Wait(Ct);
        return (held, go.Set);
    }

    [Fact]
    public async Task OneThatFailsTakesNothingElseWithIt()
    {
        using var database = new TestDatabase();
        var (held, letGo) = Hold(database.Database);
        var good = Enumerable.Range(1, 100).Select(id => database.Database.WriteAsync(sql => sql.Claim(new CallId((ulong)id), Now), Ct)).ToList();
        var failing = database.Database.WriteAsync(sql => { sql.Claim(new CallId(1000), Now); throw new InvalidOperationException("no"); }, Ct);
        var repeated = database.Database.WriteAsync(sql => { sql.Claim(new CallId(1001), Now); sql.Claim(new CallId(1), Now); }, Ct);
        var later = database.Database.WriteAsync(sql => sql.Claim(new CallId(1002), Now), Ct);
        Assert.DoesNotContain(good, write => write.IsCompleted);
        letGo();
        await Task.WhenAll([held, later, .. good]);
        await Assert.ThrowsAsync<InvalidOperationException>(() => failing);
        await Assert.ThrowsAsync<RepeatedCall>(() => repeated);
        Assert.Equal(101, await database.ScalarAsync<long>("select count(*) from seen_interactions"));
        Assert.Equal(0, await database.ScalarAsync<long>("select count(*) from seen_interactions where id in (1000, 1001)"));
    }

    [Fact]
    public async Task CancelledWritesDoNotRun()
    {
        using var database = new TestDatabase();
        var (held, letGo) = Hold(database.Database);
        using var enough = new CancellationTokenSource();
        var given = database.Database.WriteAsync(sql => sql.Claim(new CallId(1), Now), enough.Token);
        var kept = database.Database.WriteAsync(sql => sql.Claim(new CallId(2), Now), Ct);
        await enough.CancelAsync();
        letGo();
        await Task.WhenAll(held, kept);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
        Assert.Equal([2], await database.Database.ReadAsync(sql => sql.Query<long>("select id from seen_interactions"), Ct));
    }

    /// <summary>Somebody with a tool may hold the file for long. Who waits for it is told at once when the program stops.</summary>
    [Fact, Fault("E15")]
    public async Task AWriteThatWaitsForALockedFileCanBeCancelled()
    {
        using var database = new TestDatabase();
        await using var tool = new SqliteConnection($"Data Source={database.Path};Pooling=false");
        await tool.OpenAsync(Ct);
        tool.Execute("begin immediate");
        using var enough = new CancellationTokenSource();
        // Whoever comes first asks SQLite and waits there; the other one only waits.
        var calls = Enumerable.Range(1, 2).Select(id =>
            Task.Run(() => (Written: database.Database.WriteAsync(sql => sql.Claim(new CallId((ulong)id), Now), enough.Token), Id: id), Ct)).ToList();
        var waiting = await await Task.WhenAny(calls);
        Assert.False(waiting.Written.IsCompleted);
        await enough.CancelAsync();
        Assert.True(waiting.Written.IsCanceled);
        Assert.False(calls[2 - waiting.Id].IsCompleted);
        tool.Execute("rollback");
        Assert.All(await Task.WhenAll(calls), call => Assert.True(call.Written.IsCanceled));
        await database.Database.WriteAsync(sql => sql.Claim(new CallId(3), Now), Ct);
        Assert.Equal([3], await database.Database.ReadAsync(sql => sql.Query<long>("select id from seen_interactions"), Ct));
    }

    /// <summary>SQLite may take a whole transaction back when the disk is full: then everybody in it is told, and nobody is told a lie.</summary>
    [Fact]
    public async Task EveryAcknowledgedWriteIsThereWhenTheFileCannotGrow()
    {
        using var database = new TestDatabase();
        await database.Database.WriteAsync(
            sql => { sql.ExecuteScalar<long>($"pragma max_page_count = {sql.ExecuteScalar<long>("pragma page_count") + 4}"); }, Ct);
        var (held, letGo) = Hold(database.Database);
        var writes = Enumerable.Range(1, 60).ToDictionary(id => id, id => database.Database.WriteAsync(
            sql =>
            {
                sql.Claim(new CallId((ulong)id), Now);
                sql.Execute("insert into secrets (name, value) values (@name, zeroblob(900))", new { name = $"filler {id}" });
            },
            Ct));
        letGo();
        await held;
        foreach (var (id, write) in writes)
        {
            var saved = true;
            try { await write; }
            catch (StorageRefused refused) { Assert.Equal(StorageRefusal.Full, refused.Reason); saved = false; }
            Assert.Equal(saved ? 1 : 0, await database.ScalarAsync<long>($"select count(*) from seen_interactions where id = {id}"));
        }
        Assert.Contains(writes.Values, write => write.IsFaulted);
        await database.Database.WriteAsync(sql => { sql.ExecuteScalar<long>("pragma max_page_count = 100000"); }, Ct);
        await database.Database.WriteAsync(sql => sql.Claim(new CallId(5000), Now), Ct);
    }

    [Fact]
    public async Task TheSameStatementWorksWithOtherValues()
    {
        using var database = new TestDatabase();
        foreach (var id in (ulong[])[1, 2, 3]) await database.Database.WriteAsync(sql => sql.Claim(new CallId(id), Now), Ct);
        foreach (var id in (long[])[1, 2, 3, 4])
        {
            var found =
                await database.Database.ReadAsync(sql => sql.QueryFirstOrDefault<long?>("select id from seen_interactions where id = @id", new { id }), Ct);
            Assert.Equal(id < 4 ? id : null, found);
        }
    }

    [Fact]
    public async Task ClosingWaitsForWhatWasAccepted()
    {
        using var database = new TestDatabase();
        var (held, letGo) = Hold(database.Database);
        var write = database.Database.WriteAsync(sql => sql.Claim(new CallId(7), Now), Ct);
        var closing = Task.Run(database.Database.Dispose, Ct);
        letGo();
        await Task.WhenAll(held, write, closing);
        Assert.Equal(1, await database.Reopen().ReadAsync(sql => sql.ExecuteScalar<long>("select count(*) from seen_interactions"), Ct));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () =>
        {
            database.Database.Dispose();
            await database.Database.WriteAsync(sql => sql.Claim(new CallId(8), Now), Ct);
        });
    }
}
