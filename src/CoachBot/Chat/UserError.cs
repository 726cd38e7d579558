namespace CoachBot.Chat;

/// <summary>Something a person can mend: what is wrong and what to do instead, in one or two plain sentences, shown only to them as it is.</summary>
internal sealed class UserError(string message) : Exception(message)
{
    /// <summary>Ways on, as buttons under the sentence.</summary>
    public IReadOnlyList<Button> Buttons { get; init; } = [];
}

/// <summary>The platform delivered a call a second time. It had its effect; nothing is to be answered.</summary>
internal sealed class RepeatedCall : Exception;
