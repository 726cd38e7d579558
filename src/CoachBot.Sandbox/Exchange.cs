using CoachBot.Sandbox.Bots;

namespace CoachBot.Sandbox;

/// <summary>Which way a recorded payload went.</summary>
public enum Direction
{
    /// <summary>From a bot to the sandbox. A REST call counts as this, its response included.</summary>
    FromBot,

    /// <summary>From the sandbox to a bot.</summary>
    ToBot,
}

/// <summary>One REST call with its response, or one gateway payload. Tokens are masked.</summary>
public sealed record Exchange
{
    public required DateTimeOffset At { get; init; }

    public required Direction Direction { get; init; }

    /// <summary>The bot's name; null where no token was shown.</summary>
    public string? Bot { get; init; }

    /// <summary>The REST method; null for a gateway payload.</summary>
    public string? Method { get; init; }

    /// <summary>The path in OpenAPI's form, such as <c>/channels/{channel_id}/messages</c>.</summary>
    public string? PathTemplate { get; init; }

    public int? Status { get; init; }

    public string? RequestJson { get; init; }

    public string? ResponseJson { get; init; }

    /// <summary>The gateway opcode; null for a REST call.</summary>
    public int? Op { get; init; }

    /// <summary>The event's name (<c>t</c>) of a gateway dispatch.</summary>
    public string? Event { get; init; }

    /// <summary>The whole gateway payload.</summary>
    public string? PayloadJson { get; init; }
}
