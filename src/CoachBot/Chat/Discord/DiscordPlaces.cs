using CoachBot.Discord;
using CoachBot.Discord.Model;
using CoachBot.Discord.Rest;
using CoachBot.Runtime;

namespace CoachBot.Chat.Discord;

/// <summary>
/// What the bot may do in a channel, computed as Discord does (Permissions, "Permission Overwrites" and "Inherited Permissions"; Threads, "Permissions").
/// </summary>
internal sealed class DiscordPlaces(DiscordClient client) : IPlaces
{
    private const ulong Administrator = 1UL << 3;
    private const ulong ViewChannel = 1UL << 10;
    private const ulong SendMessages = 1UL << 11;
    private const ulong MentionEveryone = 1UL << 17;
    private const ulong ManageThreads = 1UL << 34;
    private const ulong SendMessagesInThreads = 1UL << 38;

    public async Task<TeamId?> TeamOfAsync(ChannelId channel, CancellationToken ct)
    {
        try
        {
            return (await client.Rest.GetChannelAsync(channel.Value, ct))?.GuildId is { } guild ? new TeamId(guild) : null;
        }
        catch (Exception problem) when (problem is DiscordApiException or FatalDiscordException)
        {
            throw new PlatformUnavailable(problem);
        }
    }

    public async Task<IReadOnlyList<PlaceLack>> LacksAsync(TeamId team, ChannelId channel, RoleId? mentioned, CancellationToken ct)
    {
        if (client.Session?.ApplicationId is not { } self) return [];
        try
        {
            return await LacksAsync(client.Rest, self, team.Value, channel.Value, mentioned?.Value, ct);
        }
        catch (Exception problem) when (problem is DiscordApiException or FatalDiscordException)
        {
            return [];
        }
    }

    private static async Task<IReadOnlyList<PlaceLack>> LacksAsync(
        DiscordRest rest, ulong self, ulong team, ulong channelId, ulong? mentioned, CancellationToken ct)
    {
        if (await rest.GetChannelAsync(channelId, ct) is not { } channel) return [PlaceLack.CannotSee];
        // Channel Resource, "Channel Types".
        if (channel.Type is 15 or 16) return [PlaceLack.IsForum];
        if (channel.Type is 4 or 14) return [PlaceLack.NotATextChannel];
        if (await rest.GetRolesAsync(team, ct) is not { } roles || await rest.GetMemberRolesAsync(team, self, ct) is not { } own) return [];

        var isThread = channel.Type is 10 or 11 or 12;
        // A thread has its parent's permissions.
        var place = isThread && channel.ParentId is { } parent ? await rest.GetChannelAsync(parent, ct) : channel;
        if (place is null) return [PlaceLack.CannotSee];
        var may = Permissions(place, roles, own, team, self);
        if ((may & ViewChannel) == 0) return [PlaceLack.CannotSee];
        var lacks = new List<PlaceLack>();
        if (isThread && (may & SendMessagesInThreads) == 0) lacks.Add(PlaceLack.CannotPostInThreads);
        if (!isThread && (may & SendMessages) == 0) lacks.Add(PlaceLack.CannotPost);
        if (channel.IsLocked && (may & ManageThreads) == 0) lacks.Add(PlaceLack.ThreadLocked);
        if (mentioned is { } role && (may & MentionEveryone) == 0 && roles.FirstOrDefault(one => one.Id == role) is { IsMentionable: false })
            lacks.Add(PlaceLack.RoleCannotBePinged);
        // A private thread is seen by those who were let in, whatever their roles say.
        var seen = Permissions(place, roles, mentioned is { } of ? [of] : [], team, self: 0);
        if ((seen & ViewChannel) == 0 || channel.Type == 12) lacks.Add(PlaceLack.MembersCannotSee);
        return lacks;
    }

    private static ulong Permissions(ChannelInfo channel, IReadOnlyList<RoleInfo> roles, IReadOnlyList<ulong> own, ulong team, ulong self)
    {
        var may = roles.Where(role => role.Id == team || own.Contains(role.Id)).Aggregate(0UL, (all, role) => all | role.Permissions);
        if ((may & Administrator) != 0) return ulong.MaxValue;
        may = Overwrite(may, channel.Overwrites.Where(entry => entry.Id == team));
        may = Overwrite(may, channel.Overwrites.Where(entry => entry.Id != team && own.Contains(entry.Id)));
        return Overwrite(may, channel.Overwrites.Where(entry => entry.Id == self));
    }

    private static ulong Overwrite(ulong may, IEnumerable<PermissionOverwrite> entries)
    {
        var (allow, deny) = entries.Aggregate((Allow: 0UL, Deny: 0UL), (all, entry) => (all.Allow | entry.Allow, all.Deny | entry.Deny));
        return (may & ~deny) | allow;
    }
}
