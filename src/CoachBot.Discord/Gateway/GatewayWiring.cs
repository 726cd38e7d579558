using CoachBot.Discord.Interactions;

using Microsoft.Extensions.Logging;

namespace CoachBot.Discord.Gateway;

/// <summary>What the gateway is connected to within the client.</summary>
internal sealed record GatewayWiring(DiscordOptions Options, TimeProvider Time, Jitter Jitter, ILogger Log)
{
    public required InteractionDelivery Delivery { get; init; }

    /// <summary>Told each change of state.</summary>
    public required Action<GatewayState> Enter { get; init; }

    /// <summary>Told each new session.</summary>
    public required Action<Session> Ready { get; init; }
}
