using System.Text.Json.Nodes;
using CoachBot.Sandbox.Api;
using CoachBot.Sandbox.Guilds;

namespace CoachBot.Sandbox.Chat;

/// <summary>A message body that passed the rules. Null means: not in the body, so an edit leaves that part alone.</summary>
internal sealed record Draft
{
    public string? Content { get; init; }

    public JsonArray? Embeds { get; init; }

    public JsonArray? Components { get; init; }

    public required IReadOnlyList<StoredFile> Files { get; init; }

    public required MessageFlags Flags { get; init; }

    public bool HasFlags { get; init; }

    public required AllowedMentions Mentions { get; init; }

    /// <summary>Puts the draft onto a message. Pings are counted when a message first shows its text; edits do not ping.</summary>
    public void WriteTo(Message message, DiscordState discord, bool first)
    {
        var json = message.Json;
        var content = Content ?? (string)json["content"]!;
        var (embeds, components) = (Embeds ?? json["embeds"]!, Components ?? json["components"]!);
        if (content.Length == 0 && embeds.AsArray().Count == 0 && components.AsArray().Count == 0 && Files.Count == 0)
            throw Refusal.EmptyMessage();

        json["content"] = content;
        json["embeds"] = embeds.DeepClone();
        json["components"] = components.DeepClone();
        message.Files = [.. Files];
        json["attachments"] = new JsonArray(
            [.. Files.Where(file => !file.Claimed).Select(file => (JsonNode)file.Json(ephemeral: message.VisibleTo is not null))]);
        // Of an existing message only these flags can change, and a message of components v2 stays one.
        const MessageFlags Changeable = MessageFlags.SuppressEmbeds | MessageFlags.ComponentsV2;
        if (HasFlags) message.Flags = (message.Flags & ~MessageFlags.SuppressEmbeds) | (Flags & Changeable);
        WriteMentions(message, discord, first);
    }

    private void WriteMentions(Message message, DiscordState discord, bool first)
    {
        var team = discord.World.Team(message.Channel.TeamId);
        var mayPingAll = message.Bot is { } bot
            && (Sight.PermissionsOf(discord.World, bot, message.Channel) & Permissions.MentionEveryone) != 0;
        var pings = Pings.Of(VisibleText.Pingable(message.Json), discord.World, discord.Bots, team, Mentions, mayPingAll);
        message.Json["mention_everyone"] = pings.Everyone;
        message.Json["mention_roles"] = new JsonArray([.. pings.Roles.Select(role => (JsonNode)role.ToString())]);
        message.Json["mentions"] = new JsonArray(
            [.. pings.Users.Select(user => (JsonNode?)WorldJson.User(discord.World, discord.Bots, user))]);
        // Nobody is notified of a message that only one member sees, nor of an edit.
        message.Pings = message.VisibleTo is not null ? Pings.None with { MentionedRoles = pings.MentionedRoles }
            : first ? pings
            : message.Pings with { MentionedRoles = pings.MentionedRoles };
    }
}
