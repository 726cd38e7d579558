using CoachBot.Runtime;

namespace CoachBot.Chat;

/// <summary>What keeps posts from a channel, or a mention from reaching anybody.</summary>
internal enum PlaceLack
{
    NotATextChannel,
    IsForum,
    CannotSee,
    CannotPost,
    CannotPostInThreads,
    ThreadLocked,
    RoleCannotBePinged,

    /// <summary>The mentioned role's members, or without one everybody, do not see the channel.</summary>
    MembersCannotSee,
}

/// <summary>Looks at a place before something is planned for it.</summary>
internal interface IPlaces
{
    /// <summary>Whose channel it is.</summary>
    /// <returns>Null when it is nobody's, or the bot may not see it.</returns>
    /// <exception cref="PlatformUnavailable">It can't be told now.</exception>
    Task<TeamId?> TeamOfAsync(ChannelId channel, CancellationToken ct);

    /// <returns>Nothing when all is well, or when nobody can say.</returns>
    Task<IReadOnlyList<PlaceLack>> LacksAsync(TeamId team, ChannelId channel, RoleId? mentioned, CancellationToken ct);
}

/// <summary>The platform does not answer now.</summary>
internal sealed class PlatformUnavailable(Exception cause) : Exception("The platform does not answer.", cause);
