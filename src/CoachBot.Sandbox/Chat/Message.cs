using System.Text.Json.Nodes;
using CoachBot.Sandbox.Bots;

namespace CoachBot.Sandbox.Chat;

/// <summary>A message and its present state. Changed only through <see cref="MessageBook"/>, with the gate held.</summary>
internal sealed class Message
{
    public required ulong Id { get; init; }

    public required Channel Channel { get; init; }

    public ulong ChannelId => Channel.Id;

    public required ulong AuthorId { get; init; }

    public required string AuthorName { get; init; }

    /// <summary>The bot that wrote it; null for a person's message.</summary>
    public Bot? Bot { get; init; }

    /// <summary>The application whose interaction it answers; such a message is edited with the interaction's token.</summary>
    public string? InteractionToken { get; init; }

    public ulong? VisibleTo { get; init; }

    /// <summary>Discord's message object, without what depends on the reader.</summary>
    public required JsonObject Json { get; init; }

    public List<StoredFile> Files { get; set; } = [];

    public Pings Pings { get; set; } = Pings.None;

    public int Revision { get; set; } = 1;

    public bool Deleted { get; set; }

    public MessageFlags Flags
    {
        get => (MessageFlags)(int)Json["flags"]!;
        set => Json["flags"] = (int)value;
    }

    public SandboxMessage Snapshot() => new()
    {
        Id = Id,
        ChannelId = ChannelId,
        AuthorName = AuthorName,
        Content = (string)Json["content"]!,
        Text = VisibleText.Of(Json),
        VisibleTo = VisibleTo,
        Buttons = VisibleText.Buttons(Json),
        Json = (JsonObject)Json.DeepClone(),
        Attachments = [.. Files.Select(file => new SandboxAttachment(file.Name, file.Description, file.ContentType, file.Bytes))],
        MentionedRoles = Pings.MentionedRoles,
        PingedUsers = Pings.Users,
        PingedRoles = Pings.Roles,
        PingedEveryone = Pings.Everyone,
        Revision = Revision,
    };
}

/// <summary>Discord: resources/message, "Message Flags".</summary>
[Flags]
internal enum MessageFlags
{
    None = 0,
    SuppressEmbeds = 1 << 2,
    Ephemeral = 1 << 6,
    Loading = 1 << 7,
    SuppressNotifications = 1 << 12,
    ComponentsV2 = 1 << 15,
}
