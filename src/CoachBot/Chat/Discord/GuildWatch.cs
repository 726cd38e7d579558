using CoachBot.Discord;

namespace CoachBot.Chat.Discord;

/// <summary>What Discord says about servers, as news of teams.</summary>
internal sealed class GuildWatch(Membership membership)
{
    public Task HearAsync(DiscordRest rest, GuildNews news, CancellationToken ct) => news.Kind switch
    {
        GuildNewsKind.Joined => membership.PresentAsync(news.Guilds, ct),
        GuildNewsKind.Left => membership.RemovedAsync(news.Guilds[0], ct),
        _ => CompareAsync(rest, news, ct),
    };

    /// <summary>
    /// A new session: what happened meanwhile was not heard. A team of this shard that is not listed may have removed the bot,
    /// but a wrong guess would cost it its reminders, so Discord is asked. Who lists no server at all, as without the intent, says nothing.
    /// </summary>
    private async Task CompareAsync(DiscordRest rest, GuildNews news, CancellationToken ct)
    {
        if (news.Guilds.Count == 0) return;
        await membership.PresentAsync(news.Guilds, ct);
        var listed = news.Guilds.ToHashSet();
        foreach (var team in await membership.RemindedAsync(ct))
        {
            var elsewhere = (int)((team >> 22) % (ulong)news.ShardCount) != news.ShardId;
            if (elsewhere || listed.Contains(team)) continue;
            if (await rest.IsInGuildAsync(team, ct) == false) await membership.RemovedAsync(team, ct);
        }
    }
}
