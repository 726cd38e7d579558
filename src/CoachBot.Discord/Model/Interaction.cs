using System.Text.Json;

namespace CoachBot.Discord.Model;

/// <summary>
/// Somebody used a command, a component or a form (Discord: Receiving and Responding, "Interaction Object").
/// Read tolerantly: only id, token and type are required, all else may be absent, null or of a wrong type.
/// </summary>
public sealed record Interaction
{
    public required ulong Id { get; init; }

    /// <summary>0 when the payload does not say; REST then uses the session's application.</summary>
    public ulong ApplicationId { get; init; }

    public required InteractionType Type { get; init; }

    /// <summary>Allows answering for 15 minutes. A secret: never logged, never part of ToString.</summary>
    public required string Token { get; init; }

    /// <summary>Null in a direct message.</summary>
    public ulong? GuildId { get; init; }

    public ulong? ChannelId { get; init; }

    /// <summary>From <c>member.user</c> or <c>user</c>; 0 when neither is there.</summary>
    public ulong UserId { get; init; }

    /// <summary>The member's computed permissions here; 0 when unknown: no permission known is no permission.</summary>
    public ulong Permissions { get; init; }

    public IReadOnlyList<ulong> Roles { get; init; } = [];

    /// <summary>What the bot itself may do in this channel; null when unknown.</summary>
    public ulong? AppPermissions { get; init; }

    /// <summary>The person's language, such as <c>en-GB</c>.</summary>
    public string? Locale { get; init; }

    public InteractionData Data { get; init; } = InteractionData.Empty;

    /// <summary>Reads one interaction object.</summary>
    /// <returns>Null when id, token or type is missing.</returns>
    /// <exception cref="JsonException">Not JSON at all.</exception>
    public static Interaction? Parse(ReadOnlyMemory<byte> utf8Json)
    {
        using var document = JsonDocument.Parse(utf8Json);
        return InteractionJson.Read(document.RootElement);
    }

    /// <summary>Neither the token nor anything about a person.</summary>
    public override string ToString() => $"Interaction {{ Type = {Type} }}";
}
