using System.Data;
using System.Data.Common;
using System.Security.Cryptography;
using Npgsql;

namespace CoachBot.Storage.Postgres;

/// <summary>
/// A PostgreSQL database. What SQLite gets from its one writer comes here from serializable transactions: work
/// that another one got in the way of is done anew, from its start.
/// </summary>
internal sealed class PostgresDatabase : Database
{
    /// <summary>Work that met others for so long is given up: whoever waits for it is to hear so within three seconds.</summary>
    private static readonly TimeSpan ConflictPatience = TimeSpan.FromSeconds(2);

    /// <summary>Changes nothing; refused by a server, a copy or a role that may only read.</summary>
    private const string Probe = "update schemaversions set scriptname = scriptname where false";

    private static readonly TimeSpan ProbePatience = TimeSpan.FromSeconds(2);

    private readonly NpgsqlDataSource source;
    private readonly TimeProvider time;

    /// <summary>One for each connection: who waits for one waits without a thread, for a statement holds its thread until the server has answered.</summary>
    private readonly SemaphoreSlim connections;

    /// <summary>Holds the lock that keeps a second program out; null where that is not asked for.</summary>
    private NpgsqlConnection? claim;

    private PostgresDatabase(NpgsqlDataSource source, int most, TimeProvider time)
    {
        (this.source, this.time) = (source, time);
        connections = new SemaphoreSlim(most, most);
        ThreadPool.GetMinThreads(out var workers, out var ports);
        ThreadPool.SetMinThreads(Math.Max(workers, most + Environment.ProcessorCount), ports);
    }

    /// <summary>Connects, brings the schema up to date, and makes the database ours alone.</summary>
    /// <exception cref="StartupFailure">It cannot be used.</exception>
    public static PostgresDatabase Open(StorageOptions options, TimeProvider time)
    {
        var database = Share(options, time);
        try
        {
            database.claim = new PostgresServer(options.ConnectionString).Claim();
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>Connects and brings the schema up to date, whoever else uses the database.</summary>
    /// <exception cref="StartupFailure">It cannot be used.</exception>
    public static PostgresDatabase Share(StorageOptions options, TimeProvider time)
    {
        var server = new PostgresServer(options.ConnectionString);
        var source = NpgsqlDataSource.Create(server.ConnectionString);
        try
        {
            using (var connection = source.OpenConnection())
            {
                server.MustBeOurs(connection);
                PostgresMigrator.Migrate(connection, server.ConnectionString, server.Name);
                connection.Execute(Probe);
            }
            return new PostgresDatabase(source, server.MostConnections, time);
        }
        catch (Exception problem)
        {
            source.Dispose();
            throw server.Explain(problem);
        }
    }

    /// <summary>All that <see cref="Open"/> would find wrong, without changing anything.</summary>
    /// <exception cref="StartupFailure">It could not be used.</exception>
    public static void Check(StorageOptions options)
    {
        var server = new PostgresServer(options.ConnectionString);
        try
        {
            using var connection = new NpgsqlConnection(server.ConnectionString);
            connection.Open();
            server.MustBeOurs(connection);
            if (!PostgresMigrator.Pending(connection, server.Name)) connection.Execute(Probe);
            server.Claim().Dispose();
        }
        catch (Exception problem)
        {
            throw server.Explain(problem);
        }
    }

    public override ICatalog Catalog { get; } = new PostgresCatalog();

    public override async Task<T> WriteAsync<T>(Func<DbConnection, T> work, CancellationToken ct)
    {
        var begun = time.GetTimestamp();
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await OnConnectionAsync(connection => Commit(connection, work), ct);
            }
            catch (Exception problem) when (PostgresRefusals.IsConflict(problem) && time.GetElapsedTime(begun) < ConflictPatience)
            {
                // The one that went through is done by now or soon; those that failed together do not come back together.
                await Task.Delay(TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(1, 4 << Math.Min(tries, 4))), time, ct);
            }
            catch (Exception problem) when (PostgresRefusals.Of(problem) is not null)
            {
                throw PostgresRefusals.Translate(problem);
            }
        }
    }

    public override async Task<T> ReadAsync<T>(Func<DbConnection, T> work, CancellationToken ct)
    {
        try
        {
            return await OnConnectionAsync(work, ct);
        }
        catch (Exception problem) when (PostgresRefusals.Of(problem) is not null)
        {
            throw PostgresRefusals.Translate(problem);
        }
    }

    /// <summary>Where the server keeps what was deleted, and for how long, is its operator's to say.</summary>
    public override Task<bool> ScrubAsync(CancellationToken ct) => Task.FromResult(true);

    public override async Task<StorageRefusal?> TryToWriteAsync(CancellationToken ct)
    {
        try
        {
            await WriteAsync(sql => { sql.Execute(Probe); }, ct).WaitAsync(ProbePatience, TimeProvider.System, ct);
            return null;
        }
        catch (StorageRefused refused)
        {
            return refused.Reason;
        }
        catch (TimeoutException)
        {
            return StorageRefusal.Away;
        }
    }

    public override void Dispose()
    {
        claim?.Dispose();
        source.Dispose();
        connections.Dispose();
    }

    private async Task<T> OnConnectionAsync<T>(Func<NpgsqlConnection, T> work, CancellationToken ct)
    {
        await connections.WaitAsync(ct);
        try
        {
            await using (var connection = await source.OpenConnectionAsync(ct))
            {
                try
                {
                    return work(connection);
                }
                catch (Exception problem) when (PostgresRefusals.IsCut(problem))
                {
                    // As after a restart of the server: the pool drops all that it has, and nothing of the work was committed.
                }
            }
            await using var fresh = await source.OpenConnectionAsync(ct);
            return work(fresh);
        }
        finally
        {
            connections.Release();
        }
    }

    private static T Commit<T>(NpgsqlConnection connection, Func<DbConnection, T> work)
    {
        using var transaction = connection.BeginTransaction(IsolationLevel.Serializable);
        var result = work(connection);
        try
        {
            transaction.Commit();
        }
        catch (Exception problem) when (PostgresRefusals.IsCut(problem))
        {
            // Nobody knows whether it was committed: not to be done anew.
            throw new StorageRefused(StorageRefusal.Away, problem);
        }
        return result;
    }
}
