using System.Data.Common;

namespace CoachBot.Storage;

/// <summary>What a copy from one kind of database into another asks of each.</summary>
internal interface ICatalog
{
    /// <summary>Our tables, but the list of scripts; one that refers to another comes after it.</summary>
    IReadOnlyList<string> Tables(DbConnection sql);

    /// <summary>The highest id that the table has given so far, also to a row that is gone: ids are never given again. Null where it gives none.</summary>
    long? LastId(DbConnection sql, string table);

    void SetLastId(DbConnection sql, string table, long id);
}
