namespace CoachBot.Discord.Model;

/// <summary>What was used, and with what input. Which members are filled depends on the interaction's type.</summary>
public sealed record InteractionData
{
    internal static readonly InteractionData Empty = new();

    /// <summary>Command's name (commands and autocomplete); empty otherwise.</summary>
    public string Name { get; init; } = "";

    public IReadOnlyList<InteractionOption> Options { get; init; } = [];

    /// <summary>What Discord itself says about the channels, roles and people that the options or values name.</summary>
    public ResolvedData Resolved { get; init; } = ResolvedData.Empty;

    /// <summary>Of the component or the form; empty otherwise.</summary>
    public string CustomId { get; init; } = "";

    /// <summary>2 = button, 3 = string select and so on (Discord: Component Reference); 0 when absent.</summary>
    public int ComponentType { get; init; }

    /// <summary>What a select was set to.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>A form's inputs as they came; the same custom id may be there twice.</summary>
    public IReadOnlyList<SubmittedField> Fields { get; init; } = [];

    /// <summary>The message the component sits on.</summary>
    public ulong? MessageId { get; init; }

    /// <summary>Flags of the message the component sits on; tells an ephemeral message from a public one.</summary>
    public MessageFlags MessageFlags { get; init; }

    /// <summary>Input of people stays out of logs.</summary>
    public override string ToString() => nameof(InteractionData);
}

/// <summary>One input of a submitted form.</summary>
/// <param name="Value">Null when it was no text. A select inside a form gives its first value.</param>
public sealed record SubmittedField(string CustomId, string? Value)
{
    /// <summary>Input of people stays out of logs.</summary>
    public override string ToString() => nameof(SubmittedField);
}

/// <summary>One option of a command: a value, or a sub-command with options of its own.</summary>
public sealed record InteractionOption
{
    public required string Name { get; init; }

    /// <summary>
    /// A string, long, double or bool as it was on the wire; null when absent. Ids of users, roles and channels are strings.
    /// </summary>
    public object? Value { get; init; }

    /// <summary>The person is typing in this option (autocomplete).</summary>
    public bool Focused { get; init; }

    public IReadOnlyList<InteractionOption> Options { get; init; } = [];

    /// <summary>The value as text, whatever its kind; null when absent.</summary>
    public string? AsText => Value switch
    {
        null => null,
        string s => s,
        bool b => b ? "true" : "false",
        IFormattable f => f.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <summary>Input of people stays out of logs.</summary>
    public override string ToString() => nameof(InteractionOption);
}
