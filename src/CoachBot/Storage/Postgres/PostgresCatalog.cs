using System.Data.Common;

namespace CoachBot.Storage.Postgres;

/// <summary>As PostgreSQL keeps it (https://www.postgresql.org/docs/current/catalogs.html).</summary>
internal sealed class PostgresCatalog : ICatalog
{
    public IReadOnlyList<string> Tables(DbConnection sql) => [.. sql.Query<string>(
        """
        select cast(relname as text) from pg_class
        where relkind = 'r' and relnamespace = cast(current_schema() as regnamespace) and relname <> 'schemaversions' order by oid
        """)];

    public long? LastId(DbConnection sql, string table) => sql.ExecuteScalar<long?>(
        """
        select pg_sequence_last_value(cast(pg_get_serial_sequence(table_name, column_name) as regclass)) from information_schema.columns
        where table_schema = current_schema() and is_identity = 'YES' and table_name = @table
        """,
        new { table });

    public void SetLastId(DbConnection sql, string table, long id) => sql.ExecuteScalar<long?>(
        """
        select setval(cast(pg_get_serial_sequence(table_name, column_name) as regclass), @id) from information_schema.columns
        where table_schema = current_schema() and is_identity = 'YES' and table_name = @table
        """,
        new { table, id });
}
