using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace CoachBot.Sandbox.Tests;

/// <summary>A sandbox on a free port, and a clock that stands still until it is told.</summary>
internal static class Start
{
    public static DateTimeOffset Now { get; } = new(2026, 11, 23, 7, 0, 0, TimeSpan.Zero);

    public static Task<SandboxServer> SandboxAsync(TimeProvider? time = null, ILoggerFactory? logs = null) => SandboxServer.StartAsync(
        new SandboxOptions
        {
            Url = new Uri("http://127.0.0.1:0"),
            Time = time ?? new FakeTimeProvider(Now),
            Logs = logs ?? Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance,
        },
        TestContext.Current.CancellationToken);
}
