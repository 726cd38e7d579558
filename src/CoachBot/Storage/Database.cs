using System.Data.Common;

namespace CoachBot.Storage;

/// <summary>
/// The database as stores see it: transactions over a <see cref="DbConnection"/>, and what the nights and the health check need. Each kind of
/// database is a folder beside this file and derives from it.
/// </summary>
internal abstract class Database : IDisposable
{
    /// <summary>For a copy into another database.</summary>
    public abstract ICatalog Catalog { get; }

    /// <summary>
    /// Runs one transaction. It is committed when the work returns and rolled back when it throws; what it returned from has reached the disk.
    /// </summary>
    /// <exception cref="StorageRefused">The database cannot be written; nothing of it was kept.</exception>
    public abstract Task<T> WriteAsync<T>(Func<DbConnection, T> work, CancellationToken ct);

    public Task WriteAsync(Action<DbConnection> work, CancellationToken ct) => WriteAsync(sql => { work(sql); return true; }, ct);

    /// <exception cref="StorageRefused">The database cannot be read.</exception>
    public abstract Task<T> ReadAsync<T>(Func<DbConnection, T> work, CancellationToken ct);

    /// <summary>Makes sure that what was deleted is gone from the disk too, and not only from the tables.</summary>
    /// <returns>False when somebody who reads the database stands in the way.</returns>
    public abstract Task<bool> ScrubAsync(CancellationToken ct);

    /// <summary>Tries to write.</summary>
    /// <returns>Why it cannot be done; null when it can.</returns>
    public abstract Task<StorageRefusal?> TryToWriteAsync(CancellationToken ct);

    public abstract void Dispose();
}
