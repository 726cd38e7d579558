using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CoachBot.Storage;

/// <summary>Whether a connection string is one, and how it may be shown.</summary>
internal static class ConnectionStrings
{
    /// <summary>A database in memory would be gone with the program.</summary>
    public static bool NamesAFile(string text)
    {
        try
        {
            var source = new SqliteConnectionStringBuilder(text).DataSource;
            return !string.IsNullOrWhiteSpace(source) && !source.Contains(":memory:", StringComparison.Ordinal);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    public static bool NamesAServer(string text)
    {
        try
        {
            return !string.IsNullOrWhiteSpace(new NpgsqlConnectionStringBuilder(text).Host);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>With every value that may be a secret left out; one that cannot be read is not shown at all.</summary>
    public static string Masked(string text)
    {
        try
        {
            var parts = new DbConnectionStringBuilder { ConnectionString = text };
            var secrets = parts.Keys.Cast<string>().Where(IsSecret).ToList();
            foreach (var key in secrets) parts[key] = "***";
            return secrets.Count > 0 ? parts.ConnectionString : text;
        }
        catch (ArgumentException)
        {
            return text.Contains('=', StringComparison.Ordinal) || text.Contains("://", StringComparison.Ordinal) ? "(hidden)" : text;
        }
    }

    private static bool IsSecret(string key) => ((string[])["password", "pwd", "passphrase", "passfile", "secret", "token", "key"])
        .Any(word => key.Contains(word, StringComparison.OrdinalIgnoreCase)) && !key.Contains("keys", StringComparison.OrdinalIgnoreCase);
}
