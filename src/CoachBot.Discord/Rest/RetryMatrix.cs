namespace CoachBot.Discord.Rest;

/// <summary>Whether sending the same call twice can do harm.</summary>
internal enum Repeatable
{
    /// <summary>GET, PUT, DELETE, PATCH, and a message with an enforced nonce.</summary>
    Always,

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
}

/// <summary>When to try again, as one table. What is not here (3xx, 4xx) is never tried again.</summary>
internal static class RetryMatrix
{
    /// <param name="retries">Tries made after the first, those after a rate limit not counted.</param>
    public static bool MayRetry(Repeatable call, Failure failure, int retries) => (call, failure) switch
    {
        (_, Failure.RateLimited) => true,
        (_, Failure.NothingSent) => retries < 3,
        (Repeatable.Always, _) => retries < 3,
        (Repeatable.Callback, _) => retries < 1,
        _ => false,
    };

    /// <summary>0.5, 1, 2 seconds, each stretched by up to half; a callback has no time for that.</summary>
    public static TimeSpan Delay(Repeatable call, int retries, Jitter jitter)
    {
        var shortest = call == Repeatable.Callback ? TimeSpan.FromMilliseconds(150) : TimeSpan.FromSeconds(0.5 * Math.Pow(2, retries));
        return jitter.Between(shortest, shortest * 1.5);
    }
}
