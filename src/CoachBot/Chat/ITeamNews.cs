using CoachBot.Runtime;

namespace CoachBot.Chat;

/// <summary>What a platform hears of the teams that have the bot. The room of the teams listens; platforms lie below it and only know this.</summary>
internal interface ITeamNews
{
    /// <summary>A call came from this team, so the bot is in it.</summary>
    Task SeenAsync(TeamId team, CancellationToken ct);

    /// <summary>The bot is in these teams.</summary>
    Task PresentAsync(IReadOnlyCollection<TeamId> teams, CancellationToken ct);

    /// <summary>The bot was removed from this team.</summary>
    Task RemovedAsync(TeamId team, CancellationToken ct);

    /// <summary>The teams of which anything lasting is kept, without those that removed the bot.</summary>
    Task<IReadOnlyList<TeamId>> KnownAsync(CancellationToken ct);
}
