using Microsoft.Extensions.Logging;

namespace CoachBot.Discord;

/// <summary>One bot's connection to Discord: the gateway that delivers interactions and the REST side that answers them.</summary>
public sealed class DiscordClient : IAsyncDisposable
{
    /// <param name="onInteraction">
    /// Called once per interaction, many at a time, never on the loop that reads the gateway. Its token is
    /// cancelled only when a clean stop has waited long enough.
    /// </param>
    /// <param name="random">Source of jitter; give a seeded one to repeat a test.</param>
    /// <exception cref="ArgumentException">The token is empty, or an address is not allowed (plain http/ws beyond loopback).</exception>
    public DiscordClient(
        DiscordOptions options,
        Func<Interaction, CancellationToken, Task> onInteraction,
        TimeProvider time,
        ILoggerFactory logs,
        Random? random = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        Rest = new DiscordRest(options, time, logs, random);
    }

    public DiscordRest Rest { get; }

    public GatewayState State { get; private set; }

    /// <summary>The session of the last READY; null before the first.</summary>
    public Session? Session { get; private set; }

    /// <summary>Raised after each READY of a new session, not after RESUMED. Nothing waits for it; what it throws is logged.</summary>
    public event Func<Session, CancellationToken, Task>? Ready;

    /// <summary>Connects and stays connected until <paramref name="ct"/> asks for a clean stop. May be called once.</summary>
    /// <exception cref="FatalDiscordException">Discord refuses this bot for good.</exception>
    public Task RunAsync(CancellationToken ct) => throw new NotImplementedException(Ready?.ToString());

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
