using CoachBot.Storage;
using CoachBot.Storage.Sqlite;

namespace CoachBot.Tests.Storage;

/// <summary>A real database in a folder of its own, gone with the test.</summary>
internal sealed class TestDatabase : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("coachbot-test");

    public TestDatabase() => Database = SqliteDatabase.Open(Options);

    public Database Database { get; private set; }

    public string Path => System.IO.Path.Combine(folder.FullName, "coachbot.db");

    public StorageOptions Options => new() { ConnectionString = $"Data Source={Path}" };

    /// <summary>As after a restart of the program.</summary>
    public Database Reopen()
    {
        Database.Dispose();
        return Database = SqliteDatabase.Open(Options);
    }

    public Task<T?> ScalarAsync<T>(string query) => Database.ReadAsync(sql => sql.ExecuteScalar<T>(query), TestContext.Current.CancellationToken);

    public void Dispose()
    {
        Database.Dispose();
        folder.Delete(recursive: true);
    }
}
