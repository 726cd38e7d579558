using Microsoft.Data.Sqlite;

namespace CoachBot.Storage.Sqlite;

/// <summary>What SQLite's result codes (https://www.sqlite.org/rescode.html) mean for us.</summary>
internal static class SqliteRefusals
{
    /// <summary>Null: nothing outside the program is the cause, so the statement is.</summary>
    public static StorageRefusal? Of(Exception problem) => (problem as SqliteException)?.SqliteErrorCode switch
    {
        5 or 6 => StorageRefusal.Locked,
        8 => StorageRefusal.ReadOnly,
        10 => StorageRefusal.Io,
        11 or 26 => StorageRefusal.Corrupt,
        13 => StorageRefusal.Full,
        14 => StorageRefusal.Gone,
        _ => null,
    };

    /// <summary>The same problem in the words of the room's face.</summary>
    public static Exception Translate(Exception problem) => Of(problem) is { } reason ? new StorageRefused(reason, problem) : problem;
}
