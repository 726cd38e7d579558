namespace CoachBot.Chat;

/// <summary>What a handler answers. Handlers return it; the platform sends it.</summary>
internal sealed record Reply
{
    /// <summary>Markdown. What people typed must have gone through <see cref="Markdown.Escape"/>.</summary>
    public string? Text { get; init; }

    public Card? Card { get; init; }

    public IReadOnlyList<Button> Buttons { get; init; } = [];

    /// <summary>Only the caller sees it. The default, so that a personal answer is never public by oversight.</summary>
    public bool Private { get; init; } = true;

    /// <summary>Takes the place of the message whose button was pressed.</summary>
    public bool Replaces { get; init; }

    public static Reply Of(string text) => new() { Text = text };
}

/// <param name="Body">Markdown.</param>
internal sealed record Card(string Title, string Body)
{
    public IReadOnlyList<CardField> Fields { get; init; } = [];

    public string? Footer { get; init; }

    public Picture? Picture { get; init; }

    /// <summary>The bar beside the card, 0xRRGGBB. Never the only carrier of a meaning.</summary>
    public int Colour { get; init; } = 0x2F6FDE;
}

internal sealed record CardField(string Name, string Value);

/// <param name="FileName">Ours, never from a person: <c>glute-bridge.png</c>.</param>
/// <param name="AltText">What the picture shows, for people who do not see it; at most 1024 characters.</param>
internal sealed record Picture(string FileName, ReadOnlyMemory<byte> Png, string AltText);

internal enum ButtonStyle
{
    Primary,
    Secondary,
    Success,
    Danger,
}

/// <summary>A button. It works after a restart and months later: all it needs is in its signed id.</summary>
/// <param name="Arguments">Short words without a colon, at most about 50 characters in all; no personal data.</param>
internal sealed record Button(string Label, string Action, params IReadOnlyList<string> Arguments)
{
    public ButtonStyle Style { get; init; } = ButtonStyle.Secondary;

    public bool Disabled { get; init; }

    /// <summary>The only person who may press it; null for everybody.</summary>
    public ulong? Owner { get; init; }
}
