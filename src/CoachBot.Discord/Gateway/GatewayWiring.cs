using CoachBot.Discord.Delivery;
using CoachBot.Discord.Model;
using CoachBot.Discord.Options;
using Microsoft.Extensions.Logging;

namespace CoachBot.Discord.Gateway;

/// <summary>What a shard's gateway is connected to within the client.</summary>
internal sealed record GatewayWiring(DiscordOptions Options, TimeProvider Time, Jitter Jitter, ILogger Log)
{
    public Shard Shard { get; init; } = new(0, 1);

    public required InteractionDelivery Delivery { get; init; }

    public required GatewayAddress Address { get; init; }

    public required IdentifyGate Gate { get; init; }

    public required GuildFeed Guilds { get; init; }

    public required GatewayMetrics Metrics { get; init; }

    /// <summary>Told each change of state.</summary>
    public required Action<GatewayState> Enter { get; init; }

    /// <summary>Told each new session.</summary>
    public required Action<Session> Ready { get; init; }
}
