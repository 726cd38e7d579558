namespace CoachBot.Discord.Model;

/// <summary>The first answer to an interaction (Discord: Receiving and Responding, "Interaction Callback Type").</summary>
public abstract record InteractionResponse
{
    private InteractionResponse() { }

    /// <summary>Type 4: a new message. Ephemeral when the body's flags say so.</summary>
    public sealed record Message(MessageBody Body) : InteractionResponse;

    /// <summary>Type 5: "is thinking"; edit the original within 15 minutes. Ephemeral or not is decided here for good.</summary>
    public sealed record DeferMessage(bool Ephemeral) : InteractionResponse;

    /// <summary>Type 6: the component's message will be edited later, or not at all; nothing is shown.</summary>
    public sealed record DeferUpdate : InteractionResponse;

    /// <summary>Type 7: replaces the component's message.</summary>
    public sealed record UpdateMessage(MessageBody Body) : InteractionResponse;

    /// <summary>Type 8: suggestions, at most 25.</summary>
    public sealed record Autocomplete(IReadOnlyList<AutocompleteChoice> Choices) : InteractionResponse;

    /// <summary>Type 9: a form. Text inputs may be given bare; each gets an action row of its own.</summary>
    public sealed record Modal(string CustomId, string Title, IReadOnlyList<Component> Components) : InteractionResponse;
}

/// <summary>One suggestion. The value is a string, long or double, as the option's type demands.</summary>
public sealed record AutocompleteChoice
{
    public AutocompleteChoice(string name, string value) => (Name, Value) = (name, value);

    public AutocompleteChoice(string name, long value) => (Name, Value) = (name, value);

    public AutocompleteChoice(string name, double value) => (Name, Value) = (name, value);

    public string Name { get; }

    public object Value { get; }
}
