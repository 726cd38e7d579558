using System.Globalization;
using CoachBot.Storage;
using CoachBot.Tests.EndToEnd;
using Microsoft.Data.Sqlite;

namespace CoachBot.Tests.Faults;

/// <summary>A bot's database, as a person with a tool would read it or hold it.</summary>
internal static class DatabaseFile
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<SqliteConnection> OpenAsync(string folder)
    {
        var connection = new SqliteConnection($"{BotProcess.Connection(folder)};Pooling=false");
        await connection.OpenAsync(Ct);
        return connection;
    }

    /// <summary>Holds SQLite's own lock for writing, as a backup program might.</summary>
    public static async Task<SqliteConnection> HoldAsync(string folder)
    {
        var connection = await OpenAsync(folder);
        connection.Execute("begin immediate");
        return connection;
    }

    public static long Count(string folder, string query) => long.Parse(Text(folder, query), CultureInfo.InvariantCulture);

    public static string Text(string folder, string query)
    {
        using var connection = new SqliteConnection($"{BotProcess.Connection(folder)};Mode=ReadOnly;Pooling=false");
        connection.Open();
        return connection.ExecuteScalar<string>(query)!;
    }

    public static void AssertWhole(string folder) => Assert.Equal("ok", Text(folder, "pragma integrity_check"));
}
