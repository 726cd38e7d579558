using CoachBot.Runtime;

namespace CoachBot.Chat.Saying;

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

    /// <summary>Stands at the beginning of a row, so that what belongs together stays together on a narrow screen.</summary>
    public bool StartsRow { get; init; }

    /// <summary>The only person who may press it; null for everybody.</summary>
    public UserId? Owner { get; init; }
}
