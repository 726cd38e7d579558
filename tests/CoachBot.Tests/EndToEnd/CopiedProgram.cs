using System.Diagnostics;
using System.Runtime.InteropServices;

namespace CoachBot.Tests.EndToEnd;

/// <summary>The built program in a folder of its own, so that a test can take something out of it or spoil its files.</summary>
internal sealed class CopiedProgram : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("coachbot-copy");

    /// <param name="without">Files are left out that have this in their name.</param>
    public CopiedProgram(string? without = null)
    {
        var native = Path.Combine(AppContext.BaseDirectory, "runtimes", RuntimeInformation.RuntimeIdentifier, "native");
        // Without the list of what belongs to it, the program takes what lies beside it.
        foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory).Concat(Directory.Exists(native) ? Directory.EnumerateFiles(native) : []))
        {
            var name = Path.GetFileName(file);
            if (name.EndsWith(".deps.json", StringComparison.Ordinal) || (without is not null && name.Contains(without, StringComparison.Ordinal))) continue;
            File.Copy(file, Path.Combine(folder.FullName, name));
        }
        // For another user to run, too.
        if (!OperatingSystem.IsWindows())
            folder.UnixFileMode |= UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
    }

    public string Settings => Path.Combine(folder.FullName, "appsettings.json");

    /// <summary>Runs it to its end.</summary>
    /// <returns>Its exit code, and what it said was wrong.</returns>
    public async Task<(int ExitCode, string Error)> RunAsync(string verb, params (string Name, string Value)[] environment)
    {
        var ct = TestContext.Current.CancellationToken;
        var start = new ProcessStartInfo(
            "dotnet", [Path.Combine(folder.FullName, "CoachBot.dll"), verb])
        { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["Storage__ConnectionString"] = $"Data Source={Path.Combine(folder.FullName, "data", "coachbot.db")}";
        start.Environment["Http__Urls"] = "http://127.0.0.1:0";
        start.Environment["Sandbox__Url"] = "http://127.0.0.1:0";
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var program = Process.Start(start)!;
        var (said, error) = (program.StandardOutput.ReadToEndAsync(ct), program.StandardError.ReadToEndAsync(ct));
        await program.WaitForExitAsync(ct);
        await said;
        return (program.ExitCode, await error);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
