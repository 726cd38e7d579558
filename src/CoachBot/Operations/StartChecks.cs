using System.Net;
using System.Net.Sockets;
using CoachBot.Runtime;
using CoachBot.Storage.Sqlite;

namespace CoachBot.Operations;

/// <summary>What a start would do, tried without starting: each thing that would fail is one sentence and an exit code.</summary>
internal static class StartChecks
{
    public static IEnumerable<StartupFailure> Failures(Settings settings)
    {
        Action[] tries =
        [
            () => SqliteDatabase.Check(settings.Storage),
            () => CoachBotHost.TryLibraries(settings),
            .. settings.HttpUrls.Select(url => (Action)(() => Listen(url, "Http__Urls"))),
            () => { if (settings.UsesSandbox) Listen(settings.SandboxUrl, "Sandbox__Url"); },
        ];
        foreach (var attempt in tries)
        {
            StartupFailure? failure = null;
            try
            {
                attempt();
            }
            catch (Exception problem)
            {
                failure = Explain(problem);
            }
            if (failure is not null) yield return failure;
        }
    }

    /// <summary>Whatever ends a start that nobody foresaw is told in one sentence, too.</summary>
    public static StartupFailure Explain(Exception problem) => problem as StartupFailure ?? (IsMissingLibrary(problem)
        ? new StartupFailure(ExitCode.Configuration,
            $"A native library that CoachBot needs cannot be loaded ({OneLine(problem.GetBaseException().Message)}). Install the whole published folder again; Discord__PublicKey needs libsodium.")
        : new StartupFailure(ExitCode.Configuration, $"CoachBot cannot start: {OneLine(problem.GetBaseException().Message)} ({problem.GetBaseException().GetType().Name}). Run check-config to see what is wrong."));

    /// <summary>A host name stands for its addresses: the server itself would take every address of the machine instead.</summary>
    /// <exception cref="StartupFailure">It has none.</exception>
    public static IReadOnlyList<Uri> Addresses(Uri url)
    {
        if (IPAddress.TryParse(url.DnsSafeHost, out _) || url.Host == "localhost") return [url];
        try
        {
            return [.. Dns.GetHostAddresses(url.DnsSafeHost).Distinct().Select(address => new UriBuilder(url) { Host = address.ToString() }.Uri)];
        }
        catch (Exception problem) when (problem is SocketException or ArgumentException)
        {
            throw Unusable(url, "Http__Urls", $"The name {url.DnsSafeHost} has no address here.");
        }
    }

    private static void Listen(Uri url, string setting)
    {
        foreach (var at in Addresses(url))
        {
            try
            {
                using var listener = new TcpListener(at.Host == "localhost" ? IPAddress.Loopback : IPAddress.Parse(at.DnsSafeHost), at.Port);
                listener.Start();
            }
            catch (SocketException problem)
            {
                throw Unusable(url, setting, problem.Message);
            }
        }
    }

    private static StartupFailure Unusable(Uri url, string setting, string why) =>
        new(ExitCode.Configuration, $"The address {url} cannot be used: {why} Set {setting} to another, such as http://127.0.0.1:0 for a free port.");

    private static bool IsMissingLibrary(Exception problem) => problem.GetBaseException() is DllNotFoundException or BadImageFormatException or EntryPointNotFoundException;

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
