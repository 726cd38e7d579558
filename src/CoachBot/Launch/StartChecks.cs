using System.Net;
using System.Net.Sockets;
using CoachBot.Operations;
using CoachBot.Runtime;

namespace CoachBot.Launch;

/// <summary>What a start would do, tried without starting: each thing that would fail is one sentence and an exit code.</summary>
internal static class StartChecks
{
    public static IEnumerable<StartupFailure> Failures(Settings settings)
    {
        Action[] tries =
        [
            () => Databases.Check(settings.Storage),
            () => CoachBotHost.TryLibraries(settings),
            .. settings.Http.Urls.Select(url => (Action)(() => Listen(url, "Http__Urls"))),
            () => { if (settings.UsesSandbox) Listen(settings.Sandbox.Url, "Sandbox__Url"); },
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
            $"A native library that CoachBot needs cannot be loaded ({FirstSentence(problem.GetBaseException().Message)}). "
            + "Install the whole published folder again; Discord__PublicKey needs libsodium.")
        : new StartupFailure(ExitCode.Configuration,
            $"CoachBot cannot start: {OneLine(problem.GetBaseException().Message)} ({problem.GetBaseException().GetType().Name}). "
            + "Run check-config to see what is wrong."));

    private static void Listen(Uri url, string setting)
    {
        foreach (var at in HttpAddresses.Of(url))
        {
            try
            {
                using var listener = new TcpListener(at.Host == "localhost" ? IPAddress.Loopback : IPAddress.Parse(at.DnsSafeHost), at.Port);
                listener.Start();
            }
            catch (SocketException problem)
            {
                throw HttpAddresses.Unusable(url, setting, problem.Message);
            }
        }
    }

    private static bool IsMissingLibrary(Exception problem) =>
        problem.GetBaseException() is DllNotFoundException or BadImageFormatException or EntryPointNotFoundException;

    /// <summary>What follows it in such a message is a list of all the places that were looked at.</summary>
    private static string FirstSentence(string text) => OneLine(text).Split(". ")[0].TrimEnd('.');

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
