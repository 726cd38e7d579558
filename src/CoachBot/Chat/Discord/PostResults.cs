using CoachBot.Discord.Rest;
using NodaTime;

namespace CoachBot.Chat.Discord;

/// <summary>What a post that Discord did not take means (Opcodes and Status Codes, "JSON Error Codes").</summary>
internal static class PostResults
{
    private const int UnknownChannel = 10003;
    private const int UnknownGuild = 10004;
    private const int MissingAccess = 50001;

    /// <summary>Whether a bot that is no longer in the server would be refused just so.</summary>
    public static bool MayMeanRemoval(DiscordApiException problem) => problem is { IsPermanent: true, Code: UnknownChannel or UnknownGuild or MissingAccess };

    /// <summary>Of a refusal by a server the bot is in, or of a call that got no answer.</summary>
    public static PostResult From(DiscordApiException problem)
    {
        var retryAfter = problem.RetryAfter is { } wait ? Duration.FromTimeSpan(wait) : (Duration?)null;
        var known = Known(problem.Code);
        if (known is (PostOutcome.NotSent, var held)) return new PostResult(PostOutcome.NotSent, Problem: held, RetryAfter: retryAfter);
        if (problem.IsPermanent)
        {
            return known is var (outcome, cause)
                ? new PostResult(outcome, Problem: cause)
                : new PostResult(PostOutcome.Refused, Problem: PostProblem.Refused, Code: problem.Code);
        }
        // After a 5xx or a lost answer nobody can say.
        return new PostResult(problem.NothingSent ? PostOutcome.NotSent : PostOutcome.Unknown, RetryAfter: retryAfter);
    }

    /// <summary>The codes that the creation of a message can get, and that a person can do something about or that pass by themselves.</summary>
    private static (PostOutcome Outcome, PostProblem? Cause)? Known(int code) => code switch
    {
        UnknownChannel or UnknownGuild => (PostOutcome.Closed, PostProblem.ChannelGone),
        MissingAccess => (PostOutcome.Closed, PostProblem.CannotSeeChannel),
        50013 => (PostOutcome.Closed, PostProblem.MissingPermission), // lacks a permission
        50008 or 50024 => (PostOutcome.Closed, PostProblem.NotATextChannel), // non-text channel; not on this type of channel
        40058 or 40067 => (PostOutcome.Closed, PostProblem.IsForum), // a forum channel; a tag is required to create a forum post
        50009 => (PostOutcome.Closed, PostProblem.VerificationTooHigh), // the channel's verification level
        50083 => (PostOutcome.Refused, PostProblem.ThreadArchived),
        160005 => (PostOutcome.Refused, PostProblem.ThreadLocked),
        200000 or 200001 => (PostOutcome.Refused, PostProblem.BlockedByAutoMod),
        240000 => (PostOutcome.Refused, PostProblem.BlockedLink),
        20009 => (PostOutcome.Refused, PostProblem.BlockedAsExplicit),
        20016 or 20028 or 20029 => (PostOutcome.NotSent, PostProblem.Slowmode), // slowmode; the channel's or the server's write limit
        40004 => (PostOutcome.NotSent, PostProblem.MessagesPaused), // sending is temporarily disabled
        130000 => (PostOutcome.NotSent, null), // overloaded
        _ => null,
    };
}
