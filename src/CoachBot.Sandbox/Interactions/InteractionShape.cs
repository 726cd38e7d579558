using System.Text.Json.Nodes;
using CoachBot.Sandbox.Bots;
using CoachBot.Sandbox.Chat;
using CoachBot.Sandbox.Guilds;
using CoachBot.Sandbox.Rules;

namespace CoachBot.Sandbox.Interactions;

/// <summary>
/// Builds an interaction with everything Discord tells a bot. Discord: interactions/receiving-and-responding, "Interaction Object".
/// </summary>
internal sealed class InteractionShape(DiscordState discord)
{
    private const int AttachmentLimit = 10 * 1024 * 1024;

    public Interaction Command(RegisteredCommand command, Person person, Channel channel, JsonObject data, int? focusedType)
    {
        data["id"] = command.Id.ToString();
        data["name"] = command.Name;
        data["type"] = command.Type;
        if (command.TeamId is not null) data["guild_id"] = command.TeamId.ToString();
        var type = focusedType is null ? InteractionType.Command : InteractionType.Autocomplete;
        return New(type, command.Bot, person, channel, data, source: null, focusedType ?? 0, metadata =>
        {
            metadata["name"] = FullName(command.Name, data);
            metadata["command_type"] = command.Type;
            if (command.Type == CommandRules.OnPerson)
                metadata["target_user"] = data["resolved"]!["users"]![data["target_id"]!.ToString()]!.DeepClone();
            if (command.Type == CommandRules.OnMessage) metadata["target_message_id"] = data["target_id"]!.DeepClone();
        });
    }

    /// <summary>
    /// With the sub-command, as people type it. Discord: resources/message, "Application Command Interaction Metadata Structure".
    /// </summary>
    private static string FullName(string name, JsonObject data)
    {
        const int SubCommand = 1, SubCommandGroup = 2;
        return data["options"] is JsonArray { Count: 1 } options && options[0] is JsonObject part
            && part["type"]?.GetValue<int>() is SubCommand or SubCommandGroup
            ? $"{name} {FullName(part["name"]!.ToString(), part)}"
            : name;
    }

    public Interaction Component(Message source, Person person, JsonObject component, JsonArray? values, JsonObject? resolved)
    {
        var data = new JsonObject
        {
            ["custom_id"] = component["custom_id"]!.DeepClone(),
            ["component_type"] = component["type"]!.DeepClone(),
            ["id"] = component["id"]!.DeepClone(),
        };
        if (values is not null) data["values"] = values;
        if (resolved is not null) data["resolved"] = resolved;
        return New(InteractionType.Component, source.Bot!, person, source.Channel, data, source, 0, metadata =>
            metadata["interacted_message_id"] = source.Id.ToString());
    }

    public Interaction Submit(OpenForm form, JsonArray components)
    {
        var data = new JsonObject { ["custom_id"] = form.Modal["custom_id"]!.DeepClone(), ["components"] = components };
        var from = form.From;
        return New(InteractionType.FormSubmit, from.Bot, from.Person, from.Channel, data, from.Source, 0, metadata =>
            metadata["triggering_interaction_metadata"] = from.Metadata.DeepClone());
    }

    private Interaction New(
        InteractionType type, Bot bot, Person person, Channel channel, JsonObject data, Message? source, int focusedType,
            Action<JsonObject> describe)
    {
        var (id, token) = (discord.Ids.Next(), InteractionBoard.NewToken());
        var team = discord.World.Team(channel.TeamId);
        var permissions = Sight.PermissionsOf(discord.World, person, channel).ToString();
        var member = WorldJson.Member(WorldJson.User(person), person.RoleIds);
        member["permissions"] = permissions;
        var owners = new JsonObject { ["0"] = team.Id.ToString() };
        var payload = new JsonObject
        {
            ["id"] = id.ToString(),
            ["application_id"] = bot.Id.ToString(),
            ["type"] = (int)type,
            ["version"] = 1,
            ["token"] = token,
            ["data"] = data,
            ["guild_id"] = team.Id.ToString(),
            ["guild"] = new JsonObject { ["id"] = team.Id.ToString(), ["locale"] = WorldJson.Locale, ["features"] = new JsonArray() },
            ["channel_id"] = channel.Id.ToString(),
            ["channel"] = discord.ChannelFor(channel, person, bot),
            ["member"] = member,
            ["app_permissions"] = Sight.PermissionsOf(discord.World, bot, channel).ToString(),
            ["locale"] = WorldJson.Locale,
            ["guild_locale"] = WorldJson.Locale,
            ["entitlements"] = new JsonArray(),
            ["entitlement_sku_ids"] = new JsonArray(),
            ["authorizing_integration_owners"] = owners,
            ["context"] = 0,
            ["attachment_size_limit"] = AttachmentLimit,
        };
        if (source is not null) payload["message"] = source.Json.DeepClone();
        var metadata = new JsonObject
        {
            ["id"] = id.ToString(),
            ["type"] = (int)type,
            ["user"] = WorldJson.User(person),
            ["authorizing_integration_owners"] = owners.DeepClone(),
        };
        describe(metadata);
        return new Interaction
        {
            Id = id,
            Token = token,
            Type = type,
            Bot = bot,
            Person = person,
            Channel = channel,
            Created = discord.Time.GetUtcNow(),
            Payload = payload,
            Metadata = metadata,
            Source = source,
            FocusedType = focusedType,
        };
    }
}
