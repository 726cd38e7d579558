using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;

namespace CoachBot.Chat;

/// <summary>
/// How one call is answered on its platform. When and in which order is decided above, in <see cref="Dispatcher"/>; a platform only carries it out.
/// All but <see cref="OfferAsync"/> throw <see cref="NotDelivered"/> for what the platform did, and <see cref="ReplyDoesNotFit"/> for a mistake of ours.
/// </summary>
internal interface IResponder
{
    /// <summary>The choices for the option that is being typed into.</summary>
    Task OfferAsync(IReadOnlyList<Choice> choices);

    /// <summary>Shows the caller alone that the answer takes a while.</summary>
    Task ThinkAsync();

    /// <summary>The first answer: a message, a form, or a change to the message that was pressed.</summary>
    Task RespondAsync(Reply reply, bool withPicture);

    /// <summary>Takes the place of "thinking", and is as private as that.</summary>
    Task EndThinkingAsync(Reply reply, bool withPicture);

    /// <summary>One more message after the first answer, for everybody in the channel.</summary>
    Task FollowUpAsync(Reply reply, bool withPicture);
}

internal enum Undelivered
{
    /// <summary>The platform had given up waiting.</summary>
    TooLate,

    /// <summary>Another process with the same token answered.</summary>
    AnsweredElsewhere,

    /// <summary>The platform did not take this message; it may take a plainer one.</summary>
    Refused,

    Other,
}

/// <param name="detail">For the log; nothing that a person typed.</param>
internal sealed class NotDelivered(Undelivered why, string detail, Exception cause) : Exception(detail, cause)
{
    public Undelivered Why { get; } = why;
}

/// <summary>Nothing was sent: the reply is not what the platform takes.</summary>
internal sealed class ReplyDoesNotFit(Exception cause) : Exception(cause.Message, cause);
