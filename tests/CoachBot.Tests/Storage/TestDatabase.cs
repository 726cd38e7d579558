using CoachBot.Storage;
using CoachBot.Storage.Postgres;
using CoachBot.Storage.Sqlite;

namespace CoachBot.Tests.Storage;

public enum DatabaseKind
{
    Sqlite,
    Postgres,
}

/// <summary>A real database of its own, gone with the test.</summary>
internal sealed class TestDatabase : IDisposable
{
    private readonly DatabaseKind kind;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("coachbot-test");

    public TestDatabase(DatabaseKind kind = DatabaseKind.Sqlite)
    {
        this.kind = kind;
        Options = new() { ConnectionString = kind == DatabaseKind.Postgres ? PostgresCluster.NewDatabase() : $"Data Source={Path}" };
        Database = Open();
    }

    public Database Database { get; private set; }

    /// <summary>Of an SQLite file.</summary>
    public string Path => System.IO.Path.Combine(folder.FullName, "coachbot.db");

    public StorageOptions Options { get; }

    /// <summary>As after a restart of the program.</summary>
    public Database Reopen()
    {
        Database.Dispose();
        return Database = Open();
    }

    public Task<T?> ScalarAsync<T>(string query) => Database.ReadAsync(sql => sql.ExecuteScalar<T>(query), TestContext.Current.CancellationToken);

    public void Dispose()
    {
        Database.Dispose();
        folder.Delete(recursive: true);
    }

    private Database Open() => kind == DatabaseKind.Postgres ? PostgresDatabase.Open(Options, TimeProvider.System) : SqliteDatabase.Open(Options);
}
