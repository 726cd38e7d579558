using CoachBot.Chat.Saying;
using CoachBot.Language;
using CoachBot.Runtime;

namespace CoachBot.Chat.Asking;

/// <summary>Who is asking, as the chat platform vouches for it. Nothing a person typed is in here.</summary>
/// <param name="TeamId">The server the call comes from; null in a private chat with the bot.</param>
/// <param name="UserId">Null where the platform did not say.</param>
/// <param name="ManagesServer">May manage the server. False where the platform did not say.</param>
internal sealed record Caller(TeamId? TeamId, UserId? UserId, bool ManagesServer, IReadOnlyList<RoleId> Roles)
{
    public Locale Locale { get; init; } = Locale.English;

    /// <exception cref="UserError">The platform did not say who is calling.</exception>
    public UserId RequirePerson() => UserId ?? throw new UserError(locale => ChatWords.In(locale).WhoAreYou);

    /// <exception cref="UserError">The call comes from a private chat.</exception>
    public TeamId RequireTeam() => TeamId ?? throw new UserError(locale => ChatWords.In(locale).OnlyInATeam);
}
