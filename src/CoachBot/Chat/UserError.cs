namespace CoachBot.Chat;

/// <summary>Something a person can mend: what is wrong and what to do instead, in one or two plain sentences, shown only to them as it is.</summary>
internal sealed class UserError(string message) : Exception(message)
{
    /// <summary>Ways on, as buttons under the sentence.</summary>
    public IReadOnlyList<Button> Buttons { get; init; } = [];

    public Refusal Reason { get; init; } = Refusal.Input;
}

internal enum Refusal
{
    /// <summary>What was asked for cannot be done or understood.</summary>
    Input,

    /// <summary>The caller may not do this.</summary>
    Denied,

    /// <summary>The button, list or form is not ours, is from another version, or belongs to somebody else.</summary>
    Component,
}
