using System.Data.Common;
using System.Reflection;
using DbUp;
using DbUp.Engine.Output;

namespace CoachBot.Storage;

/// <summary>Brings the schema up to date: numbered scripts, forward only, each in its own transaction, run and remembered by DbUp.</summary>
internal static class Migrator
{
    private const string Prefix = "sqlite/";

    /// <exception cref="StartupFailure">The database was made by a newer program, or a script failed.</exception>
    public static void Migrate(string connectionString, DbConnection connection, string path)
    {
        var known = Scripts();
        var applied = Applied(connection);
        var newer = applied.Except(known).Order(StringComparer.Ordinal).ToList();
        if (newer.Count > 0)
        {
            throw new StartupFailure(ExitCode.Configuration,
                $"The database {path} was made by a newer CoachBot (it has {newer[^1]}). Nothing was changed. Start that version, or name another database.");
        }
        if (applied.IsSupersetOf(known)) return;

        var result = DeployChanges.To.SqliteDatabase(connectionString)
            .WithScriptsEmbeddedInAssembly(Assembly.GetExecutingAssembly(), name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .WithTransactionPerScript()
            .WithVariablesDisabled()
            .LogTo(new NoOpUpgradeLog())
            .Build()
            .PerformUpgrade();
        if (!result.Successful)
        {
            throw new StartupFailure(ExitCode.Configuration, $"The database {path} could not be brought up to date: {result.Error.Message}");
        }
    }

    private static HashSet<string> Scripts() => Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);

    private static HashSet<string> Applied(DbConnection connection)
    {
        var hasJournal = connection.ExecuteScalar<long>("select count(*) from sqlite_master where type = 'table' and name = 'SchemaVersions'") > 0;
        return hasJournal ? connection.Query<string>("select ScriptName from SchemaVersions").ToHashSet(StringComparer.Ordinal) : [];
    }
}
