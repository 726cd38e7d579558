namespace CoachBot.Discord.Model;

/// <summary>Something to press, choose from or type into (Discord: Component Reference), in the classic layout.</summary>
public abstract record Component
{
    private protected Component() { }
}

/// <summary>Type 1: up to 5 buttons, or one select, or one text input.</summary>
public sealed record ActionRow(IReadOnlyList<Component> Components) : Component;

/// <summary>Type 2.</summary>
public sealed record Button : Component
{
    public ButtonStyle Style { get; init; } = ButtonStyle.Secondary;

    /// <summary>1 to 80 characters.</summary>
    public required string Label { get; init; }

    /// <summary>1 to 100 characters, unique within the message.</summary>
    public required string CustomId { get; init; }

    public bool Disabled { get; init; }
}

public enum ButtonStyle
{
    Primary = 1,
    Secondary = 2,
    Success = 3,
    Danger = 4,
}

/// <summary>Type 3: choose one of at most 25 options.</summary>
public sealed record StringSelect : Component
{
    /// <summary>1 to 100 characters, unique within the message.</summary>
    public required string CustomId { get; init; }

    public required IReadOnlyList<SelectOption> Options { get; init; }

    /// <summary>At most 150 characters.</summary>
    public string? Placeholder { get; init; }
}

/// <summary>Label, value and description: at most 100 characters each.</summary>
public sealed record SelectOption(string Label, string Value, string? Description = null, bool Default = false);

/// <summary>Type 4, in forms only.</summary>
public sealed record TextInput : Component
{
    /// <summary>1 to 100 characters, unique within the form.</summary>
    public required string CustomId { get; init; }

    /// <summary>At most 45 characters.</summary>
    public required string Label { get; init; }

    /// <summary>Several lines instead of one.</summary>
    public bool Paragraph { get; init; }

    public int? MinLength { get; init; }

    /// <summary>At most 4000.</summary>
    public int? MaxLength { get; init; }

    public bool Required { get; init; } = true;

    /// <summary>Filled in beforehand.</summary>
    public string? Value { get; init; }

    /// <summary>At most 100 characters.</summary>
    public string? Placeholder { get; init; }
}
