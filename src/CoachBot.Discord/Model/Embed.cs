namespace CoachBot.Discord.Model;

/// <summary>A card (Discord: Message Resource, "Embed Object"). All embeds of a message share 6000 characters.</summary>
public sealed record Embed
{
    /// <summary>At most 256 characters.</summary>
    public string? Title { get; init; }

    /// <summary>At most 4096 characters.</summary>
    public string? Description { get; init; }

    /// <summary>0xRRGGBB.</summary>
    public int? Color { get; init; }

    /// <summary>At most 25.</summary>
    public IReadOnlyList<EmbedField> Fields { get; init; } = [];

    /// <summary>At most 2048 characters.</summary>
    public string? Footer { get; init; }

    /// <summary>An https address or <c>attachment://name</c>.</summary>
    public string? ImageUrl { get; init; }
}

/// <param name="Name">At most 256 characters.</param>
/// <param name="Value">At most 1024 characters.</param>
public sealed record EmbedField(string Name, string Value);
