using Microsoft.Extensions.Hosting;

namespace CoachBot.Runtime;

/// <summary>Ends the program with an exit code and one line that says why.</summary>
internal sealed class Shutdown(IHostApplicationLifetime lifetime)
{
    public StartupFailure? Reason { get; private set; }

    public void Because(int exitCode, string message)
    {
        Reason ??= new StartupFailure(exitCode, message);
        lifetime.StopApplication();
    }
}
