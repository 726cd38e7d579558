using CoachBot.Storage;
using CoachBot.Storage.Postgres;
using CoachBot.Storage.Sqlite;

namespace CoachBot;

/// <summary>The kinds of database there are, by the name that the settings give them.</summary>
internal static class Databases
{
    /// <summary>Opens the database and brings its schema up to date.</summary>
    /// <exception cref="StartupFailure">It cannot be used.</exception>
    public static Database Open(StorageOptions options) => options.Provider == StorageOptions.Postgres
        ? PostgresDatabase.Open(options, TimeProvider.System)
        : SqliteDatabase.Open(options);

    /// <summary>The database that a connection string names, whatever its kind.</summary>
    /// <exception cref="StartupFailure">It names none.</exception>
    public static StorageOptions Named(string connectionString) => ConnectionStrings.NamesAServer(connectionString)
        ? new() { Provider = StorageOptions.Postgres, ConnectionString = connectionString }
        : ConnectionStrings.NamesAFile(connectionString)
            ? new() { ConnectionString = connectionString }
            : throw new StartupFailure(ExitCode.Configuration,
                "That names no database. Write Host=db.example.org;Database=coachbot;Username=coachbot for a server, or Data Source=copy.db for a file.");

    /// <summary>All that <see cref="Open"/> would find wrong, without changing anything.</summary>
    /// <exception cref="StartupFailure">It could not be used.</exception>
    public static void Check(StorageOptions options)
    {
        if (options.Provider == StorageOptions.Postgres) PostgresDatabase.Check(options);
        else SqliteDatabase.Check(options);
    }

    /// <summary>What works, but should be changed.</summary>
    public static IEnumerable<string> Warnings(StorageOptions options) =>
        options.Provider == StorageOptions.Postgres ? [] : SqliteFile.Warnings(options.ConnectionString);
}
