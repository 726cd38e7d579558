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
        // Without View Channel nothing else counts in that channel.
        return channel?.OnlyForRole is { } role && !person.RoleIds.Contains(role) ? 0 : bits;
    }

    public static bool Sees(World world, Person person, Channel channel) =>
        channel.TeamId == person.TeamId && (PermissionsOf(world, person, channel) & Permissions.ViewChannel) != 0;

    public static bool Sees(World world, Person person, Message message) =>
        world.Channel(message.ChannelId) is { } channel && Sees(world, person, channel)
        && (message.VisibleTo is null || message.VisibleTo == person.Id);
}
