using CoachBot.Chat;
using CoachBot.Runtime;

namespace CoachBot.Tests.Chat;

/// <summary>A platform that knows no channel.</summary>
internal sealed class NoPlaces : IPlaces
{
    public Task<TeamId?> TeamOfAsync(ChannelId channel, CancellationToken ct) => Task.FromResult<TeamId?>(null);

    public Task<IReadOnlyList<PlaceLack>> LacksAsync(TeamId team, ChannelId channel, RoleId? mentioned, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<PlaceLack>>([]);
}
