using System.Net;

namespace CoachBot.Discord.Rest;

/// <summary>A REST call that did not succeed. The message names the route by its template and never a token.</summary>
public sealed class DiscordApiException : Exception
{
    public DiscordApiException(string message, HttpStatusCode status, int code = 0, TimeSpan? retryAfter = null, Exception? inner = null)
        : base(message, inner)
    {
        Status = status;
        Code = code;
        RetryAfter = retryAfter;
    }

    public DiscordApiException() { }

    public DiscordApiException(string message) : base(message) { }

    public DiscordApiException(string message, Exception inner) : base(message, inner) { }

    /// <summary>The HTTP status; 0 when no complete answer came (no connection, time over, answer cut off).</summary>
    public HttpStatusCode Status { get; }

    /// <summary>Discord's JSON error code (Discord: Opcodes and Status Codes, "JSON"), or 0.</summary>
    public int Code { get; }

    /// <summary>What exactly is wrong with the body, where Discord says so (code 50035); the first ones only.</summary>
    public IReadOnlyList<FieldError> FieldErrors { get; init; } = [];

    /// <summary>The same request would be refused again: a 3xx or 4xx answer other than 408 and 429.</summary>
    public bool IsPermanent => (int)Status is >= 300 and < 500 and not 408 and not 429;

    /// <summary>
    /// Discord certainly did nothing, so the same call may be made later without doing it twice: no try got as far as its
    /// body (no connection, no such name, no TLS, our own limits), or each that did was refused as one too many (429).
    /// False where a try was sent and its answer was lost or a 5xx, and for what <see cref="IsPermanent"/> covers.
    /// </summary>
    public bool NothingSent { get; init; }

    /// <summary>How long Discord, or our own view of the rate limit, asks to wait; null when not said.</summary>
    public TimeSpan? RetryAfter { get; }
}

/// <summary>One field of a body that was refused (Discord: Reference, "Error Messages").</summary>
/// <param name="Path">From the body down to the field, such as <c>0.options.2.name</c>; empty for the body itself.</param>
/// <param name="Code">Such as <c>BASE_TYPE_MAX_LENGTH</c>; empty when not said.</param>
/// <param name="Message">In Discord's words. It may quote what was sent: no text of a person's belongs into a log.</param>
public sealed record FieldError(string Path, string Code, string Message)
{
    /// <summary>Without what may quote a person.</summary>
    public override string ToString() => $"{Path} {Code}".Trim();
}
