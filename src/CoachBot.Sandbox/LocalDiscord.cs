using Microsoft.Extensions.Logging;

namespace CoachBot.Sandbox;

/// <summary>
/// The sandbox's Discord. One lock guards everything that changes: whoever reads or changes it does so inside <see cref="Locked{T}"/>, and
/// nothing that waits (sockets, files, people) happens in there.
/// </summary>
internal sealed class LocalDiscord
{
    private readonly Lock gate = new();
    private readonly DiscordState state;

    public LocalDiscord(SandboxOptions options, World world, Uri address)
    {
        (Time, World, Address) = (options.Time, world, address);
        Log = options.Logs.CreateLogger("CoachBot.Sandbox");
        Traffic = new TrafficLog(options.Time);
        state = new DiscordState(options, world, address, Log, Traffic);
    }

    public TimeProvider Time { get; }

    /// <summary>Never changes, so it is read without the lock.</summary>
    public World World { get; }

    public Uri Address { get; }

    public ILogger Log { get; }

    /// <summary>Has a lock of its own.</summary>
    public TrafficLog Traffic { get; }

    public T Locked<T>(Func<DiscordState, T> act)
    {
        lock (gate) return act(state);
    }

    public void Locked(Action<DiscordState> act)
    {
        lock (gate) act(state);
    }
}
