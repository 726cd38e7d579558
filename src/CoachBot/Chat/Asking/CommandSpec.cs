namespace CoachBot.Chat.Asking;

/// <summary>A command as people see it in the list: plain data, registered with the chat platform as it stands.</summary>
/// <param name="Name">One word, or group and word (<c>strength-day add</c>).</param>
/// <param name="Description">What it does, in at most 100 characters.</param>
internal sealed record CommandSpec(string Name, string Description, params IReadOnlyList<OptionSpec> Options)
{
    /// <summary>May answer with a form; see <see cref="IAction.OpensForm"/>.</summary>
    public bool OpensForm { get; init; }
}

internal enum OptionKind
{
    Text,
    Integer,
    Role,
    Channel,
}

/// <param name="Name">Lower-case, one word.</param>
/// <param name="Description">What to put in, in at most 100 characters.</param>
internal sealed record OptionSpec(string Name, string Description, OptionKind Kind = OptionKind.Text)
{
    public bool Required { get; init; }

    /// <summary>Choices are offered live while the person types; the command must be an <see cref="ISuggests"/>.</summary>
    public bool Suggests { get; init; }

    /// <summary>People read it again just so; all other text reaches the command folded (<see cref="Language.TypedText"/>).</summary>
    public bool ShownAsTyped { get; init; }

    /// <summary>The only values there are; empty for a free value.</summary>
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>Smallest and largest number, or length in characters; null for no limit. Checked again when a call comes in.</summary>
    public int? Min { get; init; }

    public int? Max { get; init; }
}

/// <param name="Name">What people read, at most 100 characters.</param>
/// <param name="Value">What the command gets, at most 100 characters.</param>
internal sealed record Choice(string Name, string Value);

/// <summary>What stands above commands of two words.</summary>
/// <param name="Name">Their first word.</param>
internal sealed record CommandGroup(string Name, string Description);
