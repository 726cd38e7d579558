using System.Diagnostics.Metrics;
using CoachBot.Discord.Rest.Limits;

namespace CoachBot.Discord.Rest;

/// <summary>What REST reports to the meter <c>CoachBot.Discord</c>; costs next to nothing while nobody listens.</summary>
internal sealed class RestMetrics : IDisposable
{
    private readonly Meter meter = new("CoachBot.Discord");
    private readonly Counter<long> limited;

    public RestMetrics(InvalidRequests invalid)
    {
        limited = meter.CreateCounter<long>(
            "coachbot.rest.ratelimited", description: "Answers with 429, and HTML 403 of the edge, by scope: user, shared, global, edge.");
        meter.CreateObservableGauge(
            "coachbot.rest.invalid_10m",
            () => invalid.Count,
            description: "Answers of 401, 403 and 429 (scope shared excepted) in 10 minutes.");
    }

    public Meter Meter => meter;

    public void RateLimited(string scope) => limited.Add(1, new KeyValuePair<string, object?>("scope", scope));

    public void Dispose() => meter.Dispose();
}
