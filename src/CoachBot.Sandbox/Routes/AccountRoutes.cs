using System.Text.Json.Nodes;
using CoachBot.Sandbox.Api;
using CoachBot.Sandbox.Gateway;
using CoachBot.Sandbox.Guilds;

namespace CoachBot.Sandbox.Routes;

/// <summary>The gateway's address, and who the bot is. Discord: events/gateway, resources/user, resources/application.</summary>
internal static class AccountRoutes
{
    public static Route[] All { get; } =
    [
        new("GET", "/gateway", call => ApiAnswer.Ok(new JsonObject { ["url"] = call.Discord.GatewayAddress.ToString() }), NeedsBot: false),
        new("GET", "/gateway/bot", GatewayBot),
        new("GET", "/users/@me", call => ApiAnswer.Ok(ReadyEvent.Self(call.Bot))),
        new("GET", "/users/@me/guilds", MyGuilds),
        new("GET", "/users/{user_id}", call => ApiAnswer.Ok(
            WorldJson.User(call.Discord.World, call.Discord.Bots, call.Id("user_id")) ?? throw Refusal.UnknownUser())),
        new("GET", "/applications/@me", call => ApiAnswer.Ok(Application(call))),
        new("GET", "/oauth2/applications/@me", call => ApiAnswer.Ok(Application(call))),
    ];

    private static ApiAnswer GatewayBot(ApiCall call) => ApiAnswer.Ok(new JsonObject
    {
        ["url"] = call.Discord.GatewayAddress.ToString(),
        ["shards"] = 1,
        ["session_start_limit"] = new JsonObject { ["total"] = 1000, ["remaining"] = 1000, ["reset_after"] = 0, ["max_concurrency"] = 1 },
    });

    private static ApiAnswer MyGuilds(ApiCall call)
    {
        var limit = call.Limit(most: 200, usual: 200);
        IEnumerable<Team> page = call.Discord.World.Teams.OrderBy(team => team.Id);
        if (call.Bound("after") is { } after) page = page.Where(team => team.Id > after).Take(limit);
        else if (call.Bound("before") is { } before) page = page.Where(team => team.Id < before).TakeLast(limit);
        else page = page.Take(limit);
        return ApiAnswer.Ok(new JsonArray([.. page.Select(team => (JsonNode)MyGuild(call, team))]));
    }

    private static JsonObject MyGuild(ApiCall call, Team team)
    {
        var guild = new JsonObject
        {
            ["id"] = team.Id.ToString(),
            ["name"] = team.Name,
            ["icon"] = null,
            ["banner"] = null,
            ["owner"] = false,
            ["permissions"] = Sight.OfBots(team).ToString(),
            ["features"] = new JsonArray(),
        };
        GuildRoutes.CountIfAsked(call, team, guild);
        return guild;
    }

    private static JsonObject Application(ApiCall call) => new()
    {
        ["id"] = call.Bot.Id.ToString(),
        ["name"] = call.Bot.Name,
        ["icon"] = null,
        ["description"] = "",
        ["type"] = null,
        ["bot"] = WorldJson.User(call.Bot),
        ["bot_public"] = true,
        ["bot_require_code_grant"] = false,
        ["integration_types_config"] = new JsonObject { ["0"] = new JsonObject() },
        // No HTTP interactions are sent, so there is no key that could verify one.
        ["verify_key"] = new string('0', 64),
        ["flags"] = 0,
        ["flags_new"] = "0",
        ["redirect_uris"] = new JsonArray(),
        ["interactions_endpoint_url"] = null,
        ["role_connections_verification_url"] = null,
        ["owner"] = WorldJson.User(call.Discord.World, call.Discord.Bots, World.OwnerId),
        ["approximate_guild_count"] = call.Discord.World.Teams.Count,
        ["approximate_user_install_count"] = 0,
        ["approximate_user_authorization_count"] = 0,
        ["explicit_content_filter"] = 0,
        ["team"] = null,
        ["eligible_oauth2_scopes"] = new JsonArray(),
        ["tags"] = new JsonArray(),
    };
}
