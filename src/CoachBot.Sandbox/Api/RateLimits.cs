using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CoachBot.Sandbox.Api;

/// <summary>
/// Fixed windows per bucket. There is no global limit: a test's frozen clock would never let it recover. Discord: topics/rate-limits.
/// </summary>
internal sealed class RateLimits(TimeProvider time)
{
    private readonly Dictionary<string, (DateTimeOffset Ends, int Used)> windows = [];

    public Usage Take(string key, string bucketName, (int Count, TimeSpan Window) limit)
    {
        var now = time.GetUtcNow();
        if (!windows.TryGetValue(key, out var window) || now >= window.Ends)
        {
            Forget(now);
            window = (now + limit.Window, 0);
        }

        var refused = window.Used >= limit.Count;
        if (!refused) window.Used++;
        windows[key] = window;
        return new Usage(refused, limit.Count, limit.Count - window.Used, window.Ends, window.Ends - now, Hash(bucketName));
    }

    private void Forget(DateTimeOffset now)
    {
        if (windows.Count < 5000) return;
        foreach (var over in windows.Where(window => window.Value.Ends <= now).Select(window => window.Key).ToList()) windows.Remove(over);
    }

    private static string Hash(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..32];

    public sealed record Usage(bool Refused, int Limit, int Remaining, DateTimeOffset Reset, TimeSpan ResetAfter, string Bucket)
    {
        public double RetryAfter => Math.Round(ResetAfter.TotalSeconds, 3);

        public IEnumerable<(string Name, string Value)> Headers()
        {
            yield return ("X-RateLimit-Limit", Limit.ToString(CultureInfo.InvariantCulture));
            yield return ("X-RateLimit-Remaining", Remaining.ToString(CultureInfo.InvariantCulture));
            yield return ("X-RateLimit-Reset", (Reset.ToUnixTimeMilliseconds() / 1000.0).ToString("0.000", CultureInfo.InvariantCulture));
            yield return ("X-RateLimit-Reset-After", RetryAfter.ToString("0.000", CultureInfo.InvariantCulture));
            yield return ("X-RateLimit-Bucket", Bucket);
            if (!Refused) yield break;
            yield return ("X-RateLimit-Scope", "user");
            yield return ("Retry-After", Math.Ceiling(ResetAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture));
        }
    }
}
