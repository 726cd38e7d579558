using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace CoachBot.Storage.Sqlite;

/// <summary>The file that a connection string names: made for this user alone, ours or nobody's, and what is wrong with it in one sentence.</summary>
internal sealed class SqliteFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Less than this is gone with the next few writes.</summary>
    private const long LeastRoom = 64 * 1024;

    public SqliteFile(string connectionString)
    {
        // Half a minute would be the library's own patience.
        var text = new SqliteConnectionStringBuilder(connectionString) { Pooling = false, ForeignKeys = true, DefaultTimeout = 5 };
        Path = System.IO.Path.GetFullPath(text.DataSource);
        text.DataSource = Path;
        ConnectionString = text.ConnectionString;
    }

    public string Path { get; }

    public string ConnectionString { get; }

    public bool Exists => File.Exists(Path);

    /// <summary>The top of the disk has no folder above it, and is no place for a file either.</summary>
    private string Folder => System.IO.Path.GetDirectoryName(Path) ?? Path;

    /// <summary>Whether a few more writes fit on the disk. What cannot be told is hoped for.</summary>
    public bool HasRoom
    {
        get
        {
            try
            {
                return new DriveInfo(Folder).AvailableFreeSpace >= LeastRoom;
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException)
            {
                return true;
            }
        }
    }

    /// <summary>What works, but should be changed: who trains when is nobody else's business.</summary>
    public static IEnumerable<string> Warnings(string connectionString)
    {
        if (OperatingSystem.IsWindows()) yield break;
        var path = new SqliteFile(connectionString).Path;
        foreach (var file in (string[])[path, path + "-wal"])
        {
            if (!File.Exists(file) || !File.GetUnixFileMode(file).HasFlag(UnixFileMode.OtherRead)) continue;
            yield return $"The database file {file} can be read by everybody on this machine. Give it to the bot's user alone: chmod 600.";
        }
    }

    /// <summary>Makes the file where there is none, and takes it for this process.</summary>
    public FileStream Claim()
    {
        Directory.CreateDirectory(Folder);
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite | FileShare.Delete };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        var file = new FileStream(Path, options);
        if (FileClaim.TryTake(file)) return file;
        file.Dispose();
        throw new StartupFailure(ExitCode.DatabaseInUse,
            $"Another CoachBot uses the database {Path}. Stop it, or set Storage__ConnectionString to another file.");
    }

    /// <summary>Where the database would be made, another file for a trial, with all else that the connection string says.</summary>
    /// <exception cref="IOException">Nothing can be made there.</exception>
    public SqliteFile ForATrial()
    {
        if (Directory.Exists(Path)) throw new IOException("It is a folder.");
        var folder = Folder;
        while (!Directory.Exists(folder))
        {
            if (File.Exists(folder)) throw new IOException($"{folder} is a file.");
            folder = System.IO.Path.GetDirectoryName(folder)!;
        }
        var place = System.IO.Path.Combine(folder, System.IO.Path.GetRandomFileName());
        return new SqliteFile(new SqliteConnectionStringBuilder(ConnectionString) { DataSource = place }.ConnectionString);
    }

    public void Delete()
    {
        foreach (var part in (string[])["", "-wal", "-shm"]) File.Delete(Path + part);
    }

    /// <summary>Before anything is changed in it: a file of another program is not adopted.</summary>
    public void MustBeOurs(DbConnection connection)
    {
        if (Migrator.HasMade(connection)) return;
        throw new StartupFailure(ExitCode.Configuration,
            $"The file {Path} is a database of another program. Nothing was changed. "
            + "Set Storage__ConnectionString to a file of CoachBot's own, or to a new one.");
    }

    /// <exception cref="StartupFailure">It is damaged, was made by a newer program, or a script failed.</exception>
    public void Migrate(DbConnection connection)
    {
        var verdict = connection.ExecuteScalar<string>("pragma quick_check(1)");
        if (verdict != "ok") throw Corrupt(verdict ?? "no answer");
        if (Migrator.Pending(connection, Path)) Migrator.Migrate(ConnectionString);
    }

    /// <summary>What a person who starts the program is told.</summary>
    public StartupFailure Explain(Exception problem) => problem as StartupFailure ?? SqliteRefusals.Of(problem) switch
    {
        // Where SQLite makes its other files it says "I/O error" for that, too.
        StorageRefusal.Full or StorageRefusal.Io or StorageRefusal.Gone when !HasRoom => Full(),
        StorageRefusal.Corrupt => Corrupt(problem.Message),
        StorageRefusal.Io => new StartupFailure(ExitCode.DatabaseCorrupt,
            $"The disk that holds the database {Path} cannot be read or written ({problem.Message}). Look after the disk, then start again."),
        StorageRefusal.Locked => new StartupFailure(ExitCode.DatabaseInUse,
            $"Another program holds the database {Path} locked. Close it (a backup, an SQLite shell), then start again."),
        StorageRefusal.Full => Full(),
        StorageRefusal.ReadOnly => new StartupFailure(ExitCode.Configuration,
            $"The database {Path} may be read but not written. Let this user write it and its folder, or set Storage__ConnectionString to another place."),
        _ when problem is IOException && !HasRoom => Full(),
        _ => new StartupFailure(ExitCode.Configuration,
            $"The database {Path} cannot be opened: {problem.Message} Set Storage__ConnectionString to a place where this user may write."),
    };

    private StartupFailure Full() => new(ExitCode.Configuration, $"The disk that holds the database {Path} is full. Make room, then start again.");

    private StartupFailure Corrupt(string detail) => new(ExitCode.DatabaseCorrupt,
        $"The database {Path} is damaged ({detail}). Nothing was changed. Put a backup in its place, or set Storage__ConnectionString to a new file.");
}
