using System.Diagnostics;
using System.Runtime.InteropServices;
using CoachBot.Sandbox;

namespace CoachBot.Tests.EndToEnd;

/// <summary>
/// The program as a process of its own: the one built with these tests, or the published one that the environment's <c>COACHBOT_PROGRAM</c> names.
/// </summary>
internal static partial class BotProcess
{
    public const int SigKill = 9;
    public const int SigTerm = 15;
    public const int SigCont = 18;
    public const int SigStop = 19;

    /// <summary>The published program; null where none is named.</summary>
    public static string? Published { get; } = Environment.GetEnvironmentVariable("COACHBOT_PROGRAM") is { Length: > 0 } program ? program : null;

    /// <param name="folder">Where its database lies.</param>
    public static Process Start(SandboxServer sandbox, string folder, string[] verb, params (string Name, string Value)[] more) =>
        Start(sandbox.ApiBaseUrl, sandbox.BotToken, folder, verb, more);

    /// <param name="folder">Where its database lies.</param>
    public static Process Start(Uri apiBaseUrl, string token, string folder, string[] verb, params (string Name, string Value)[] more) =>
        Start(Published, apiBaseUrl, token, folder, verb, more);

    /// <param name="program">A published program; null for the one built with these tests.</param>
    /// <param name="folder">Where its database lies.</param>
    public static Process Start(string? program, Uri apiBaseUrl, string token, string folder, string[] verb, params (string Name, string Value)[] more)
    {
        var start = new ProcessStartInfo(program ?? "dotnet", program is null ? [Path.Combine(AppContext.BaseDirectory, "CoachBot.dll"), .. verb] : verb)
        {
            WorkingDirectory = "/",
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["Discord__Token"] = token;
        start.Environment["Discord__ApiBaseUrl"] = apiBaseUrl.AbsoluteUri;
        start.Environment["Storage__ConnectionString"] = Connection(folder);
        start.Environment["Http__Urls"] = "http://127.0.0.1:0";
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        foreach (var (name, value) in more) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    public static string Connection(string folder) => $"Data Source={Path.Combine(folder, "coachbot.db")}";

    public static void Signal(Process bot, int signal) => Assert.True(Kill(bot.Id, signal) == 0 || bot.HasExited);

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
