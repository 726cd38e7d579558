using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CoachBot.Sandbox;

/// <summary>Where the sandbox listens and which clock and logs it uses.</summary>
public sealed record SandboxOptions
{
    /// <summary>An http address on this machine's loopback; port 0 takes a free port.</summary>
    public Uri Url { get; init; } = new("http://127.0.0.1:5080");

    /// <summary>The clock of ids, deadlines, rate limits and session lifetimes.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Where the sandbox says what it refused.</summary>
    public ILoggerFactory Logs { get; init; } = NullLoggerFactory.Instance;

    /// <summary>What the gallery page shows; asked for whenever somebody opens it.</summary>
    public Func<IReadOnlyList<GalleryEntry>> Gallery { get; init; } = () => [];
}
