namespace CoachBot.Discord.Model;

/// <summary>The first answer to an interaction (Discord: Receiving and Responding, "Interaction Callback Type").</summary>
public abstract record InteractionResponse
{
    private InteractionResponse() { }

    /// <summary>Type 4: a new message. Ephemeral when the body's flags say so.</summary>
    public sealed record Message(MessageBody Body) : InteractionResponse;

    /// <summary>Type 5: "is thinking"; edit the original within 15 minutes. Ephemeral or not is decided here for good.</summary>
    public sealed record DeferMessage(bool Ephemeral) : InteractionResponse;

    /// <summary>Type 7: replaces the component's message.</summary>
    public sealed record UpdateMessage(MessageBody Body) : InteractionResponse;

    /// <summary>Type 8: suggestions, at most 25.</summary>
    public sealed record Autocomplete(IReadOnlyList<AutocompleteChoice> Choices) : InteractionResponse;

    /// <summary>Type 9: a form.</summary>
    public sealed record Modal(string CustomId, string Title, IReadOnlyList<TextInput> Inputs) : InteractionResponse;
}

/// <summary>One suggestion for an option of text. Name and value: at most 100 characters each.</summary>
public sealed record AutocompleteChoice(string Name, string Value);
