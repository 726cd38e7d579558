using CoachBot.Language;

namespace CoachBot.Chat.Saying;

/// <summary>Something a person can mend: what is wrong and what to do instead, in one or two plain sentences, shown only to them as it is.</summary>
/// <param name="say">The sentence in the language of whoever reads it; from the slice's words.</param>
internal sealed class UserError(Func<Locale, string> say) : Exception(say(Locale.English))
{
    /// <summary>Ways on, as buttons under the sentence.</summary>
    public IReadOnlyList<Button> Buttons { get; init; } = [];

    public Refusal Reason { get; init; } = Refusal.Input;

    public string In(Locale locale) => say(locale);
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
