namespace CoachBot.Discord.Rest;

/// <summary>One call as the sender needs to know it.</summary>
/// <param name="Template">The route without ids and tokens: what logs and messages show.</param>
/// <param name="Path">The real path below the base address; may hold an interaction token.</param>
/// <param name="Major">Parameters that split a rate limit bucket (Discord: Rate Limits).</param>
internal sealed record RestCall(HttpMethod Method, string Template, string Path, string Major, Lane Lane, Repeatable Repeatable)
{
    public ReadOnlyMemory<byte> Body { get; init; }

    public const string Json = "application/json";

    public string ContentType { get; init; } = Json;

    /// <summary>Its sender keeps it and tries again later: the first to go without when too much is refused.</summary>
    public bool CanWait { get; init; }

    public string Name => $"{Method.Method} {Template}";

    public string BucketKey => field ??= $"{Name}|{Major}";
}

/// <summary>
/// Lanes keep a person's answer from queueing behind reminders: "Interaction endpoints are not bound to the
/// bot's Global Rate Limit" (Discord: Rate Limits).
/// </summary>
internal enum Lane
{
    /// <summary>Authorised by the bot token; obeys buckets and the global limit.</summary>
    Bot,

    /// <summary>Authorised by an interaction token; obeys buckets only.</summary>
    Webhook,

    /// <summary>The first answer to an interaction; obeys nothing and has 2.5 seconds.</summary>
    Callback,
}

/// <summary>An answer in full. The body is empty when there was none, or nobody asked for it.</summary>
internal sealed record RestAnswer(int Status, byte[] Body);
