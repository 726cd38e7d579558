using System.Text.Json.Nodes;
using CoachBot.Sandbox.Bots;
using CoachBot.Sandbox.Chat;
using CoachBot.Sandbox.Guilds;
using CoachBot.Sandbox.Rules;
using Microsoft.AspNetCore.Http;

namespace CoachBot.Sandbox.Api;

/// <summary>One REST request, read and authorised.</summary>
internal sealed class ApiCall
{
    public required DiscordState Discord { get; init; }

    public required IReadOnlyDictionary<string, string> Path { get; init; }

    public required IQueryCollection Query { get; init; }

    public Bot? Caller { get; init; }

    /// <summary>The JSON body, or null where there was none.</summary>
    public JsonNode? Body { get; init; }

    public IReadOnlyList<Upload> Uploads { get; init; } = [];

    public FormErrors Errors { get; } = new();

    /// <summary>The bot of the token; routes that need one are only reached with one.</summary>
    public Bot Bot => Caller ?? throw Refusal.Unauthorized();

    public Form Form => new(
        Body is null
            ? []
            : Body as JsonObject ?? throw FormErrors.One("", "DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType"),
        "",
        Errors);

    /// <summary>An id in the path; something that is no id cannot exist.</summary>
    public ulong Id(string name) => Snowflakes.TryParse(Path[name], out var id)
        ? id
        : throw FormErrors.One(name, "NUMBER_TYPE_COERCE", $"Value \"{Path[name]}\" is not snowflake.");

    /// <summary>The channel of the path, if the bot was let in.</summary>
    public Channel Channel()
    {
        var channel = Discord.World.Channel(Id("channel_id")) ?? throw Refusal.UnknownChannel();
        return Sight.Sees(Discord.World, Bot, channel) ? channel : throw Refusal.MissingAccess();
    }

    public Team Team() => Discord.World.Teams.FirstOrDefault(team => team.Id == Id("guild_id")) ?? throw Refusal.UnknownGuild();

    /// <summary>How long a page may be; 400 when out of bounds.</summary>
    public int Limit(int most, int usual)
    {
        var limit = Query["limit"].ToString() is { Length: > 0 } text ? int.TryParse(text, out var number) ? number : 0 : usual;
        return limit >= 1 && limit <= most
            ? limit
            : throw FormErrors.One("limit", "NUMBER_TYPE_MAX", $"int value should be between 1 and {most}.");
    }

    /// <summary>An id in the query, such as <c>before</c>, or 0, which is before all; null where there is none.</summary>
    public ulong? Bound(string name) =>
        Query[name].ToString() is not { Length: > 0 } text ? null
        : text == "0" ? 0
        : Snowflakes.TryParse(text, out var id) ? id
        : throw FormErrors.One(name, "NUMBER_TYPE_COERCE", $"Value \"{text}\" is not snowflake.");

    public bool IsSet(string query) => Query[query].ToString() is "true" or "True" or "1";
}

/// <summary>What a route answers: a status and a JSON body, or 204 and none.</summary>
internal sealed record ApiAnswer(int Status, JsonNode? Body)
{
    public static ApiAnswer NoContent { get; } = new(StatusCodes.Status204NoContent, null);

    public static ApiAnswer Ok(JsonNode body) => new(StatusCodes.Status200OK, body);
}
