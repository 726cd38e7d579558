using CoachBot.Chat;
using CoachBot.Runtime;

namespace CoachBot.Tests.Teams;

/// <summary>A platform that is only asked whether the bot is in a team.</summary>
/// <param name="has">Null: it can't tell now.</param>
internal sealed class AskedForTeams(Func<ulong, bool?> has) : IChatPlatform
{
    public bool IsReady => true;

    public Task<PostResult> PostAsync(Post post, CancellationToken ct) => throw new NotSupportedException();

    public Task<bool?> HasTeamAsync(TeamId team, CancellationToken ct) => Task.FromResult(has(team.Value));
}
