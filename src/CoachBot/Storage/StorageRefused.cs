namespace CoachBot.Storage;

/// <summary>The database could not be written or read, for a reason that lies outside the program; nothing of the work was kept.</summary>
internal sealed class StorageRefused(StorageRefusal reason, Exception cause) : Exception($"The database refused: {reason}", cause)
{
    public StorageRefusal Reason { get; } = reason;
}

internal enum StorageRefusal
{
    /// <summary>The disk is full.</summary>
    Full,

    /// <summary>The file, its folder or the disk may only be read.</summary>
    ReadOnly,

    /// <summary>The disk could not be read or written.</summary>
    Io,

    /// <summary>Another program holds the file.</summary>
    Locked,

    /// <summary>The file was deleted, moved or replaced.</summary>
    Gone,

    /// <summary>The file is not, or no longer, a sound database.</summary>
    Corrupt,

    /// <summary>The server cannot be reached, or is being stopped or started.</summary>
    Away,

    /// <summary>The server has no connection left.</summary>
    Crowded,
}
