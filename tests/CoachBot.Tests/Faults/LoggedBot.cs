using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using CoachBot.Tests.EndToEnd;

namespace CoachBot.Tests.Faults;

/// <summary>The program as a process of its own, against a <see cref="ScriptedDiscord"/>. Its log can be read, and it never outlives its test.</summary>
internal sealed class LoggedBot : IDisposable
{
    private readonly Process process;
    private readonly ConcurrentQueue<string> lines = new();

    private LoggedBot(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => { if (line.Data is not null) lines.Enqueue(line.Data); };
        process.ErrorDataReceived += (_, line) => { if (line.Data is not null) lines.Enqueue(line.Data); };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public IReadOnlyCollection<string> Lines => lines;

    public bool HasEnded => process.HasExited;

    /// <summary>The most memory that it has held at once, in bytes.</summary>
    public long PeakMemory => 1024 * long.Parse(
        File.ReadLines($"/proc/{process.Id}/status").Single(line => line.StartsWith("VmHWM:", StringComparison.Ordinal))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2],
        CultureInfo.InvariantCulture);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static LoggedBot Start(ScriptedDiscord discord, string folder, params (string Name, string Value)[] more) =>
        new(BotProcess.Start(discord.ApiBaseUrl, ScriptedDiscord.Token, folder, [], [("Logging__LogLevel__CoachBot.Discord", "Information"), .. more]));

    public int Count(string text) => lines.Count(line => line.Contains(text, StringComparison.Ordinal));

    public void Signal(int signal) => BotProcess.Signal(process, signal);

    /// <summary>Waits for the end.</summary>
    /// <returns>The exit code; 128 and the signal when one ended it.</returns>
    public async Task<int> ExitAsync()
    {
        await process.WaitForExitAsync(Ct).WaitAsync(Patience.Bound, TimeProvider.System, Ct);
        return process.ExitCode;
    }

    public Task<int> StopAsync()
    {
        Signal(BotProcess.SigTerm);
        return ExitAsync();
    }

    public async Task KillAsync()
    {
        Signal(BotProcess.SigKill);
        Assert.Equal(128 + BotProcess.SigKill, await ExitAsync());
    }

    /// <summary>Where it says that it answers for its health.</summary>
    public async Task<Uri> HealthAsync()
    {
        const string Says = "CoachBot runs. Health: ";
        await Patience.UntilAsync(() => Count(Says) > 0, "the bot says where to ask for its health");
        return new Uri(lines.First(line => line.StartsWith(Says, StringComparison.Ordinal))[Says.Length..]);
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill();
        process.Dispose();
    }
}
