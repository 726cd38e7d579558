using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace CoachBot.Storage.Sqlite;

/// <summary>
/// Makes a file ours alone among the processes that ask like this. The lock lies on the file itself, so it does not matter by which name it was opened,
/// and the system frees it when the process ends, however it ends. It stands far behind the bytes that SQLite locks, and keeps nobody from reading.
/// </summary>
internal static class FileClaim
{
    private const long Place = long.MaxValue - 1;

    // fcntl.h and sys/file.h of Linux. A lock of the open file, and not of the process, which would lose it when it closes any other handle of the file.
    private const int OpenFileLock = 37;
    private const short WriteLock = 1;
    private const int ExclusiveAtOnce = 2 | 4;

    /// <returns>False when another process has it.</returns>
    public static bool TryTake(FileStream file)
    {
        if (OperatingSystem.IsWindows()) return TryLockRegion(file);
        var region = new Region { Type = WriteLock, Start = Place, Length = 1 };
        // Where there is no such lock, the older one on the whole file does.
        return (OperatingSystem.IsLinux() && Control(file.SafeFileHandle, OpenFileLock, ref region) == 0)
            || (!IsTaken(Marshal.GetLastPInvokeError()) && Lock(file.SafeFileHandle, ExclusiveAtOnce) == 0);
    }

    private static bool IsTaken(int error) => OperatingSystem.IsLinux() && error is 11 or 13;

    [System.Runtime.Versioning.SupportedOSPlatform("windows")]
    private static bool TryLockRegion(FileStream file)
    {
        try
        {
            file.Lock(Place, 1);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    [DllImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Control(SafeFileHandle file, int command, ref Region region);

    [DllImport("libc", EntryPoint = "flock", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Lock(SafeFileHandle file, int operation);

    /// <summary>struct flock, as 64-bit Linux has it.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Region
    {
        public short Type;
        public short Whence;
        public long Start;
        public long Length;
        public int Process;
    }
}
