namespace CoachBot.Chat;

/// <summary>What a platform hears of the teams that have the bot. The room of the teams listens; platforms lie below it and only know this.</summary>
internal interface ITeamNews
{
    /// <summary>A call came from this team, so the bot is in it.</summary>
    Task SeenAsync(ulong team, CancellationToken ct);

    /// <summary>The bot is in these teams.</summary>
    Task PresentAsync(IReadOnlyCollection<ulong> teams, CancellationToken ct);

    /// <summary>The bot was removed from this team.</summary>
    Task RemovedAsync(ulong team, CancellationToken ct);

    /// <summary>The teams of which anything lasting is kept, without those that removed the bot.</summary>
    Task<IReadOnlyList<ulong>> KnownAsync(CancellationToken ct);
}
