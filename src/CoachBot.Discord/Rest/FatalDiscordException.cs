namespace CoachBot.Discord.Rest;

/// <summary>
/// Discord refuses this bot for good: close codes 4004 and 4010-4014, or a 401 answer to the bot token.
/// The message is one line: what is wrong, and the remedy. Trying again without a change is pointless.
/// </summary>
public sealed class FatalDiscordException : Exception
{
    public FatalDiscordException(string message) : base(message) { }

    public FatalDiscordException(string message, Exception inner) : base(message, inner) { }

    public FatalDiscordException() { }

    /// <summary>It is the bot token that is refused, not a setting beside it.</summary>
    public bool IsTokenRefused { get; init; }
}
