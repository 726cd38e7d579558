using System.Reflection;
using CoachBot.Discord.Model;

namespace CoachBot.Discord.Options;

/// <summary>What the connector must be told. Nothing here is read from files or the environment.</summary>
public sealed record DiscordOptions
{
    /// <summary>The bot token, sent as it is. Its form is Discord's business and never parsed.</summary>
    public required string Token { get; init; }

    /// <summary>REST base ending in <c>/api/vN/</c> (a missing last slash is added). Plain http only to loopback.</summary>
    public required Uri ApiBaseUrl { get; init; }

    /// <summary>Gateway address; null asks <c>GET gateway/bot</c>. Plain ws only to loopback.</summary>
    public Uri? GatewayUrl { get; init; }

    /// <summary>
    /// Gateway intents as a bit field. 0, none, is enough to receive interactions, for INTERACTION_CREATE belongs to no
    /// intent (Discord: Gateway, "List of Intents"). 1 (GUILDS) also brings <see cref="GuildNewsKind.Joined"/> and
    /// <see cref="GuildNewsKind.Left"/>, and a description of each server at every start.
    /// </summary>
    public int Intents { get; init; }

    /// <summary>
    /// Into how many shards the bot's servers are divided (Discord: Gateway, "Sharding"). Null takes what <c>GET gateway/bot</c>
    /// recommends, or 1 where <see cref="GatewayUrl"/> is given.
    /// </summary>
    public int? ShardCount { get; init; }

    /// <summary>Which of them this process runs; null for all. Needs <see cref="ShardCount"/>: all processes must count alike.</summary>
    public IReadOnlyList<int>? ShardIds { get; init; }

    /// <summary>Where identifies are remembered over restarts; null for nowhere.</summary>
    public IdentifyLedger? Ledger { get; init; }

    /// <summary>
    /// What to tell a person whose interaction finds no place, in that person's language; shown to nobody else. Null tells
    /// them nothing.
    /// </summary>
    public Func<Interaction, TurnedAway, string>? TurnedAwayWords { get; init; }

    /// <summary>
    /// Where the operator sets these options, such as <c>Discord:</c>. Stands before an option's name in messages that ask
    /// for another value.
    /// </summary>
    public string SettingPrefix { get; init; } = "";

    /// <summary>Sent with REST calls and the websocket upgrade (Discord: Reference, "User Agent").</summary>
    public string UserAgent { get; init; } = $"DiscordBot (https://github.com/coachbot/coachbot, {ConnectorVersion})";

    private static string ConnectorVersion =>
        typeof(DiscordOptions).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0]
        ?? "0.0.0";

    /// <summary>Never shows the token.</summary>
    public override string ToString() => $"DiscordOptions {{ ApiBaseUrl = {ApiBaseUrl}, Intents = {Intents} }}";
}
