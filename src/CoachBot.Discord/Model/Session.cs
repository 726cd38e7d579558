namespace CoachBot.Discord.Model;

/// <summary>What READY told us (Discord: Gateway Events, "Ready").</summary>
/// <param name="ApplicationId">The application commands are registered for; the bot user's id when READY names none.</param>
/// <param name="BotUserId">The bot's own user, 0 when READY does not say.</param>
/// <param name="SessionId">Needed to resume; empty when READY does not say, and then the session cannot be resumed.</param>
public sealed record Session(ulong ApplicationId, ulong BotUserId, string SessionId);
