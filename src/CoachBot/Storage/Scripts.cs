using System.Reflection;
using DbUp.Builder;
using DbUp.Engine.Output;

namespace CoachBot.Storage;

/// <summary>
/// The numbered scripts of one kind of database, forward only, each in its own transaction, run and remembered by DbUp. Each kind has a folder of them,
/// with the same numbers and names.
/// </summary>
internal sealed class Scripts(string kind)
{
    private readonly string prefix = kind + "/";

    public IReadOnlySet<string> Names => Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);

    public string First => Names.Min(StringComparer.Ordinal)!;

    /// <param name="database">What a person is told the database is: its path, or its name and server.</param>
    /// <returns>Whether there is anything to do.</returns>
    /// <exception cref="StartupFailure">The database was made by a newer program.</exception>
    public bool ArePending(IReadOnlySet<string> applied, string database)
    {
        var newer = applied.Except(Names).Order(StringComparer.Ordinal).ToList();
        if (newer.Count == 0) return !applied.IsSupersetOf(Names);
        throw new StartupFailure(ExitCode.Configuration,
            $"The database {database} was made by a newer CoachBot (it has {newer[^1]}). Nothing was changed. Start that version, or name another database.");
    }

    public void Run(UpgradeEngineBuilder target)
    {
        var result = target
            .WithScriptsEmbeddedInAssembly(Assembly.GetExecutingAssembly(), name => name.StartsWith(prefix, StringComparison.Ordinal))
            .WithTransactionPerScript()
            .WithVariablesDisabled()
            .LogTo(new NoOpUpgradeLog())
            .Build()
            .PerformUpgrade();
        if (!result.Successful) throw result.Error;
    }
}
