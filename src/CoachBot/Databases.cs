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
