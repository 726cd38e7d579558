using System.Text.Json.Nodes;
using CoachBot.Sandbox.Bots;
using CoachBot.Sandbox.Chat;
using CoachBot.Sandbox.Guilds;
using CoachBot.Sandbox.Rules;

namespace CoachBot.Sandbox.Interactions;

/// <summary>Messages that answer an interaction: the first reply, follow-ups, and edits of both.</summary>
internal sealed class InteractionReplies(DiscordState discord)
{
    private const int ReplyType = 19;
    private const int CommandReplyType = 20;

    private readonly MessageRules rules = new(discord.Ids, discord.Address);

    public Message Create(Interaction interaction, Form data, IReadOnlyList<Upload> uploads, FormErrors errors, bool followUp, bool loading)
    {
        var draft = rules.Read(data, uploads, new MessagePlace(interaction.Channel, Edited: null, ByInteraction: true), errors);
        errors.ThrowIfAny();
        var ephemeral = draft.Flags.HasFlag(MessageFlags.Ephemeral);
        var refersTo = followUp ? interaction.Original : interaction.Source;
        var id = discord.Ids.Next();
        var type = refersTo is null ? CommandReplyType : ReplyType;
        var json = discord.Messages.NewJson(id, interaction.Channel, WorldJson.User(interaction.Bot), type,
            "", draft.Flags | (loading ? MessageFlags.Loading : MessageFlags.None));
        json["webhook_id"] = interaction.Bot.Id.ToString();
        json["application_id"] = interaction.Bot.Id.ToString();
        json["interaction_metadata"] = interaction.Metadata.DeepClone();
        if (followUp && interaction.Original is not null)
            json["interaction_metadata"]!["original_response_message_id"] = interaction.Original.Id.ToString();
        if (interaction.Type == InteractionType.Command && !followUp) json["interaction"] = OldMetadata(interaction);
        if (refersTo is not null) Refer(json, refersTo);
        var message = new Message
        {
            Id = id,
            Channel = interaction.Channel,
            AuthorId = interaction.Bot.Id,
            AuthorName = interaction.Bot.Name,
            Bot = interaction.Bot,
            InteractionToken = interaction.Token,
            VisibleTo = ephemeral ? interaction.Person.Id : null,
            Json = json,
        };
        if (!loading) draft.WriteTo(message, discord, first: true);
        discord.Messages.Add(message);
        return message;
    }

    /// <summary>Edits a message; the first edit of a deferred one ends the thinking.</summary>
    public void Edit(Message message, Form data, IReadOnlyList<Upload> uploads, FormErrors errors)
    {
        var draft = rules.Read(data, uploads, new MessagePlace(message.Channel, message, ByInteraction: true), errors);
        errors.ThrowIfAny();
        var wasLoading = message.Flags.HasFlag(MessageFlags.Loading);
        draft.WriteTo(message, discord, first: wasLoading);
        message.Flags &= ~MessageFlags.Loading;
        discord.Messages.Changed(message, edited: !wasLoading);
    }

    /// <summary>Points a message to the one it answers. Discord: resources/message, "Message Reference".</summary>
    public static void Refer(JsonObject json, Message to)
    {
        json["message_reference"] = new JsonObject
        {
            ["type"] = 0,
            ["channel_id"] = to.ChannelId.ToString(),
            ["message_id"] = to.Id.ToString(),
            ["guild_id"] = to.Channel.TeamId.ToString(),
        };
        var copy = (JsonObject)to.Json.DeepClone();
        copy.Remove("referenced_message");
        json["referenced_message"] = copy;
    }

    // The deprecated field that many clients still read.
    private static JsonObject OldMetadata(Interaction interaction) => new()
    {
        ["id"] = interaction.Id.ToString(),
        ["type"] = (int)interaction.Type,
        ["name"] = interaction.Metadata["name"]!.DeepClone(),
        ["user"] = WorldJson.User(interaction.Person),
    };
}
