using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CoachBot.Storage.Copying;

/// <summary>What a table holds, in a few bytes that do not depend on the order of its rows and columns, nor on the kind of its database.</summary>
/// <param name="Hash">Of all rows, each by its SHA-256, joined by exclusive or; rows have a key, so no two are alike.</param>
internal readonly record struct TableSum(long Rows, UInt128 Hash)
{
    public static TableSum Of(DbConnection sql, string table)
    {
        using var rows = DatabaseCopy.Select(sql, table);
        int[] columns = [.. Enumerable.Range(0, rows.FieldCount).OrderBy(rows.GetName, StringComparer.Ordinal)];
        var (count, sum) = (0L, UInt128.Zero);
        while (rows.Read())
        {
            var text = string.Join('\u0001', columns.Select(column => Plain(rows.GetValue(column))));
            var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text));
            sum ^= new UInt128(BitConverter.ToUInt64(hash, 0), BitConverter.ToUInt64(hash, 8));
            count++;
        }
        return new TableSum(count, sum);
    }

    private static string Plain(object value) => value switch
    {
        DBNull => "\u0000",
        bool yes => yes ? "1" : "0",
        byte[] bytes => Convert.ToHexString(bytes),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
