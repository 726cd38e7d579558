namespace CoachBot.Chat.Saying;

/// <summary>What a handler answers. Handlers return it; the platform sends it.</summary>
internal sealed record Reply
{
    /// <summary>Markdown. What people typed must have gone through <see cref="Markup.Escape"/>.</summary>
    public string? Text { get; init; }

    public Card? Card { get; init; }

    /// <summary>Stands above the buttons.</summary>
    public Select? Select { get; init; }

    public IReadOnlyList<Button> Buttons { get; init; } = [];

    /// <summary>Opens this form in place of an answer; all else is left out. Only for handlers that say they open forms.</summary>
    public Form? Form { get; init; }

    /// <summary>Only the caller sees it. The default, so that a personal answer is never public by oversight.</summary>
    public bool Private { get; init; } = true;

    /// <summary>Takes the place of the message that was pressed, chosen from, or whose form was filled in.</summary>
    public bool Replaces { get; init; }

    /// <summary>This very object is the answer to everybody who asks the same, so a platform may write it once and keep that.</summary>
    public bool Shared { get; init; }

    /// <summary>Says what is wrong with what was typed, and may repeat it: a platform makes no previews of links out of it.</summary>
    public bool Refuses { get; init; }

    public static Reply Of(string text) => new() { Text = text };

    public static Reply Open(Form form) => new() { Form = form };
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

/// <param name="FileName">Ours, never from a person: <c>glute-bridge.png</c>. Its ending says what the bytes are: png or gif.</param>
/// <param name="AltText">What the picture shows, for people who do not see it; at most 1024 characters.</param>
internal sealed record Picture(string FileName, ReadOnlyMemory<byte> Bytes, string AltText);
