using System.Text.Json.Nodes;
using CoachBot.Sandbox.Bots;

namespace CoachBot.Sandbox.Guilds;

/// <summary>
/// Discord's objects for the people, roles and channels of the world. Discord: resources/user, resources/guild, resources/channel,
/// topics/permissions.
/// </summary>
internal sealed class WorldJson(World world)
{
    public const string Locale = "en-US";
    private const string Joined = "2024-01-02T09:00:00.000000+00:00";

    public static JsonObject User(Person person) => User(person.Id, person.Name.ToLowerInvariant().Replace(' ', '_'), person.Name, "0");

    public static JsonObject User(Bot bot)
    {
        var user = User(bot.Id, bot.Name, null, "0001");
        user["bot"] = true;
        return user;
    }

    /// <summary>The user of any id that exists: a member, a bot, or the owner of the teams.</summary>
    public static JsonObject? User(World world, BotRoster bots, ulong id) =>
        world.Member(id) is { } person ? User(person)
        : bots.WithId(id) is { } bot ? User(bot)
        : id == World.OwnerId ? User(id, "club_office", "Club Office", "0")
        : null;

    public static JsonObject Member(JsonObject user, IEnumerable<ulong> roles)
    {
        var member = PartialMember(roles);
        member["user"] = user;
        member["mute"] = false;
        member["deaf"] = false;
        return member;
    }

    public static JsonObject? Member(World world, BotRoster bots, Team team, ulong id) =>
        world.Member(id) is { } person ? person.TeamId == team.Id ? Member(User(person), person.RoleIds) : null
        : bots.WithId(id) is { } bot ? Member(User(bot), [bot.RoleIn(team)])
        : User(world, bots, id) is { } owner ? Member(owner, [])
        : null;

    /// <summary>A member without user, mute and deaf, as MESSAGE_CREATE and resolved data have it.</summary>
    public static JsonObject PartialMember(IEnumerable<ulong> roles) => new()
    {
        ["avatar"] = null,
        ["banner"] = null,
        ["communication_disabled_until"] = null,
        ["flags"] = 0,
        ["joined_at"] = Joined,
        ["nick"] = null,
        ["pending"] = false,
        ["premium_since"] = null,
        ["roles"] = new JsonArray([.. roles.Select(role => (JsonNode)role.ToString())]),
        ["unusual_dm_activity_until"] = null,
    };

    public static JsonObject Role(Role role, int position) => Role(role.Id, role.Name, role.Permissions, position, role.Mentionable);

    public JsonArray Roles(Team team, Bot? bot)
    {
        var roles = new JsonArray(Everyone(team));
        var own = world.Roles.Where(role => role.TeamId == team.Id).Reverse().ToList();
        for (var i = 0; i < own.Count; i++) roles.Add((JsonNode)Role(own[i], i + 1));
        if (bot is null) return roles;
        var managed = Role(bot.RoleIn(team), bot.Name, Sight.OfBots(team), own.Count + 1, mentionable: false);
        managed["managed"] = true;
        managed["tags"] = new JsonObject { ["bot_id"] = bot.Id.ToString() };
        roles.Add((JsonNode)managed);
        return roles;
    }

    public static JsonObject Everyone(Team team) => Role(team.Id, "@everyone", Permissions.Member, 0, mentionable: false);

    private static JsonObject User(ulong id, string username, string? globalName, string discriminator) => new()
    {
        ["id"] = id.ToString(),
        ["username"] = username,
        ["discriminator"] = discriminator,
        ["global_name"] = globalName,
        ["avatar"] = null,
        ["avatar_decoration_data"] = null,
        ["banner"] = null,
        ["accent_color"] = null,
        ["collectibles"] = null,
        ["primary_guild"] = null,
        ["public_flags"] = 0,
        ["flags"] = 0,
    };

    private static JsonObject Role(ulong id, string name, ulong permissions, int position, bool mentionable) => new()
    {
        ["id"] = id.ToString(),
        ["name"] = name,
        ["permissions"] = permissions.ToString(),
        ["position"] = position,
        ["color"] = 0,
        ["colors"] = new JsonObject { ["primary_color"] = 0, ["secondary_color"] = null, ["tertiary_color"] = null },
        ["hoist"] = false,
        ["managed"] = false,
        ["mentionable"] = mentionable,
        ["icon"] = null,
        ["unicode_emoji"] = null,
        ["flags"] = 0,
    };
}
