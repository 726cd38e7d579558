using System.Text.Json.Nodes;

namespace CoachBot.Sandbox;

/// <summary>A message as it was at one moment. A later version has the same id and a higher <see cref="Revision"/>.</summary>
public sealed record SandboxMessage
{
    public required ulong Id { get; init; }

    public required ulong ChannelId { get; init; }

    public required string AuthorName { get; init; }

    public required string Content { get; init; }

    /// <summary>Everything one can read in it, flattened: content, embeds, components' text and labels.</summary>
    public required string Text { get; init; }

    public bool IsEphemeral => VisibleTo is not null;

    /// <summary>For an ephemeral message, the one member who sees it.</summary>
    public required ulong? VisibleTo { get; init; }

    public required IReadOnlyList<SandboxButton> Buttons { get; init; }

    /// <summary>Discord's message object.</summary>
    public required JsonObject Json { get; init; }

    public required IReadOnlyList<SandboxAttachment> Attachments { get; init; }

    /// <summary>The roles named in the content, whether or not they are pinged.</summary>
    public required IReadOnlyList<ulong> MentionedRoles { get; init; }

    /// <summary>The users whom this message would really notify.</summary>
    public required IReadOnlyList<ulong> PingedUsers { get; init; }

    /// <summary>The roles whom this message would really notify.</summary>
    public required IReadOnlyList<ulong> PingedRoles { get; init; }

    /// <summary>Whether @everyone or @here would really notify.</summary>
    public required bool PingedEveryone { get; init; }

    /// <summary>1 for a new message, one more with every edit.</summary>
    public required int Revision { get; init; }
}

/// <summary>A button. Link buttons have a url and no custom id.</summary>
public sealed record SandboxButton(string Label, string? CustomId, bool Disabled, int Style, string? Url);

/// <summary>A file that was uploaded with a message. The description is what a screen reader says.</summary>
public sealed record SandboxAttachment(string Name, string? Description, string ContentType, ReadOnlyMemory<byte> Bytes);
