using CoachBot.Chat.Saying;
using CoachBot.Runtime;
using NodaTime;

namespace CoachBot.Chat;

/// <summary>The way from us to a team's channel. Answers to calls do not come this way: handlers return them.</summary>
internal interface IChatPlatform
{
    /// <summary>Connected and able to hear calls.</summary>
    bool IsReady { get; }

    /// <summary>
    /// Posts a message for everybody in a channel. Never throws for what the platform does;
    /// a second try with the same key within two minutes makes no second message.
    /// </summary>
    Task<PostResult> PostAsync(Post post, CancellationToken ct);

    /// <summary>Asks whether the bot is in a team.</summary>
    /// <returns>Null when it cannot be told now.</returns>
    Task<bool?> HasTeamAsync(TeamId team, CancellationToken ct);
}

/// <param name="TeamId">The team that the channel belongs to.</param>
/// <param name="Text">Markdown; what people typed has gone through <see cref="Markup.Escape"/>.</param>
/// <param name="Key">The same for every try of the same message, and for no other message.</param>
internal sealed record Post(TeamId TeamId, ChannelId ChannelId, string Text, string Key)
{
    public IReadOnlyList<Button> Buttons { get; init; } = [];

    /// <summary>The only role that is pinged; null for none.</summary>
    public RoleId? MentionedRole { get; init; }
}

internal enum PostOutcome
{
    Posted,

    /// <summary>The platform will not take this message, now or later.</summary>
    Refused,

    /// <summary>The channel is gone or closed to us: nothing will be taken there until a person changes something.</summary>
    Closed,

    /// <summary>Certainly not posted, but may be tried again, if only when a team that removed the bot takes it back.</summary>
    NotSent,

    /// <summary>It may have been posted: the answer was lost.</summary>
    Unknown,
}

/// <summary>Why something was not posted. The names are kept in the database.</summary>
internal enum PostProblem
{
    /// <summary>The program was not running when it was due.</summary>
    NotRunning,

    /// <summary>Nothing could be posted while it would still have helped.</summary>
    TooLate,

    /// <summary>The answer was lost; nobody can say whether it was posted.</summary>
    AnswerLost,

    /// <summary>What is stored of it makes no sense.</summary>
    Unreadable,

    // From here on the platform says so.
    ChannelGone,
    CannotSeeChannel,
    MissingPermission,
    NotATextChannel,
    IsForum,
    ThreadArchived,
    ThreadLocked,
    BlockedByAutoMod,
    BlockedLink,
    BlockedAsExplicit,
    VerificationTooHigh,
    Slowmode,
    MessagesPaused,

    /// <summary>For a reason that only the platform's code names.</summary>
    Refused,
}

/// <param name="Problem">What stands in the way; null where nothing does, or nobody can say.</param>
/// <param name="Code">The platform's own number for <see cref="PostProblem.Refused"/>.</param>
internal sealed record PostResult(PostOutcome Outcome, MessageId? MessageId = null, PostProblem? Problem = null, int? Code = null, Duration? RetryAfter = null);
