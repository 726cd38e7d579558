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
}

/// <summary>Looks at a place before something is planned for it.</summary>
internal interface IPlaces
{
    /// <returns>Nothing when all is well, or when nobody can say.</returns>
    Task<IReadOnlyList<PlaceLack>> LacksAsync(TeamId team, ChannelId channel, RoleId? mentioned, CancellationToken ct);
}
