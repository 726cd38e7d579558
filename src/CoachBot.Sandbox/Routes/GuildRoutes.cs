using System.Text.Json.Nodes;
using CoachBot.Sandbox.Api;
using CoachBot.Sandbox.Guilds;

namespace CoachBot.Sandbox.Routes;

/// <summary>Teams, their channels, roles and members. Discord: resources/guild, resources/channel.</summary>
internal static class GuildRoutes
{
    public static Route[] All { get; } =
    [
        new("GET", "/guilds/{guild_id}", Guild),
        new("GET", "/guilds/{guild_id}/channels", call => ApiAnswer.Ok(GuildJson.Channels(call.Discord, call.Team(), call.Bot))),
        new("GET", "/guilds/{guild_id}/roles", call => ApiAnswer.Ok(call.Discord.Shapes.Roles(call.Team(), call.Bot))),
        new("GET", "/guilds/{guild_id}/members/{user_id}", call => ApiAnswer.Ok(
            WorldJson.Member(call.Discord.World, call.Discord.Bots, call.Team(), call.Id("user_id")) ?? throw Refusal.UnknownMember())),
        new("GET", "/channels/{channel_id}", call => ApiAnswer.Ok(call.Discord.ChannelFor(call.Channel(), call.Bot))),
    ];

    private static ApiAnswer Guild(ApiCall call)
    {
        var team = call.Team();
        var guild = GuildJson.Guild(call.Discord, team, call.Bot);
        CountIfAsked(call, team, guild);
        return ApiAnswer.Ok(guild);
    }

    public static void CountIfAsked(ApiCall call, Team team, JsonObject guild)
    {
        if (!call.IsSet("with_counts")) return;
        guild["approximate_member_count"] = call.Discord.World.Members.Count(person =>
            person.TeamId == team.Id) + 1 + call.Discord.Bots.All.Count;
        guild["approximate_presence_count"] = call.Discord.Bots.All.Count(call.Discord.Sessions.IsOnline);
    }
}
