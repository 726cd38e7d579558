using System.Text.Json.Nodes;
using CoachBot.Sandbox.Chat;
using CoachBot.Sandbox.Rules;

namespace CoachBot.Sandbox;

/// <summary>What came of a typed command, a press or a submitted form.</summary>
public enum Outcome
{
    /// <summary>A new message, or a newer version of one already there.</summary>
    Message,

    /// <summary>The bot is thinking; the rest comes later under the same message id.</summary>
    Deferred,

    /// <summary>Suggestions for an option.</summary>
    Choices,

    /// <summary>The bot opened a form.</summary>
    Form,

    /// <summary>A press was accepted and has changed nothing yet.</summary>
    Acknowledged,

    /// <summary>Nothing came of it; the answer's error says why.</summary>
    Failed,
}

/// <summary>What a member gets to see in return.</summary>
public sealed record SandboxAnswer
{
    /// <summary>Which of the other properties is filled.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>The message of <see cref="Outcome.Message"/> and <see cref="Outcome.Deferred"/>.</summary>
    public SandboxMessage? Message { get; init; }

    /// <summary>The suggestions of <see cref="Outcome.Choices"/>.</summary>
    public IReadOnlyList<SandboxChoice> Choices { get; init; } = [];

    /// <summary>The form of <see cref="Outcome.Form"/>.</summary>
    public SandboxForm? Form { get; init; }

    /// <summary>One sentence for <see cref="Outcome.Failed"/>.</summary>
    public string? Error { get; init; }
}

/// <summary>One suggestion of an autocomplete.</summary>
public sealed record SandboxChoice(string Name, string Value);

/// <summary>A form (Discord says modal) as the member sees it.</summary>
public sealed record SandboxForm
{
    /// <summary>The sandbox's own name for this open form.</summary>
    public required string Id { get; init; }

    /// <summary>The custom id the bot gave it.</summary>
    public required string CustomId { get; init; }

    /// <summary>The title the bot gave it.</summary>
    public required string Title { get; init; }

    /// <summary>The fields one can fill in, in their order.</summary>
    public required IReadOnlyList<SandboxField> Fields { get; init; }

    /// <summary>The components as the bot sent them.</summary>
    public required JsonArray Components { get; init; }
}

/// <summary>One field of a form.</summary>
public sealed record SandboxField(string CustomId, string Label, string? Value, bool Required);
