using System.Data.Common;
using System.Reflection;
using DbUp;
using DbUp.Engine.Output;

namespace CoachBot.Storage.Sqlite;

/// <summary>Brings the schema up to date: numbered scripts, forward only, each in its own transaction, run and remembered by DbUp.</summary>
internal static class Migrator
{
    private const string Prefix = "sqlite/";

    /// <summary>Whether it is a database of this program's, or still empty: a kill may have left it with nothing but the list of scripts.</summary>
    public static bool HasMade(DbConnection connection) =>
        Applied(connection).Contains(Scripts().Min(StringComparer.Ordinal)!)
        || connection.ExecuteScalar<long>("select count(*) from sqlite_master where tbl_name <> 'SchemaVersions' and name not like 'sqlite_%'") == 0;

    /// <returns>Whether there is anything to do.</returns>
    /// <exception cref="StartupFailure">The database was made by a newer program.</exception>
    public static bool Pending(DbConnection connection, string path)
    {
        var (known, applied) = (Scripts(), Applied(connection));
        var newer = applied.Except(known).Order(StringComparer.Ordinal).ToList();
        if (newer.Count == 0) return !applied.IsSupersetOf(known);
        throw new StartupFailure(ExitCode.Configuration,
            $"The database {path} was made by a newer CoachBot (it has {newer[^1]}). Nothing was changed. Start that version, or name another database.");
    }

    public static void Migrate(string connectionString)
    {
        var result = DeployChanges.To.SqliteDatabase(connectionString)
            .WithScriptsEmbeddedInAssembly(Assembly.GetExecutingAssembly(), name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .WithTransactionPerScript()
            .WithVariablesDisabled()
            .LogTo(new NoOpUpgradeLog())
            .Build()
            .PerformUpgrade();
        if (!result.Successful) throw result.Error;
    }

    private static HashSet<string> Scripts() => Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);

    private static HashSet<string> Applied(DbConnection connection)
    {
        var hasJournal = connection.ExecuteScalar<long>("select count(*) from sqlite_master where type = 'table' and name = 'SchemaVersions'") > 0;
        return hasJournal ? connection.Query<string>("select ScriptName from SchemaVersions").ToHashSet(StringComparer.Ordinal) : [];
    }
}
