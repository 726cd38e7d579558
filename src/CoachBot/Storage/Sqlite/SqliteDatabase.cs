using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace CoachBot.Storage.Sqlite;

/// <summary>
/// The one SQLite file. One connection writes, one reads; writers queue in the process, so that SQLite's own lock is never waited for,
/// and those that wait are committed together.
/// </summary>
internal sealed class SqliteDatabase : Database
{
    private static readonly TimeSpan ProbePatience = TimeSpan.FromSeconds(2);

    /// <summary>Changes nothing, and is written all the same.</summary>
    private const string Probe = "pragma user_version = 0";

    private const string Pragmas =
        """
        pragma busy_timeout = 5000;     -- a backup or a curious person may hold the file for a moment
        pragma journal_mode = wal;      -- readers and the writer do not wait for each other
        pragma synchronous = full;      -- an acknowledged check-in survives a power cut, not only a crash
        pragma foreign_keys = on;
        pragma secure_delete = on;      -- what is deleted is gone from the file too
        pragma trusted_schema = off;
        """;

    private readonly FileStream claim;
    private readonly SqliteFile file;
    private readonly PreparedConnection writer;
    private readonly PreparedConnection reader;
    private readonly WriteQueue writes;
    private readonly Lock reading = new();
    private bool disposed;

    private SqliteDatabase(FileStream claim, SqliteFile file, PreparedConnection writer)
    {
        (this.claim, this.file, this.writer) = (claim, file, writer);
        reader = Connect(file);
        writes = new WriteQueue(writer);
    }

    /// <summary>Opens the file, makes it ours alone and brings its schema up to date.</summary>
    /// <exception cref="StartupFailure">It cannot be used.</exception>
    public static SqliteDatabase Open(StorageOptions options)
    {
        var file = new SqliteFile(options.ConnectionString);
        FileStream? claim = null;
        PreparedConnection? writer = null;
        try
        {
            claim = file.Claim();
            writer = Connect(file);
            file.Migrate(writer);
            TryToWrite(writer);
            return new SqliteDatabase(claim, file, writer);
        }
        catch (Exception problem)
        {
            writer?.Dispose();
            claim?.Dispose();
            throw file.Explain(problem);
        }
    }

    /// <summary>All that <see cref="Open"/> would find wrong, without making a file or changing one.</summary>
    /// <exception cref="StartupFailure">It could not be used.</exception>
    public static void Check(StorageOptions options)
    {
        var file = new SqliteFile(options.ConnectionString);
        try
        {
            if (!file.Exists)
            {
                TryToMake(file.ForATrial());
                return;
            }
            using var claim = file.Claim();
            using var connection = Connect(file);
            Migrator.Pending(connection, file.Path);
            TryToWrite(connection);
        }
        catch (Exception problem)
        {
            throw file.Explain(problem);
        }
    }

    public override ICatalog Catalog { get; } = new SqliteCatalog();

    public override Task<T> WriteAsync<T>(Func<DbConnection, T> work, CancellationToken ct) => writes.RunAsync(work, ct);

    public override Task<T> ReadAsync<T>(Func<DbConnection, T> work, CancellationToken ct)
    {
        if (ct.IsCancellationRequested) return Task.FromCanceled<T>(ct);
        try
        {
            // A look takes microseconds: to wait for another one costs less than to give the thread away.
            lock (reading)
            {
                ObjectDisposedException.ThrowIf(disposed, this);
                return Task.FromResult(work(reader));
            }
        }
        catch (Exception problem)
        {
            return Task.FromException<T>(SqliteRefusals.Translate(problem));
        }
    }

    /// <summary>What is deleted is overwritten (secure_delete), but the log holds it, too, until it is emptied.</summary>
    public override Task<bool> ScrubAsync(CancellationToken ct) => Task.Run(
        () =>
        {
            using var connection = Connect(file);
            return connection.ExecuteScalar<long>("pragma wal_checkpoint(truncate)") == 0;
        },
        ct);

    public override async Task<StorageRefusal?> TryToWriteAsync(CancellationToken ct)
    {
        try
        {
            await WriteAsync(sql => { sql.Execute(Probe); }, ct).WaitAsync(ProbePatience, TimeProvider.System, ct);
            return file.HasRoom ? null : StorageRefusal.Full;
        }
        catch (StorageRefused refused)
        {
            return refused.Reason;
        }
        catch (TimeoutException)
        {
            return StorageRefusal.Locked;
        }
    }

    public override void Dispose()
    {
        // What is under way finishes; what comes later is told that the database is closed.
        lock (reading)
        {
            if (disposed) return;
            disposed = true;
            reader.Dispose();
        }
        writes.Close();
        writer.Dispose();
        // Last: to close a handle of the file gives up SQLite's own locks on it.
        claim.Dispose();
    }

    private static void TryToMake(SqliteFile trial)
    {
        try
        {
            using var claim = trial.Claim();
            using var connection = Connect(trial);
            TryToWrite(connection);
        }
        finally
        {
            trial.Delete();
        }
    }

    private static void TryToWrite(PreparedConnection connection)
    {
        connection.Execute("begin immediate");
        connection.Execute(Probe);
        connection.Execute("commit");
    }

    private static PreparedConnection Connect(SqliteFile file)
    {
        var opened = new SqliteConnection(file.ConnectionString);
        opened.Open();
        // The busy timeout is all the patience there is: the library would ask again after it, and a stop has not that long.
        opened.DefaultTimeout = 1;
        var connection = new PreparedConnection(opened);
        try
        {
            file.MustBeOurs(connection);
            connection.Execute(Pragmas);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
