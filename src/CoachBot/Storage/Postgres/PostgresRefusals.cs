using Npgsql;

namespace CoachBot.Storage.Postgres;

/// <summary>What PostgreSQL's error codes (https://www.postgresql.org/docs/current/errcodes-appendix.html) mean for us.</summary>
internal static class PostgresRefusals
{
    /// <summary>Another transaction was in the way: the same work done anew may go through.</summary>
    public static bool IsConflict(Exception problem) =>
        problem is PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected };

    /// <summary>The connection was broken off by the other side; it may have been so for a while.</summary>
    public static bool IsCut(Exception problem) => problem
        is PostgresException { SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown }
        or NpgsqlException { InnerException: IOException and not { InnerException: TimeoutException } };

    /// <summary>Null: nothing outside the program is the cause, so the statement is.</summary>
    public static StorageRefusal? Of(Exception problem) => problem switch
    {
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => StorageRefusal.Full,
        PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction } => StorageRefusal.ReadOnly,
        PostgresException { SqlState: PostgresErrorCodes.IoError } => StorageRefusal.Io,
        PostgresException { SqlState: PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted } => StorageRefusal.Corrupt,
        PostgresException { SqlState: PostgresErrorCodes.TooManyConnections } => StorageRefusal.Crowded,
        PostgresException refused when IsConflict(refused) || refused.SqlState == PostgresErrorCodes.LockNotAvailable => StorageRefusal.Locked,
        // Class 57: somebody stops or starts the server. Class 08: the line broke.
        PostgresException refused => refused.SqlState[..2] is "57" or "08" ? StorageRefusal.Away : null,
        NpgsqlException or TimeoutException => StorageRefusal.Away,
        _ => null,
    };

    /// <summary>The same problem in the words of the room's face.</summary>
    public static Exception Translate(Exception problem) => Of(problem) is { } reason ? new StorageRefused(reason, problem) : problem;
}
