using CoachBot.Runtime;

namespace CoachBot.Chat.Saying;

/// <summary>A list to pick one thing from. Works after a restart and months later, as a <see cref="Button"/> does.</summary>
/// <param name="Action">The name of the <c>ISelectAction</c> that gets what was picked.</param>
/// <param name="Arguments">Short words without a colon or a dot, at most about 50 characters in all; no personal data.</param>
internal sealed record Select(string Action, params IReadOnlyList<string> Arguments)
{
    /// <summary>Says what to pick, in at most 150 characters.</summary>
    public required string Placeholder { get; init; }

    /// <summary>1 to 25. When one is picked, it is held against what the action offers then.</summary>
    public required IReadOnlyList<SelectOption> Options { get; init; }

    /// <summary>The only person who may pick; null for everybody.</summary>
    public UserId? Owner { get; init; }
}

/// <param name="Label">What people read, at most 100 characters, plain text.</param>
/// <param name="Value">What the action gets, at most 100 characters; each value once.</param>
/// <param name="Description">A second, smaller line, at most 100 characters.</param>
/// <param name="Default">Shown as picked already.</param>
internal sealed record SelectOption(string Label, string Value, string? Description = null, bool Default = false);
