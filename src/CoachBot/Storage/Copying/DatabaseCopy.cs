using System.Data.Common;

namespace CoachBot.Storage.Copying;

/// <summary>Copies everything that one database holds into another, empty one of any kind, in one transaction, and holds the two against each other.</summary>
/// <param name="progress">Told after each table, and now and then in a long one: the table and how many of its rows are copied.</param>
internal sealed class DatabaseCopy(Database from, Database to, Action<string, long> progress)
{
    private const int RowsBetweenNews = 50_000;

    /// <returns>How many rows were copied.</returns>
    /// <exception cref="StartupFailure">The target is not empty, or does not hold afterwards what the source holds; then nothing was changed.</exception>
    public Task<long> RunAsync(CancellationToken ct) =>
        // The source is read on the thread of the target's transaction: neither can end before the other.
        from.ReadAsync(source => to.WriteAsync(target => Copy(source, target, ct), ct).GetAwaiter().GetResult(), ct);

    private long Copy(DbConnection source, DbConnection target, CancellationToken ct)
    {
        var tables = from.Catalog.Tables(source);
        foreach (var table in to.Catalog.Tables(target)) MustBeEmpty(target, table);
        var all = 0L;
        foreach (var table in tables)
        {
            all += Copy(source, target, table, ct);
            if (from.Catalog.LastId(source, table) is { } id) to.Catalog.SetLastId(target, table, id);
            MustBeEqual(source, target, table);
        }
        return all;
    }

    private long Copy(DbConnection source, DbConnection target, string table, CancellationToken ct)
    {
        using var rows = Select(source, table);
        using var insert = new TableInsert(target, table, [.. Enumerable.Range(0, rows.FieldCount).Select(rows.GetName)]);
        var count = 0L;
        while (rows.Read())
        {
            ct.ThrowIfCancellationRequested();
            insert.Add(rows);
            if (++count % RowsBetweenNews == 0) progress(table, count);
        }
        progress(table, count);
        return count;
    }

    private static void MustBeEmpty(DbConnection target, string table)
    {
        using var rows = Select(target, table);
        if (!rows.Read()) return;
        throw new StartupFailure(ExitCode.Configuration,
            $"The database to copy to is not empty: {table} has rows. Nothing was changed. Name a new one.");
    }

    private static void MustBeEqual(DbConnection source, DbConnection target, string table)
    {
        if (TableSum.Of(source, table) == TableSum.Of(target, table)) return;
        throw new StartupFailure(ExitCode.Configuration, $"The copy of {table} is not what was copied. Nothing was changed; please report it.");
    }

    internal static DbDataReader Select(DbConnection sql, string table)
    {
        using var command = sql.CreateCommand();
        command.CommandText = "select * from " + table;
        return command.ExecuteReader();
    }
}
