using System.Data.Common;

namespace CoachBot.Storage.Sqlite;

/// <summary>As SQLite keeps it (https://www.sqlite.org/schematab.html, https://www.sqlite.org/autoinc.html).</summary>
internal sealed class SqliteCatalog : ICatalog
{
    public IReadOnlyList<string> Tables(DbConnection sql) => [.. sql.Query<string>(
        "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name <> 'SchemaVersions' order by rowid")];

    public long? LastId(DbConnection sql, string table) => sql.ExecuteScalar<long?>("select seq from sqlite_sequence where name = @table", new { table });

    public void SetLastId(DbConnection sql, string table, long id)
    {
        sql.Execute("delete from sqlite_sequence where name = @table", new { table });
        sql.Execute("insert into sqlite_sequence (name, seq) values (@table, @id)", new { table, id });
    }
}
