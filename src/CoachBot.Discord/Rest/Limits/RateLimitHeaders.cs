using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using CoachBot.Discord.Model;

namespace CoachBot.Discord.Rest.Limits;

/// <summary>
/// X-RateLimit-* of an answer (Discord: Rate Limits, "Header Format"). Reset-After is relative, so a wrong host
/// clock does no harm; numbers are decimal with a point whatever the host's culture.
/// </summary>
internal readonly record struct RateLimitHeaders(string? Bucket, int? Limit, int? Remaining, TimeSpan? ResetAfter)
{
    public static RateLimitHeaders Read(HttpResponseHeaders headers) => new(
        Text(headers, "X-RateLimit-Bucket"),
        Whole(headers, "X-RateLimit-Limit"),
        Whole(headers, "X-RateLimit-Remaining"),
        Seconds(headers, "X-RateLimit-Reset-After"));

    public static string? Text(HttpResponseHeaders headers, string name)
    {
        if (!headers.NonValidated.TryGetValues(name, out var values)) return null;
        foreach (var value in values) return value;
        return null;
    }

    /// <summary>The raw header: .NET's typed Retry-After is null for a fraction such as 0.35.</summary>
    public static TimeSpan? Seconds(HttpResponseHeaders headers, string name) =>
        double.TryParse(Text(headers, name), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) ? Sane(seconds) : null;

    /// <summary>A day bounds what we believe; Discord's longest known wait is under that.</summary>
    public static TimeSpan? Sane(double? seconds) =>
        seconds is { } s && double.IsFinite(s) && s >= 0 ? TimeSpan.FromSeconds(Math.Min(s, 86_400)) : null;

    private static int? Whole(HttpResponseHeaders headers, string name) =>
        int.TryParse(Text(headers, name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}

/// <summary>A 429 answer: how long, and for whom (Discord: Rate Limits, "Exceeding A Rate Limit").</summary>
/// <param name="Wait">The longest of what header and body ask; null when neither says, as Cloudflare's HTML does.</param>
/// <param name="Scope"><c>user</c>, <c>shared</c> or <c>global</c>.</param>
internal readonly record struct TooManyRequests(TimeSpan? Wait, string Scope)
{
    public bool IsGlobal => Scope == "global";

    public static TooManyRequests Read(HttpResponseHeaders headers, byte[] body)
    {
        var (fromBody, globalBody) = ReadBody(body);
        var fromHeader = RateLimitHeaders.Seconds(headers, "Retry-After");
        var wait = fromBody is null && fromHeader is null ? null : (TimeSpan?)Max(fromBody, fromHeader);
        var globalHeader = RateLimitHeaders.Text(headers, "X-RateLimit-Global");
        var global = globalBody || string.Equals(globalHeader, "true", StringComparison.OrdinalIgnoreCase);
        var scope = RateLimitHeaders.Text(headers, "X-RateLimit-Scope")?.ToLowerInvariant();
        return new TooManyRequests(wait, global || scope == "global" ? "global" : scope == "shared" ? "shared" : "user");
    }

    private static (TimeSpan? Wait, bool Global) ReadBody(byte[] body)
    {
        if (body.Length == 0) return (null, false);
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            return (RateLimitHeaders.Sane(root.Number("retry_after")), root.Member("global").ValueKind == JsonValueKind.True);
        }
        catch (JsonException)
        {
            return (null, false);
        }
    }

    private static TimeSpan Max(TimeSpan? a, TimeSpan? b) => (a ?? TimeSpan.Zero) > (b ?? TimeSpan.Zero) ? a!.Value : b ?? TimeSpan.Zero;
}
