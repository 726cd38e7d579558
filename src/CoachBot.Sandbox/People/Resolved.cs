using System.Text.Json.Nodes;
using CoachBot.Sandbox.Bots;
using CoachBot.Sandbox.Chat;
using CoachBot.Sandbox.Guilds;

namespace CoachBot.Sandbox.People;

/// <summary>The people, roles and channels that a command's options or a select name, as Discord's resolved data.</summary>
internal sealed class Resolved(DiscordState discord, Person by, Bot bot)
{
    private readonly JsonObject users = [];
    private readonly JsonObject members = [];
    private readonly JsonObject roles = [];
    private readonly JsonObject channels = [];
    private readonly JsonObject messages = [];

    private Team Team => discord.World.Team(by.TeamId);

    /// <summary>Null where nothing was named: Discord then leaves the field out.</summary>
    public JsonObject? Json()
    {
        var json = new JsonObject();
        foreach (var (name, map) in new[] { ("users", users), ("members", members), ("roles", roles), ("channels", channels),
            ("messages", messages) })
        {
            if (map.Count > 0) json[name] = map;
        }

        return json.Count > 0 ? json : null;
    }

    public ulong? User(string text)
    {
        var id = IdIn(text, "<@!", "<@");
        var person = discord.World.Members.FirstOrDefault(member => member.TeamId == by.TeamId
            && (member.Id == id || IsName(text, '@', member.Name) || IsName(text, '@', member.Name.Split(' ')[^1])));
        if (person is null && (id is null || discord.Bots.WithId(id.Value) is null)) return null;
        var found = person?.Id ?? id!.Value;
        var member = WorldJson.Member(discord.World, discord.Bots, Team, found)!;
        users[found.ToString()] = member["user"]!.DeepClone();
        foreach (var whole in (string[])["user", "mute", "deaf"]) member.Remove(whole);
        member["permissions"] = (person is null ? Sight.OfBots(Team) : Sight.PermissionsOf(discord.World, person)).ToString();
        members[found.ToString()] = member;
        return found;
    }

    public ulong? Role(string text)
    {
        var id = IdIn(text, "<@&");
        var role = discord.World.Roles.FirstOrDefault(role => role.TeamId == by.TeamId && (role.Id == id || IsName(text, '@', role.Name)));
        if (role is null && id != Team.Id && !IsName(text, '@', "everyone") && text != "@everyone") return null;
        var found = role?.Id ?? Team.Id;
        var json = discord.Shapes.Roles(Team, bot).First(item => (string)item!["id"]! == found.ToString())!;
        roles[found.ToString()] = json.DeepClone();
        return found;
    }

    /// <param name="text">An id, a mention or a name.</param>
    /// <param name="types">Discord's <c>channel_types</c>; none means every type.</param>
    public ulong? Channel(string text, JsonNode? types)
    {
        var id = IdIn(text, "<#");
        var channel = discord.World.Channels.FirstOrDefault(channel => Sight.Sees(discord.World, by, channel)
            && (types is not JsonArray { Count: > 0 } wanted || wanted.Any(type => (int)type! == (int)channel.Kind))
            && (channel.Id == id || IsName(text, '#', channel.Name)));
        if (channel is null) return null;
        channels[channel.Id.ToString()] = discord.ChannelFor(channel, by, bot);
        return channel.Id;
    }

    public string Linked(string text) => TypedNames.LinkChannels(text, discord, by);

    public Message Message(Message message)
    {
        if (message.VisibleTo is not null) throw new Impossible("Commands cannot be used on a message that only you can see.");
        messages[message.Id.ToString()] = message.Json.DeepClone();
        return message;
    }

    private static bool IsName(string text, char sign, string name) =>
        text.TrimStart(sign).Equals(name, StringComparison.OrdinalIgnoreCase);

    private static ulong? IdIn(string text, params string[] openings)
    {
        var inner = text;
        foreach (var opening in openings)
        {
            if (text.StartsWith(opening, StringComparison.Ordinal) && text.EndsWith('>')) inner = text[opening.Length..^1];
            if (Snowflakes.TryParse(inner, out var id)) return id;
        }

        return null;
    }
}
