using System.Text.Json;
using System.Text.Json.Nodes;
using CoachBot.Sandbox.Guilds;
using CoachBot.Sandbox.People;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace CoachBot.Sandbox.PageDoor;

/// <summary>What the chat page asks; the README beside this folder is the contract.</summary>
internal sealed class PageEndpoints(LocalDiscord discord, Hands hands, EventStream events)
{
    private const int LargestBody = 64 * 1024;

    public async Task AnswerAsync(HttpContext context, string path)
    {
        try
        {
            JsonNode body;
            switch (context.Request.Method, path)
            {
                case ("GET", "events"):
                    await events.ServeAsync(context, Somebody(context.Request.Query["as"].ToString()));
                    return;
                case ("GET", "state"):
                    body = discord.Locked(state => State(state, context.Request.Query["as"].ToString()));
                    break;
                case ("POST", "interactions"):
                    body = await InteractAsync(await BodyAsync(context), context.RequestAborted);
                    break;
                case ("POST", "messages"):
                    var chat = await BodyAsync(context);
                    var by = Somebody(Text(chat, "as"));
                    body = new JsonObject { ["message"] = hands.Chat(by, ChannelIn(chat, by), Text(chat, "text")).Json };
                    break;
                case ("POST", "faults"):
                    var fault = Text(await BodyAsync(context), "fault");
                    discord.Locked(state => Cause(state, fault));
                    body = new JsonObject();
                    break;
                default:
                    await WriteAsync(context, 404, Error($"The page's API has no {context.Request.Method} /page/{path}."));
                    return;
            }

            await WriteAsync(context, 200, body);
        }
        catch (Impossible refused)
        {
            var error = Error(refused.Message);
            if (refused.Option is not null) error["option"] = refused.Option;
            await WriteAsync(context, 400, error);
        }
    }

    private JsonObject State(DiscordState state, string asId)
    {
        var world = state.World;
        var me = asId.Length == 0 ? world.Members[0] : Somebody(asId);
        var team = world.Team(me.TeamId);
        return new JsonObject
        {
            ["me"] = PersonJson(me),
            ["members"] = List(world.Members, PersonJson),
            ["team"] = Named(team.Id, team.Name),
            ["channels"] = List(
                world.Channels.Where(channel => Sight.Sees(world, me, channel)), channel => ChannelOf(state, me, channel)),
            ["roles"] = List(world.Roles.Where(role => role.TeamId == team.Id), role => Named(role.Id, role.Name)),
            ["bots"] = List(state.Bots.All, bot =>
            {
                var json = Named(bot.Id, bot.Name);
                json["online"] = state.Sessions.IsOnline(bot);
                return json;
            }),
            ["commands"] = List(state.Commands.OfferedTo(me), command => (JsonObject)command.Json.DeepClone()),
            ["messages"] = List(
                state.Messages.All.Where(message => Sight.Sees(world, me, message)), message => (JsonObject)message.Json.DeepClone()),
        };
    }

    private async Task<JsonNode> InteractAsync(JsonObject body, CancellationToken ct)
    {
        var person = Somebody(Text(body, "as"));
        var answer = await (Text(body, "kind") switch
        {
            "command" => CommandAsync(focused: null),
            "autocomplete" => CommandAsync(Text(body, "focused")),
            "button" => hands.ComponentAsync(person, Id(body, "message_id"), Text(body, "custom_id"), values: null, ct),
            "select" => hands.ComponentAsync(person, Id(body, "message_id"), Text(body, "custom_id"), Values(body), ct),
            "menu" => hands.MenuAsync(person, ChannelIn(body, person), Id(body, "command_id"), Id(body, "target_id"), ct),
            "form" => hands.SubmitAsync(person, Text(body, "form_id"), Texts(body, "values"), ct),
            "line" => hands.LineAsync(person, ChannelIn(body, person), Text(body, "text"), ct),
            var other => throw new Impossible(
                $"There is no kind of interaction called {other}. Use command, autocomplete, menu, button, select, form or line."),
        });
        return Json(answer);

        Task<SandboxAnswer> CommandAsync(string? focused) =>
            hands.CommandAsync(person, ChannelIn(body, person), Text(body, "name"), Texts(body, "options"), focused, ct);
    }

    private static void Cause(DiscordState state, string fault)
    {
        switch (fault)
        {
            case "drop": state.Sessions.DropAll(); break;
            case "reconnect": state.Sessions.RequestReconnect(); break;
            case "invalidate": state.Sessions.InvalidateAll(); break;
            case "repeat": state.Interactions.RepeatLast(); break;
            default: throw new Impossible($"There is no fault called {fault}. Use drop, reconnect, invalidate or repeat.");
        }
    }

    private static JsonObject Json(SandboxAnswer answer)
    {
        var json = new JsonObject { ["outcome"] = answer.Outcome.ToString().ToLowerInvariant() };
        if (answer.Message is not null) json["message"] = answer.Message.Json.DeepClone();
        if (answer.Error is not null) json["error"] = answer.Error;
        if (answer.Outcome == Outcome.Choices)
            json["choices"] = List(answer.Choices, choice => new JsonObject { ["name"] = choice.Name, ["value"] = choice.Value });
        if (answer.Form is { } form)
        {
            json["form_id"] = form.Id;
            json["title"] = form.Title;
            json["custom_id"] = form.CustomId;
            json["components"] = form.Components.DeepClone();
        }

        return json;
    }

    private static JsonObject ChannelOf(DiscordState state, Person me, Channel channel)
    {
        var json = Named(channel.Id, channel.Name);
        json["type"] = (int)channel.Kind;
        if (channel.Parent is not null) json["parent_id"] = channel.Parent.Id.ToString();
        var note = channel.Kind == ChannelKind.Forum ? "forum"
            : channel.IsLocked ? "locked"
            : state.IsArchived(channel) ? "archived"
            : Sight.Writes(channel, Sight.PermissionsOf(state.World, me, channel)) ? null : "read only";
        if (note is not null) json["note"] = note;
        return json;
    }

    private JsonObject PersonJson(Person person)
    {
        var json = Named(person.Id, person.Name);
        json["title"] = person.Title;
        json["teamId"] = person.TeamId.ToString();
        json["teamName"] = discord.World.Team(person.TeamId).Name;
        return json;
    }

    private Person Somebody(string id) => Snowflakes.TryParse(id, out var number) && discord.World.Member(number) is { } person
        ? person
        : throw new Impossible("\"as\" must be the id of one of the members in /page/state.");

    private Channel ChannelIn(JsonObject body, Person person)
    {
        if (body["channel_id"] is null) return discord.World.Channels.First(channel => channel.TeamId == person.TeamId);
        return discord.World.Channel(Id(body, "channel_id")) ?? throw new Impossible("There is no such channel.");
    }

    private static async Task<JsonObject> BodyAsync(HttpContext context)
    {
        if (context.Request.ContentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) != true)
            throw new Impossible("Send JSON, with the content type application/json.");
        // Also for a body that comes in chunks and never says how long it is.
        context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = LargestBody;
        try
        {
            using var bytes = new MemoryStream();
            await context.Request.Body.CopyToAsync(bytes, context.RequestAborted);
            return Wire.Parse(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)) as JsonObject
                ?? throw new Impossible("The body must be a JSON object.");
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw new Impossible("That is too much for one request.");
        }
        catch (JsonException)
        {
            throw new Impossible("The body is not valid JSON.");
        }
    }

    private static string Text(JsonObject body, string name) =>
        body[name] is JsonValue value ? value.ToString() : throw new Impossible($"\"{name}\" is missing.");

    private static ulong Id(JsonObject body, string name) =>
        Snowflakes.TryParse(Text(body, name), out var id) ? id : throw new Impossible($"\"{name}\" must be an id.");

    private static Dictionary<string, string> Texts(JsonObject body, string name) => body[name] switch
    {
        null => [],
        JsonObject map => map.ToDictionary(pair => pair.Key, pair => pair.Value?.ToString() ?? ""),
        _ => throw new Impossible($"\"{name}\" must be an object of texts."),
    };

    private static List<string> Values(JsonObject body) =>
        body["values"] is JsonArray values
            ? [.. values.Select(value => value?.ToString() ?? "")]
            : throw new Impossible("\"values\" must be a list.");

    private static JsonObject Named(ulong id, string name) => new() { ["id"] = id.ToString(), ["name"] = name };

    private static JsonArray List<T>(IEnumerable<T> items, Func<T, JsonObject> json) =>
        new([.. items.Select(item => (JsonNode)json(item))]);

    private static JsonObject Error(string sentence) => new() { ["error"] = sentence };

    private static Task WriteAsync(HttpContext context, int status, JsonNode body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync(body.ToText());
    }
}
