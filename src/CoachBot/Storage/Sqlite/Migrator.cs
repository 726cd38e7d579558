using System.Data.Common;
using DbUp;

namespace CoachBot.Storage.Sqlite;

/// <summary>Brings the schema of an SQLite file up to date.</summary>
internal static class Migrator
{
    private static readonly Scripts Scripts = new("sqlite");

    /// <summary>Whether it is a database of this program's, or still empty: a kill may have left it with nothing but the list of scripts.</summary>
    public static bool HasMade(DbConnection connection) =>
        Applied(connection).Contains(Scripts.First)
        || connection.ExecuteScalar<long>("select count(*) from sqlite_master where tbl_name <> 'SchemaVersions' and name not like 'sqlite_%'") == 0;

    /// <returns>Whether there is anything to do.</returns>
    /// <exception cref="StartupFailure">The database was made by a newer program.</exception>
    public static bool Pending(DbConnection connection, string path) => Scripts.ArePending(Applied(connection), path);

    public static void Migrate(string connectionString) => Scripts.Run(DeployChanges.To.SqliteDatabase(connectionString));

    private static HashSet<string> Applied(DbConnection connection)
    {
        var hasJournal = connection.ExecuteScalar<long>("select count(*) from sqlite_master where type = 'table' and name = 'SchemaVersions'") > 0;
        return hasJournal ? connection.Query<string>("select ScriptName from SchemaVersions").ToHashSet(StringComparer.Ordinal) : [];
    }
}
