using System.Data.Common;

namespace CoachBot.Operations;

/// <summary>Connection strings as they may be shown.</summary>
internal static class ConnectionStrings
{
    /// <summary>With every value that may be a secret left out; one that cannot be read is not shown at all.</summary>
    public static string Masked(string text)
    {
        try
        {
            var parts = new DbConnectionStringBuilder { ConnectionString = text };
            foreach (string key in parts.Keys.Cast<string>().ToList())
            {
                if (IsSecret(key)) parts[key] = "***";
            }
            return parts.ConnectionString;
        }
        catch (ArgumentException)
        {
            return text.Contains('=', StringComparison.Ordinal) || text.Contains("://", StringComparison.Ordinal) ? "(hidden)" : text;
        }
    }

    private static bool IsSecret(string key) => ((string[])["password", "pwd", "passphrase", "passfile", "secret", "token", "key"])
        .Any(word => key.Contains(word, StringComparison.OrdinalIgnoreCase)) && !key.Contains("keys", StringComparison.OrdinalIgnoreCase);
}
