using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace CoachBot.Storage.Sqlite;

/// <summary>
/// Whether the files that are open are still the ones that have their names. SQLite goes on happily with a database that was deleted or replaced:
/// what is written then is in no file that anybody will open again.
/// </summary>
internal sealed class OpenFile(SqliteConnection connection)
{
    // sqlite3.h; https://www.sqlite.org/c3ref/c_fcntl_begin_atomic_write.html
    private const int HasMoved = 20;

    private static readonly byte[] Main = "main\0"u8.ToArray();

    /// <summary>As SQLite names it, all links followed.</summary>
    private readonly string log = SQLitePCL.raw.sqlite3_db_filename(connection.Handle, "main").utf8_to_string() + "-wal";

    public bool IsGone => (Control(connection.Handle!.DangerousGetHandle(), Main, HasMoved, out var moved) == 0 && moved != 0) || !File.Exists(log);

    [DllImport("e_sqlite3", EntryPoint = "sqlite3_file_control")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    private static extern int Control(nint database, byte[] name, int operation, out int result);
}
