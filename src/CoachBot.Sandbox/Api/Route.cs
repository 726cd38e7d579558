namespace CoachBot.Sandbox.Api;

/// <summary>
/// A REST route. The template is spelled as in Discord's OpenAPI description. <paramref name="NeedsBot"/> is false for the few routes that
/// Discord serves without a bot's token, such as those with an interaction's token in the path.
/// </summary>
internal sealed record Route(string Method, string Template, Func<ApiCall, ApiAnswer> Handle, bool NeedsBot = true)
{
    private readonly string[] segments = Template.Split('/', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>
    /// How many requests a bucket takes in how long. Discord does not publish its limits; only the one for messages is well known.
    /// </summary>
    public (int Count, TimeSpan Window) Limit { get; init; } = (1000, TimeSpan.FromSeconds(1));

    /// <summary>
    /// The values of the path's parameters, or null if the path is another route's. A word where an id should be is one: Discord has
    /// messages/pins and members/search, which are no messages and no members.
    /// </summary>
    public Dictionary<string, string>? Match(string[] path)
    {
        if (path.Length != segments.Length) return null;
        var values = new Dictionary<string, string>();
        for (var i = 0; i < path.Length; i++)
        {
            if (segments[i][0] != '{' ? segments[i] != path[i] : segments[i].EndsWith("_id}", StringComparison.Ordinal) && IsWord(path[i]))
                return null;
            if (segments[i][0] == '{') values[segments[i][1..^1]] = path[i];
        }

        return values;
    }

    private static bool IsWord(string segment) => segment.Length > 0 && !char.IsAsciiDigit(segment[0]) && segment.Any(char.IsLetter);

    /// <summary>Discord's "major parameters" make a bucket of their own. Discord: topics/rate-limits.</summary>
    public string BucketKey(IReadOnlyDictionary<string, string> path) => string.Join('/', Method, Template,
        path.GetValueOrDefault("channel_id"), path.GetValueOrDefault("guild_id"), path.GetValueOrDefault("webhook_token"),
        path.GetValueOrDefault("interaction_token"));
}
