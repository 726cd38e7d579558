namespace CoachBot.Runtime;

/// <summary>The program cannot go on; the message is one line that says why and what to do.</summary>
internal sealed class StartupFailure(int exitCode, string message) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}
