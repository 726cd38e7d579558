using System.Runtime.InteropServices;
using CoachBot.Operations;
using CoachBot.Storage.Copying;
using Microsoft.Extensions.Configuration;

namespace CoachBot.Launch;

/// <summary>What the program can be asked to do on the command line. Each returns the exit code.</summary>
internal static class Verbs
{
    private static readonly TimeSpan HealthPatience = TimeSpan.FromSeconds(3);
    private static IReadOnlyList<PosixSignalRegistration> ignored = [];

    public static async Task<int> RunAsync(CancellationToken ct)
    {
        var configuration = SettingsFile.Load();
        if (Read(configuration) is not { } settings) return ExitCode.Configuration;

        await using var host = await CoachBotHost.StartAsync(settings, TimeProvider.System, configuration, ct, IgnoreFurtherSignals);
        Console.WriteLine(host.Sandbox is { } sandbox
            ? $"CoachBot runs in its sandbox. Open {sandbox.PageUrl} in a browser."
            : $"CoachBot runs. Health: {host.HttpUrls[0]}/healthz");
        if (await host.WaitAsync(ct) is not { } failure) return ExitCode.Success;
        Console.Error.WriteLine(failure.Message);
        return failure.ExitCode;
    }

    /// <summary>From here to the end of the process a second signal changes nothing, also after the host has stopped listening.</summary>
    private static void IgnoreFurtherSignals() => ignored =
    [
        .. ((PosixSignal[])[PosixSignal.SIGTERM, PosixSignal.SIGINT, PosixSignal.SIGQUIT])
            .Select(signal => PosixSignalRegistration.Create(signal, context => context.Cancel = true)),
    ];

    public static int CheckConfig()
    {
        var configuration = SettingsFile.Load();
        if (Read(configuration) is not { } settings) return ExitCode.Configuration;
        var failures = StartChecks.Failures(settings).ToList();
        foreach (var failure in failures) Console.Error.WriteLine(failure.Message);
        if (failures.Count > 0) return failures[0].ExitCode;
        Console.WriteLine(settings.UsesSandbox
            ? $"The settings are good. Discord:Token is empty, so the bot would run in its sandbox at {settings.Sandbox.Url}"
            : "The settings are good. The bot would run with the token that is set.");
        foreach (var setting in Settings.Of(configuration).Read.Declared) Console.WriteLine($"  {setting}");
        return ExitCode.Success;
    }

    public static int Migrate()
    {
        if (Read(SettingsFile.Load()) is not { } settings) return ExitCode.Configuration;
        using var database = Databases.Open(settings.Storage);
        Console.WriteLine("The database is up to date.");
        return ExitCode.Success;
    }

    /// <summary>Into another database, of whatever kind; neither may be in use.</summary>
    public static async Task<int> CopyAsync(string to, CancellationToken ct)
    {
        if (Read(SettingsFile.Load()) is not { } settings) return ExitCode.Configuration;
        using var source = Databases.Open(settings.Storage);
        using var target = Databases.Open(Databases.Named(to));
        var copy = new DatabaseCopy(source, target, (table, rows) => Console.WriteLine($"  {table}: {rows}"));
        try
        {
            var all = await copy.RunAsync(ct);
            Console.WriteLine($"Copied {all} rows, and compared them. Set Storage__Provider and Storage__ConnectionString to the copy before the next start.");
            return ExitCode.Success;
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("Stopped before the end: nothing was copied.");
            return ExitCode.Failure;
        }
    }

    public static async Task<int> HealthcheckAsync(CancellationToken ct)
    {
        if (Read(SettingsFile.Load()) is not { } settings) return ExitCode.Configuration;
        var url = settings.Http.Urls[0];
        if (url.Port == 0)
        {
            Console.Error.WriteLine("Http:Urls has port 0, so I can't know where to ask. Set a port.");
            return ExitCode.Failure;
        }
        // "Any address" is where it listens; this machine is where to ask.
        var target = new UriBuilder(url) { Host = url.Host is "0.0.0.0" or "[::]" ? "127.0.0.1" : url.Host, Path = "/healthz" }.Uri;
        using var http = new HttpClient { Timeout = HealthPatience };
        try
        {
            using var answer = await http.GetAsync(target, ct);
            Console.WriteLine($"{target}: {(int)answer.StatusCode}");
            return answer.IsSuccessStatusCode ? ExitCode.Success : ExitCode.Failure;
        }
        catch (Exception problem) when (problem is HttpRequestException or TaskCanceledException)
        {
            Console.Error.WriteLine($"{target}: no answer");
            return ExitCode.Failure;
        }
    }

    private static Settings? Read(IConfiguration configuration)
    {
        var (settings, read) = Settings.Of(configuration);
        foreach (var name in read.Unknown) Console.Error.WriteLine($"The setting {name} is not known to this version and was left alone.");
        foreach (var warning in read.Warnings) Console.Error.WriteLine(warning);
        if (read.Problems.Count == 0)
        {
            foreach (var warning in Databases.Warnings(settings.Storage)) Console.Error.WriteLine(warning);
            return settings;
        }
        Console.Error.WriteLine(read.Problems.Count == 1
            ? "CoachBot cannot start, one setting needs a change:"
            : $"CoachBot cannot start, {read.Problems.Count} settings need a change:");
        foreach (var problem in read.Problems) Console.Error.WriteLine($"  {problem}");
        return null;
    }
}
