using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using CoachBot.Storage;
using CoachBot.Storage.Postgres;
using CoachBot.Tests.Storage;
using Npgsql;

[assembly: AssemblyFixture(typeof(PostgresCluster))]

namespace CoachBot.Tests.Storage;

/// <summary>
/// A throw-away PostgreSQL on loopback, started by the first test that wants a database on it and gone with the last. It never runs as root: the
/// server refuses that. Where its programs are not installed those tests say that they are skipped.
/// </summary>
public sealed class PostgresCluster : IDisposable
{
    private const string Superuser = "tester";
    private const string Template = "migrated";

    private static readonly Lock Gate = new();
    private static PostgresCluster? running;
    private static string? trouble;

    private DirectoryInfo? folder;
    private string? programs;
    private int port;
    private int databases;

    /// <summary>A connection string of a new database, whose schema is up to date.</summary>
    internal static string NewDatabase(bool migrated = true) => Running().Create(migrated);

    /// <summary>A server of a test's own, which it may stop and start.</summary>
    internal static PostgresCluster StartOwn()
    {
        Running();
        var cluster = new PostgresCluster();
        cluster.Initialize();
        return cluster;
    }

    internal string Create(bool migrated = true)
    {
        var name = $"t{Interlocked.Increment(ref databases)}";
        // One after the other: a template is copied while nobody is connected to it.
        lock (Gate) Execute("postgres", migrated ? $"create database {name} template {Template}" : $"create database {name}");
        return ConnectionString(name);
    }

    internal void StartServer() => Unprivileged("pg_ctl", "-D", Data, "-w", "-l", Path.Combine(folder!.FullName, "log"), "-o",
        // What is lost in a power cut is a test's.
        $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -c max_connections=400 -c shared_buffers=64MB", "start");

    internal void StopServer() => Unprivileged("pg_ctl", "-D", Data, "-m", "immediate", "stop");

    /// <summary>Of the shared server, when all tests are over; of a test's own, when that is.</summary>
    public void Dispose()
    {
        lock (Gate)
        {
            var ended = folder is null ? running : this;
            if (ended is null) return;
            NpgsqlConnection.ClearAllPools();
            ended.StopServer();
            ended.folder!.Delete(recursive: true);
            if (ended == running) running = null;
        }
    }

    private static PostgresCluster Running()
    {
        lock (Gate)
        {
            if (running is null && trouble is null)
            {
                var cluster = new PostgresCluster();
                trouble = cluster.Start();
                running = trouble is null ? cluster : null;
            }
            Assert.SkipWhen(trouble is not null, trouble ?? "");
            return running!;
        }
    }

    /// <returns>Why there is none.</returns>
    private string? Start()
    {
        programs = Programs();
        if (programs is null) return "PostgreSQL's server programs are not installed (/usr/lib/postgresql/*/bin)";
        if (!OperatingSystem.IsLinux()) return "a PostgreSQL for tests is started on Linux only";
        Initialize();
        return null;
    }

    private string Data => Path.Combine(folder!.FullName, "data");

    private void Initialize()
    {
        programs ??= Programs();
        folder = Directory.CreateTempSubdirectory("coachbot-postgres");
        port = FreePort();
        if (Environment.IsPrivilegedProcess) Run("chown", "nobody", folder.FullName);
        Unprivileged("initdb", "-D", Data, "-U", Superuser, "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync");
        StartServer();
        Execute("postgres", $"create database {Template}");
        PostgresDatabase.Open(new StorageOptions { ConnectionString = ConnectionString(Template) + ";Pooling=false" }, TimeProvider.System).Dispose();
        NpgsqlConnection.ClearAllPools();
    }

    private static string? Programs() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.EnumerateDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin"))
            .Where(bin => File.Exists(Path.Combine(bin, "initdb"))).Order().LastOrDefault()
        : null;

    private string ConnectionString(string database) => $"Host=127.0.0.1;Port={port};Username={Superuser};Database={database}";

    private void Execute(string database, string statement)
    {
        using var connection = new NpgsqlConnection(ConnectionString(database) + ";Pooling=false");
        connection.Open();
        using var command = new NpgsqlCommand(statement, connection);
        command.ExecuteNonQuery();
    }

    private void Unprivileged(string program, params string[] words)
    {
        string[] all = [Path.Combine(programs!, program), .. words];
        if (Environment.IsPrivilegedProcess) Run("setpriv", ["--reuid=nobody", "--regid=nogroup", "--clear-groups", .. all]);
        else Run(all[0], all[1..]);
    }

    private static void Run(string program, params string[] words)
    {
        // Output goes to nobody: a server that is started would keep it open.
        string[] quiet = ["-c", "exec \"$@\" >/dev/null 2>&1 </dev/null", "sh", program, .. words];
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", quiet) { WorkingDirectory = "/" })!;
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {string.Join(' ', words)} ended with {process.ExitCode}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
