using System.Text.Json.Nodes;
using CoachBot.Sandbox.Bots;

namespace CoachBot.Sandbox.Guilds;

/// <summary>Discord's objects for text channels, forums and threads. Discord: resources/channel.</summary>
internal sealed class ChannelJson(World world)
{
    private const string Made = "2024-01-02T09:00:00.000000+00:00";

    public JsonObject Of(Channel channel, Bot? bot, ulong? lastMessage, bool isArchived)
    {
        var json = new JsonObject
        {
            ["id"] = channel.Id.ToString(),
            ["type"] = (int)channel.Kind,
            ["guild_id"] = channel.TeamId.ToString(),
            ["name"] = channel.Name,
            ["flags"] = 0,
            ["parent_id"] = channel.Parent?.Id.ToString(),
            ["rate_limit_per_user"] = 0,
            ["last_message_id"] = lastMessage?.ToString(),
            ["last_pin_timestamp"] = null,
        };
        if (channel.Kind == ChannelKind.Thread)
        {
            json["owner_id"] = World.OwnerId.ToString();
            json["thread_metadata"] = Metadata(channel, isArchived);
            foreach (var count in (string[])["message_count", "member_count", "total_message_sent"]) json[count] = 1;
            return json;
        }

        json["position"] = world.Channels.Where(other => other.TeamId == channel.TeamId).ToList().IndexOf(channel);
        json["topic"] = null;
        json["nsfw"] = false;
        json["permission_overwrites"] = Overwrites(channel, bot);
        if (channel.Kind == ChannelKind.Forum)
        {
            json["available_tags"] = new JsonArray();
            json["default_forum_layout"] = 0;
            foreach (var unset in (string[])["default_reaction_emoji", "default_sort_order"]) json[unset] = null;
        }

        return json;
    }

    private static JsonObject Metadata(Channel channel, bool isArchived) => new()
    {
        ["archived"] = isArchived,
        ["auto_archive_duration"] = 10080,
        ["archive_timestamp"] = Made,
        ["locked"] = channel.IsLocked,
        ["create_timestamp"] = Made,
    };

    // The same facts as in Sight.Inside, as Discord tells them.
    private JsonArray Overwrites(Channel channel, Bot? bot)
    {
        var overwrites = new JsonArray();
        var (everyone, own) = (channel.TeamId, bot?.RoleIn(world.Team(channel.TeamId)));
        if (channel.OnlyForRole is { } members)
        {
            Add(everyone, allow: 0, deny: Permissions.ViewChannel);
            Add(members, allow: Permissions.ViewChannel, deny: 0);
            if (!channel.HiddenFromBots) Add(own, allow: Permissions.ViewChannel, deny: 0);
        }

        if (channel.OnlyRoleWrites is { } writers)
        {
            Add(everyone, allow: 0, deny: Permissions.Writing);
            Add(writers, allow: Permissions.Writing, deny: 0);
        }

        return overwrites;

        void Add(ulong? role, ulong allow, ulong deny)
        {
            if (role is null) return;
            overwrites.Add((JsonNode)new JsonObject
            {
                ["id"] = role.Value.ToString(),
                ["type"] = 0,
                ["allow"] = allow.ToString(),
                ["deny"] = deny.ToString(),
            });
        }
    }
}
