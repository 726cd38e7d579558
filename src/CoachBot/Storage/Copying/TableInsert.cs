using System.Data.Common;
using System.Globalization;

namespace CoachBot.Storage.Copying;

/// <summary>Rows for one table, whose columns may be of other types than where the rows come from: SQLite keeps yes and no as numbers.</summary>
internal sealed class TableInsert : IDisposable
{
    private readonly DbCommand command;
    private readonly Type[] types;

    public TableInsert(DbConnection target, string table, IReadOnlyList<string> columns)
    {
        types = Types(target, table, columns);
        command = target.CreateCommand();
        command.CommandText =
            "insert into " + table + " (" + string.Join(", ", columns) + ") values (" + string.Join(", ", columns.Select((_, number) => "@p" + number)) + ")";
        for (var number = 0; number < columns.Count; number++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@p" + number;
            command.Parameters.Add(parameter);
        }
    }

    public void Add(DbDataReader row)
    {
        for (var number = 0; number < types.Length; number++)
        {
            var value = row.GetValue(number);
            command.Parameters[number].Value = value is DBNull || types[number].IsInstanceOfType(value)
                ? value
                : Convert.ChangeType(value, types[number], CultureInfo.InvariantCulture);
        }
        command.ExecuteNonQuery();
    }

    public void Dispose() => command.Dispose();

    private static Type[] Types(DbConnection target, string table, IReadOnlyList<string> columns)
    {
        using var empty = DatabaseCopy.Select(target, table);
        return [.. columns.Select(column => empty.GetFieldType(empty.GetOrdinal(column)))];
    }
}
