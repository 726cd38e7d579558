using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace CoachBot.Storage;

/// <summary>
/// The one SQLite file. One connection writes, one reads; writers queue in the process, so that SQLite's own lock is never waited for,
/// and those that wait are committed together.
/// What <see cref="WriteAsync{T}"/> returned from has reached the disk.
/// </summary>
internal sealed class Database : IDisposable
{
    private readonly FileStream claim;
    private readonly PreparedConnection writer;
    private readonly PreparedConnection reader;
    private readonly WriteQueue writes;
    private readonly Lock reading = new();
    private bool disposed;

    private Database(FileStream claim, PreparedConnection writer, PreparedConnection reader)
    {
        this.claim = claim;
        this.writer = writer;
        this.reader = reader;
        writes = new WriteQueue(writer);
    }

    /// <summary>Opens the file, makes it ours alone and brings its schema up to date.</summary>
    /// <exception cref="StartupFailure">In use (75), corrupt (74), or not to be opened, not ours or newer than this program (78).</exception>
    public static Database Open(StorageOptions options)
    {
        var text = new SqliteConnectionStringBuilder(options.ConnectionString) { Pooling = false, ForeignKeys = true };
        var path = Path.GetFullPath(text.DataSource);
        text.DataSource = path;
        FileStream? claim = null;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            claim = Claim(path);
            var writer = Connect(text);
            Check(writer, path);
            Migrator.Migrate(text.ConnectionString, writer, path);
            return new Database(claim, writer, Connect(text));
        }
        catch (Exception problem)
        {
            claim?.Dispose();
            throw Explain(problem, path);
        }
    }

    /// <summary>Runs one transaction. It is committed when the work returns and rolled back when it throws.</summary>
    public Task<T> WriteAsync<T>(Func<DbConnection, T> work, CancellationToken ct) => writes.RunAsync(work, ct);

    public Task WriteAsync(Action<DbConnection> work, CancellationToken ct) => WriteAsync(sql => { work(sql); return true; }, ct);

    public Task<T> ReadAsync<T>(Func<DbConnection, T> work, CancellationToken ct)
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

    public void Dispose()
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
        claim.Dispose();
    }

    /// <summary>An exclusive lock beside the file; the system frees it when the process ends, however it ends.</summary>
    private static FileStream Claim(string path)
    {
        try
        {
            return new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException problem) when (problem is not (DirectoryNotFoundException or FileNotFoundException or PathTooLongException))
        {
            throw new StartupFailure(ExitCode.DatabaseInUse,
                $"Another CoachBot uses the database {path}. Stop it, or set Storage__ConnectionString to another file.");
        }
    }

    private static PreparedConnection Connect(SqliteConnectionStringBuilder text)
    {
        var connection = new SqliteConnection(text.ConnectionString);
        connection.Open();
        using var pragmas = connection.CreateCommand();
        pragmas.CommandText = """
            pragma journal_mode = wal;      -- readers and the writer do not wait for each other
            pragma synchronous = full;      -- an acknowledged check-in survives a power cut, not only a crash
            pragma foreign_keys = on;
            pragma busy_timeout = 5000;     -- a backup or a curious person may hold the file for a moment
            pragma secure_delete = on;      -- what is deleted is gone from the file too
            pragma trusted_schema = off;
            """;
        pragmas.ExecuteNonQuery();
        // The busy timeout is all the patience there is: the library would ask again and again for half a minute, and a stop has not that long.
        connection.DefaultTimeout = 1;
        return new PreparedConnection(connection);
    }

    private static void Check(DbConnection connection, string path)
    {
        var verdict = connection.ExecuteScalar<string>("pragma quick_check(1)");
        if (verdict != "ok") throw Corrupt(path, verdict ?? "no answer");
    }

    private static StartupFailure Explain(Exception problem, string path) => problem switch
    {
        StartupFailure failure => failure,
        SqliteException { SqliteErrorCode: 11 or 26 } corrupt => Corrupt(path, corrupt.Message),
        _ => new StartupFailure(ExitCode.Configuration,
            $"The database {path} cannot be opened: {problem.Message} Set Storage__ConnectionString to a place where this user may write."),
    };

    private static StartupFailure Corrupt(string path, string detail) => new(ExitCode.DatabaseCorrupt,
        $"The database {path} is damaged ({detail}). Nothing was changed. Put a backup in its place, or set Storage__ConnectionString to a new file.");
}
