using CoachBot.Discord.Gateway;
using CoachBot.Discord.Rest;
using CoachBot.Runtime;

namespace CoachBot.Chat.Discord;

/// <summary>What Discord says about servers, as news of teams.</summary>
internal sealed class GuildWatch(ITeamNews teams)
{
    /// <summary>What the gateway tells unasked. Without the intent GUILDS that is READY's list alone.</summary>
    public Task HearAsync(DiscordRest rest, GuildNews news, CancellationToken ct) => news.Kind switch
    {
        GuildNewsKind.Joined => teams.PresentAsync(Teams(news.Guilds), ct),
        GuildNewsKind.Left => teams.RemovedAsync(new TeamId(news.Guilds[0]), ct),
        _ => HearListAsync(rest, news, ct),
    };

    /// <summary>Asks in which servers the bot is, for what nobody tells. A list that cannot be had says nothing.</summary>
    public async Task AskForListAsync(DiscordRest rest, CancellationToken ct)
    {
        if (await rest.GetGuildsAsync(ct) is { } listed) await CompareAsync(rest, Teams(listed), await teams.KnownAsync(ct), ct);
    }

    /// <summary>Asks whether a team has removed the bot; if so, its reminders rest from now on.</summary>
    /// <returns>False when it has not or the server never tells, null when it cannot be told now.</returns>
    public async Task<bool?> HasRemovedAsync(DiscordRest rest, TeamId team, CancellationToken ct)
    {
        try
        {
            if (await rest.IsInGuildAsync(team.Value, ct) != false) return false;
        }
        catch (Exception problem) when (problem is DiscordApiException or FatalDiscordException)
        {
            return null;
        }
        await teams.RemovedAsync(team, ct);
        return true;
    }

    /// <summary>Asks whether the bot is in a server: for it alone, and where that is not told, for the list of all.</summary>
    /// <returns>Null when it cannot be told now.</returns>
    public static async Task<bool?> HasTeamAsync(DiscordRest rest, TeamId team, CancellationToken ct)
    {
        try
        {
            return await rest.IsInGuildAsync(team.Value, ct) ?? (await rest.GetGuildsAsync(ct))?.Contains(team.Value);
        }
        catch (Exception problem) when (problem is DiscordApiException or FatalDiscordException)
        {
            return null;
        }
    }

    /// <summary>A new session: what happened meanwhile was not heard. A shard lists its own servers; who lists none says nothing.</summary>
    private async Task HearListAsync(DiscordRest rest, GuildNews news, CancellationToken ct)
    {
        if (news.Guilds.Count == 0) return;
        var known = await teams.KnownAsync(ct);
        await CompareAsync(rest, Teams(news.Guilds), known.Where(team => (int)((team.Value >> 22) % (ulong)news.ShardCount) == news.ShardId), ct);
    }

    /// <summary>A team that is not listed may have removed the bot, but a wrong guess would cost it its reminders, so Discord is asked.</summary>
    private async Task CompareAsync(DiscordRest rest, IReadOnlyCollection<TeamId> listed, IEnumerable<TeamId> known, CancellationToken ct)
    {
        await teams.PresentAsync(listed, ct);
        foreach (var team in known.Except(listed)) await HasRemovedAsync(rest, team, ct);
    }

    private static IReadOnlyCollection<TeamId> Teams(IEnumerable<ulong> guilds) => [.. guilds.Select(TeamId.Of)];
}
