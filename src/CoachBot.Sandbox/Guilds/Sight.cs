using CoachBot.Sandbox.Bots;
using CoachBot.Sandbox.Chat;

namespace CoachBot.Sandbox.Guilds;

/// <summary>Who may see and do what. Discord: topics/permissions, "Permission Hierarchy".</summary>
internal static class Sight
{
    public static ulong PermissionsOf(World world, Person person, Channel? channel = null)
    {
        var bits = Permissions.Member;
        foreach (var id in person.RoleIds) bits |= world.Role(id)?.Permissions ?? 0;
        if ((bits & Permissions.Administrator) != 0) return Permissions.All;
        return channel is null ? bits : Inside(channel.Parent ?? channel, bits, person.RoleIds, isBot: false);
    }

    /// <summary>A bot's permissions: those of the role it got when it was invited.</summary>
    public static ulong PermissionsOf(World world, Bot bot, Channel channel) =>
        Inside(channel.Parent ?? channel, OfBots(world.Team(channel.TeamId)), [bot.RoleIn(world.Team(channel.TeamId))], isBot: true);

    public static ulong OfBots(Team team) => team.BotsPingAnyone ? Permissions.Member | Permissions.MentionEveryone : Permissions.Member;

    public static bool Sees(World world, Person person, Channel channel) =>
        channel.TeamId == person.TeamId && (PermissionsOf(world, person, channel) & Permissions.ViewChannel) != 0;

    public static bool Sees(World world, Person person, Message message) =>
        world.Channel(message.ChannelId) is { } channel && Sees(world, person, channel)
        && (message.VisibleTo is null || message.VisibleTo == person.Id);

    public static bool Sees(World world, Bot bot, Channel channel) => (PermissionsOf(world, bot, channel) & Permissions.ViewChannel) != 0;

    /// <summary>Whether messages may be written there, as far as permissions go; a thread may be locked all the same.</summary>
    public static bool Writes(Channel channel, ulong permissions) =>
        (permissions & (channel.Kind == ChannelKind.Thread ? Permissions.SendMessagesInThreads : Permissions.SendMessages)) != 0;

    // What the channel's overwrites leave of the permissions; without View Channel nothing else counts.
    private static ulong Inside(Channel channel, ulong bits, IReadOnlyList<ulong> roles, bool isBot)
    {
        var hidden = isBot ? channel.HiddenFromBots : channel.OnlyForRole is { } members && !roles.Contains(members);
        if (hidden) return 0;
        return channel.OnlyRoleWrites is { } writers && !roles.Contains(writers) ? bits & ~Permissions.Writing : bits;
    }
}
