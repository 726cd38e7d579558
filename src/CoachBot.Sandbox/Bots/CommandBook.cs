using System.Text.Json.Nodes;
using CoachBot.Sandbox.Api;
using CoachBot.Sandbox.Gateway;
using CoachBot.Sandbox.Guilds;
using CoachBot.Sandbox.Rules;

namespace CoachBot.Sandbox.Bots;

/// <summary>The registered commands of all bots. Discord: interactions/application-commands, "Endpoints".</summary>
internal sealed class CommandBook(World world, BotRoster bots, SessionBook sessions, Snowflakes ids, NewsDesk news)
{
    private const int Limit = 100;

    public static IEnumerable<RegisteredCommand> Of(Bot bot, ulong? teamId) => bot.Commands.Where(command => command.TeamId == teamId);

    public static RegisteredCommand? Find(Bot bot, ulong? teamId, ulong id) => Of(bot, teamId).FirstOrDefault(command => command.Id == id);

    /// <summary>Registers a command, or overwrites the one of the same name and type. True if it is new.</summary>
    public (RegisteredCommand Command, bool IsNew) Put(Bot bot, ulong? teamId, JsonObject definition, ulong? id = null)
    {
        var (name, type) = ((string)definition["name"]!, (int)definition["type"]!);
        var sameName = Of(bot, teamId).FirstOrDefault(command => command.Name == name && command.Type == type);
        if (id is not null && sameName is not null && sameName.Id != id)
            throw FormErrors.One("name", "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique");
        var before = id is { } known ? Find(bot, teamId, known) : sameName;
        if (before is null && Of(bot, teamId).Count() >= Limit)
            throw new Refusal(400, 30032, $"Maximum number of application commands reached ({Limit}).");
        var command = Registered(bot, teamId, definition, before);
        if (before is not null) bot.Commands[bot.Commands.IndexOf(before)] = command;
        else bot.Commands.Add(command);
        news.Tell(new News.CommandsChanged());
        return (command, before is null);
    }

    /// <summary>The bulk overwrite: what is not in the list is gone, and a command that keeps its name keeps its id.</summary>
    public IReadOnlyList<RegisteredCommand> Overwrite(Bot bot, ulong? teamId, IReadOnlyList<JsonObject> definitions)
    {
        var before = Of(bot, teamId).ToList();
        var after = definitions.Select(definition => Registered(bot, teamId, definition, before.Find(
            command => command.Name == (string)definition["name"]! && command.Type == (int)definition["type"]!))).ToList();
        bot.Commands.RemoveAll(command => command.TeamId == teamId);
        bot.Commands.AddRange(after);
        news.Tell(new News.CommandsChanged());
        return after;
    }

    public void Delete(RegisteredCommand command)
    {
        command.Bot.Commands.Remove(command);
        news.Tell(new News.CommandsChanged());
    }

    /// <summary>The commands one types that Discord's client would offer this person, those of online bots first.</summary>
    public IEnumerable<RegisteredCommand> TypedBy(Person person) =>
        OfferedTo(person).Where(command => command.Type == CommandRules.ChatInput);

    /// <summary>Also those one picks on a person or on a message.</summary>
    public IEnumerable<RegisteredCommand> OfferedTo(Person person)
    {
        var bits = Sight.PermissionsOf(world, person);
        return bots.All.OrderByDescending(sessions.IsLive).SelectMany(bot => bot.Commands)
            .Where(command => (command.TeamId ?? person.TeamId) == person.TeamId)
            .Where(command => IsForTeams(command.Json) && MayUse(command.Json, bits));
    }

    private static bool IsForTeams(JsonObject command) =>
        Allows(command["contexts"], 0) && Allows(command["integration_types"], 0);

    private static bool Allows(JsonNode? list, int value) => list is not JsonArray array || array.Any(item => (int)item! == value);

    // "0" hides a command from everybody but administrators.
    private static bool MayUse(JsonObject command, ulong bits)
    {
        if (command["default_member_permissions"] is not { } node || (bits & Permissions.Administrator) != 0) return true;
        var needed = ulong.Parse(node.ToString());
        return needed != 0 && (bits & needed) == needed;
    }

    private RegisteredCommand Registered(Bot bot, ulong? teamId, JsonObject definition, RegisteredCommand? before)
    {
        var id = before?.Id ?? ids.Next();
        var json = new JsonObject { ["id"] = id.ToString(), ["application_id"] = bot.Id.ToString() };
        if (teamId is not null) json["guild_id"] = teamId.ToString();
        foreach (var (name, value) in definition) json[name] = value?.DeepClone();
        if (teamId is not null)
        {
            // These are for global commands only.
            foreach (var global in (string[])["dm_permission", "contexts", "integration_types"]) json.Remove(global);
        }

        var unchanged = before is not null && SameBut(before.Json, json);
        json["version"] = unchanged ? before!.Json["version"]!.DeepClone() : ids.Next().ToString();
        return new RegisteredCommand(id, bot, teamId, json);
    }

    private static bool SameBut(JsonObject before, JsonObject after)
    {
        var copy = (JsonObject)before.DeepClone();
        copy.Remove("version");
        return JsonNode.DeepEquals(copy, after);
    }
}
