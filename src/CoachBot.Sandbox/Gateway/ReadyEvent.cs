using System.Text.Json.Nodes;
using CoachBot.Sandbox.Bots;
using CoachBot.Sandbox.Guilds;

namespace CoachBot.Sandbox.Gateway;

/// <summary>The first event of a session. Discord: events/gateway-events, "Ready".</summary>
internal static class ReadyEvent
{
    public static JsonObject Of(DiscordState discord, Session session)
    {
        var ready = new JsonObject
        {
            ["v"] = 10,
            ["user_settings"] = new JsonObject(),
            ["user"] = Self(session.Bot),
            ["session_type"] = "normal",
            ["session_id"] = session.Id,
            ["resume_gateway_url"] = discord.GatewayAddress.ToString(),
            ["relationships"] = new JsonArray(),
            ["private_channels"] = new JsonArray(),
            ["presences"] = new JsonArray(),
            ["guilds"] = new JsonArray(
                [.. Teams(discord, session)
                    .Select(team => (JsonNode)new JsonObject { ["id"] = team.Id.ToString(), ["unavailable"] = true })]),
            ["guild_join_requests"] = new JsonArray(),
            ["geo_ordered_rtc_regions"] = new JsonArray(),
            ["application"] = new JsonObject { ["id"] = session.Bot.Id.ToString(), ["flags"] = 0 },
            ["_trace"] = new JsonArray("[\"coachbot-sandbox\",{\"micros\":0}]"),
        };
        if (session.Shard is { } shard) ready["shard"] = new JsonArray(shard.Id, shard.Count);
        return ready;
    }

    public static IEnumerable<Team> Teams(DiscordState discord, Session session) =>
        discord.World.Teams.Where(team => session.Covers(team.Id));

    /// <summary>A bot's own user, as READY and GET /users/@me give it.</summary>
    public static JsonObject Self(Bot bot)
    {
        var user = WorldJson.User(bot);
        user["mfa_enabled"] = false;
        user["locale"] = WorldJson.Locale;
        user["verified"] = true;
        user["email"] = null;
        return user;
    }
}
