using System.Text.Json.Nodes;
using CoachBot.Sandbox.Api;
using CoachBot.Sandbox.Bots;
using CoachBot.Sandbox.Rules;

namespace CoachBot.Sandbox.Routes;

/// <summary>Registering commands, for all teams or for one. Discord: interactions/application-commands, "Endpoints".</summary>
internal static class CommandRoutes
{
    private const string Global = "/applications/{application_id}/commands";
    private const string Guild = "/applications/{application_id}/guilds/{guild_id}/commands";

    public static Route[] All { get; } = [.. At(Global), .. At(Guild)];

    private static IEnumerable<Route> At(string list)
    {
        var one = list + "/{command_id}";
        return
        [
            new("GET", list, List),
            new("PUT", list, Overwrite),
            new("POST", list, Create),
            new("GET", one, call => ApiAnswer.Ok(Shown(Command(call), call.IsSet("with_localizations")))),
            new("PATCH", one, Edit),
            new("DELETE", one, Delete),
        ];
    }

    private static ApiAnswer List(ApiCall call)
    {
        var full = call.IsSet("with_localizations");
        return ApiAnswer.Ok(new JsonArray([.. CommandBook.Of(Mine(call), TeamId(call)).Select(command => (JsonNode)Shown(command, full))]));
    }

    private static ApiAnswer Overwrite(ApiCall call)
    {
        var bot = Mine(call);
        if (call.Body is not JsonArray array) throw FormErrors.One("", "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
        // Errors of the n-th command are under n, as Discord gives them.
        var wrapper = new Form(new JsonObject { ["list"] = array.DeepClone() }, "", new FormErrors());
        var definitions = new List<JsonObject>();
        var seen = new HashSet<(string?, int)>();
        foreach (var i in Enumerable.Range(0, wrapper.List("list", int.MaxValue).Count))
        {
            if (array[i] is not JsonObject body)
            {
                call.Errors.Add($"{i}", "DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType");
                continue;
            }

            var definition = CommandRules.Read(new Form(body, $"{i}", call.Errors));
            if (!seen.Add(((string?)definition["name"], (int)definition["type"]!)))
                call.Errors.Add($"{i}.name", "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique");
            definitions.Add(definition);
        }

        call.Errors.ThrowIfAny();
        if (definitions.Count(definition => (int)definition["type"]! == CommandRules.ChatInput) > 100)
            throw new Refusal(400, 30032, "Maximum number of application commands reached (100).");
        var commands = call.Discord.Commands.Overwrite(bot, TeamId(call), definitions);
        return ApiAnswer.Ok(new JsonArray([.. commands.Select(command => (JsonNode)Shown(command, full: true))]));
    }

    private static ApiAnswer Create(ApiCall call)
    {
        var bot = Mine(call);
        var definition = CommandRules.Read(call.Form);
        call.Errors.ThrowIfAny();
        var (command, isNew) = call.Discord.Commands.Put(bot, TeamId(call), definition);
        return new ApiAnswer(isNew ? 201 : 200, Shown(command, full: true));
    }

    private static ApiAnswer Edit(ApiCall call)
    {
        var before = Command(call);
        // What the body leaves out stays as it is; the type cannot change.
        var merged = (JsonObject)before.Json.DeepClone();
        foreach (var (name, value) in call.Form.Json) merged[name] = value?.DeepClone();
        merged["type"] = before.Type;
        var definition = CommandRules.Read(new Form(merged, "", call.Errors));
        call.Errors.ThrowIfAny();
        return ApiAnswer.Ok(Shown(call.Discord.Commands.Put(before.Bot, before.TeamId, definition, before.Id).Command, full: true));
    }

    private static ApiAnswer Delete(ApiCall call)
    {
        call.Discord.Commands.Delete(Command(call));
        return ApiAnswer.NoContent;
    }

    private static RegisteredCommand Command(ApiCall call) =>
        CommandBook.Find(Mine(call), TeamId(call), call.Id("command_id")) ?? throw Refusal.UnknownCommand();

    private static Bot Mine(ApiCall call) => call.Id("application_id") == call.Bot.Id ? call.Bot : throw Refusal.NotYourApplication();

    private static ulong? TeamId(ApiCall call) => call.Path.ContainsKey("guild_id") ? call.Team().Id : null;

    private static JsonObject Shown(RegisteredCommand command, bool full)
    {
        var json = (JsonObject)command.Json.DeepClone();
        if (!full) RemoveLocalizations(json);
        return json;
    }

    private static void RemoveLocalizations(JsonObject json)
    {
        json.Remove("name_localizations");
        json.Remove("description_localizations");
        foreach (var list in (string[])["options", "choices"])
        {
            foreach (var child in json[list]?.AsArray().OfType<JsonObject>() ?? []) RemoveLocalizations(child);
        }
    }
}
