using System.Text.Json.Nodes;
using CoachBot.Sandbox.Bots;

namespace CoachBot.Sandbox.Guilds;

/// <summary>A team as Discord's guild object, for REST and for GUILD_CREATE. Discord: resources/guild, events/gateway-events.</summary>
internal static class GuildJson
{
    public static JsonObject Guild(DiscordState discord, Team team, Bot bot) => new()
    {
        ["id"] = team.Id.ToString(),
        ["name"] = team.Name,
        ["icon"] = null,
        ["description"] = null,
        ["home_header"] = null,
        ["splash"] = null,
        ["discovery_splash"] = null,
        ["features"] = new JsonArray(),
        ["banner"] = null,
        ["owner_id"] = World.OwnerId.ToString(),
        ["application_id"] = null,
        ["region"] = "local",
        ["afk_channel_id"] = null,
        ["afk_timeout"] = 300,
        ["system_channel_id"] = null,
        ["system_channel_flags"] = 0,
        ["widget_enabled"] = false,
        ["widget_channel_id"] = null,
        ["verification_level"] = 0,
        ["roles"] = discord.Shapes.Roles(team, bot),
        ["default_message_notifications"] = 1,
        ["mfa_level"] = 0,
        ["explicit_content_filter"] = 0,
        ["max_presences"] = null,
        ["max_members"] = 500000,
        ["max_stage_video_channel_users"] = 50,
        ["max_video_channel_users"] = 25,
        ["vanity_url_code"] = null,
        ["premium_tier"] = 0,
        ["premium_subscription_count"] = 0,
        ["preferred_locale"] = WorldJson.Locale,
        ["rules_channel_id"] = null,
        ["safety_alerts_channel_id"] = null,
        ["public_updates_channel_id"] = null,
        ["premium_progress_bar_enabled"] = false,
        ["nsfw"] = false,
        ["nsfw_level"] = 0,
        ["emojis"] = new JsonArray(),
        ["stickers"] = new JsonArray(),
        ["incidents_data"] = null,
    };

    /// <summary>With all members only for a bot that has the GUILD_PRESENCES intent. Discord: gateway-events, "Guild Create".</summary>
    public static JsonObject GuildCreate(DiscordState discord, Team team, Bot bot, bool withMembers)
    {
        var guild = Guild(discord, team, bot);
        var everybody = discord.World.Members.Where(person => person.TeamId == team.Id).Select(person => person.Id).ToList();
        var shown = withMembers ? [bot.Id, World.OwnerId, .. everybody] : new List<ulong> { bot.Id };
        guild["joined_at"] = discord.Time.GetUtcNow().ToString(Clock.Iso);
        guild["large"] = false;
        guild["unavailable"] = false;
        guild["member_count"] = everybody.Count + 1 + discord.Bots.All.Count;
        guild["members"] = new JsonArray([.. shown.Select(id => (JsonNode?)WorldJson.Member(discord.World, discord.Bots, team, id))]);
        guild["channels"] = Channels(discord, team, bot);
        guild["threads"] = List(discord, bot, ChannelsOf(discord, team).Where(
            channel => channel.Kind == ChannelKind.Thread && !discord.IsArchived(channel) && Sight.Sees(discord.World, bot, channel)));
        foreach (var empty in (string[])["presences", "voice_states", "stage_instances", "guild_scheduled_events", "soundboard_sounds"])
            guild[empty] = new JsonArray();
        return guild;
    }

    /// <summary>Without threads, as Discord lists a guild's channels.</summary>
    public static JsonArray Channels(DiscordState discord, Team team, Bot bot) =>
        List(discord, bot, ChannelsOf(discord, team).Where(channel => channel.Kind != ChannelKind.Thread));

    private static IEnumerable<Channel> ChannelsOf(DiscordState discord, Team team) =>
        discord.World.Channels.Where(channel => channel.TeamId == team.Id);

    private static JsonArray List(DiscordState discord, Bot bot, IEnumerable<Channel> channels) =>
        new([.. channels.Select(channel => (JsonNode)discord.ChannelFor(channel, bot))]);
}
