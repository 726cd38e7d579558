using CoachBot.Discord.Options;

namespace CoachBot.Discord.Rest;

/// <summary>Whether sending the same call twice can do harm.</summary>
internal enum Repeatable
{
    /// <summary>GET, PUT, DELETE, PATCH, and a message with an enforced nonce.</summary>
    Always,

    /// <summary>
    /// As always, and the message may not be there yet: Discord answers 404 to some fresh tokens (discord-api-docs issue 7220).
    /// </summary>
    Original,

    /// <summary>A follow-up, or a message without nonce: once sent, a second try might post it twice.</summary>
    UnlessSent,

    /// <summary>An interaction callback: the second one is answered with 40060, which then means success.</summary>
    Callback,
}

/// <summary>How a try failed, if it may be worth another.</summary>
internal enum Failure
{
    NothingSent,
    Lost,
    ServerError,
    RateLimited,
    NotThereYet,
}

/// <summary>When to try again, as one table. What is not here (3xx, 4xx) is never tried again.</summary>
internal static class RetryMatrix
{
    /// <param name="before">Tries that failed before this one; those after a rate limit are counted apart.</param>
    public static bool MayRetry(Repeatable call, Failure failure, int before) => (call, failure) switch
    {
        (_, Failure.RateLimited) => before < 3,
        (Repeatable.Original, Failure.NotThereYet) => before < 1,
        (_, Failure.NotThereYet) => false,
        (_, Failure.NothingSent) => before < 3,
        (Repeatable.Always or Repeatable.Original, _) => before < 3,
        (Repeatable.Callback, _) => before < 1,
        _ => false,
    };

    /// <summary>0.5, 1, 2 seconds, each stretched by up to half; a callback has no time for that.</summary>
    public static TimeSpan Delay(Repeatable call, Failure failure, int before, Jitter jitter)
    {
        if (failure == Failure.NotThereYet) return TimeSpan.FromSeconds(1);
        var shortest = call == Repeatable.Callback ? TimeSpan.FromMilliseconds(150) : TimeSpan.FromSeconds(0.5 * Math.Pow(2, before));
        return jitter.Between(shortest, shortest * 1.5);
    }
}
