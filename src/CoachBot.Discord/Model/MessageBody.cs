using System.Diagnostics.CodeAnalysis;

namespace CoachBot.Discord.Model;

/// <summary>
/// What a message holds. When editing, null leaves a part as it is and an empty one clears it. Discord's limits
/// are checked before sending.
/// </summary>
public sealed record MessageBody
{
    public string? Content { get; init; }

    public IReadOnlyList<Embed>? Embeds { get; init; }

    public IReadOnlyList<Component>? Components { get; init; }

    public MessageFlags Flags { get; init; }

    /// <summary>Written on every body, for Discord's own default would ping people a text happens to name.</summary>
    public AllowedMentions AllowedMentions { get; init; } = AllowedMentions.None;

    public IReadOnlyList<Attachment>? Attachments { get; init; }
}

/// <summary>Discord: Message Resource, "Message Flags", as far as this bot sets them. Other bits are kept when reading.</summary>
[Flags]
[SuppressMessage("Naming", "CA1711", Justification = "Discord's own term.")]
public enum MessageFlags
{
    None = 0,
    SuppressEmbeds = 1 << 2,
    Ephemeral = 1 << 6,
}

/// <summary>Whom a message may ping (Discord: Message Resource, "Allowed Mentions Object"). The default is nobody.</summary>
public sealed record AllowedMentions
{
    public static readonly AllowedMentions None = new();

    /// <summary>At most 100.</summary>
    public IReadOnlyList<ulong> Roles { get; init; } = [];
}

/// <summary>A file sent with a message; an embed shows it with <c>attachment://name</c>.</summary>
/// <param name="FileName">Chosen by us, never by users: letters, digits, dot, dash and underscore.</param>
/// <param name="Bytes">The file itself.</param>
/// <param name="Description">Alternative text for people who do not see the picture, at most 1024 characters.</param>
/// <param name="ContentType">Such as <c>image/png</c>.</param>
public sealed record Attachment(string FileName, ReadOnlyMemory<byte> Bytes, string? Description = null, string ContentType = "image/png");
