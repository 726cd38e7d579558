using System.Data.Common;
using DbUp;
using Npgsql;

namespace CoachBot.Storage.Postgres;

/// <summary>Brings the schema of a PostgreSQL database up to date. Programs that start at once take turns, so that each script runs once.</summary>
internal static class PostgresMigrator
{
    /// <summary>Names the lock; any number that nobody else uses in this database.</summary>
    private const long Turn = 727001;

    private static readonly Scripts Scripts = new("postgres");

    /// <summary>Whether it is a database of this program's, or still without tables.</summary>
    public static bool HasMade(DbConnection connection) => Applied(connection).Contains(Scripts.First)
        || connection.ExecuteScalar<long>(
            "select count(*) from information_schema.tables where table_schema = current_schema() and table_name <> 'schemaversions'") == 0;

    /// <returns>Whether there is anything to do.</returns>
    /// <exception cref="StartupFailure">The database was made by a newer program.</exception>
    public static bool Pending(DbConnection connection, string name) => Scripts.ArePending(Applied(connection), name);

    /// <param name="connection">Holds the turn; the scripts run on another one.</param>
    public static void Migrate(NpgsqlConnection connection, string connectionString, string name)
    {
        connection.Execute("select pg_advisory_lock(@Turn)", new { Turn });
        try
        {
            if (Pending(connection, name)) Scripts.Run(DeployChanges.To.PostgresqlDatabase(connectionString));
        }
        finally
        {
            connection.Execute("select pg_advisory_unlock(@Turn)", new { Turn });
        }
    }

    private static HashSet<string> Applied(DbConnection connection)
    {
        var hasJournal = connection.ExecuteScalar<long>(
            "select count(*) from information_schema.tables where table_schema = current_schema() and table_name = 'schemaversions'") > 0;
        return hasJournal ? connection.Query<string>("select scriptname from schemaversions").ToHashSet(StringComparer.Ordinal) : [];
    }
}
