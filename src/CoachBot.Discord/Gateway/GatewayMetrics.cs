using System.Diagnostics.Metrics;
using CoachBot.Discord.Gateway.Line;

namespace CoachBot.Discord.Gateway;

/// <summary>
/// What the gateway counts. The labels come from short fixed lists: never a server, a channel, a person or a name.
/// Costs next to nothing while nobody listens.
/// </summary>
internal sealed class GatewayMetrics : IDisposable
{
    public const string MeterName = "CoachBot.Discord";

    private readonly Counter<long> reconnects;
    private readonly Counter<long> zombies;
    private readonly Counter<long> sessions;
    private readonly Counter<long> events;
    private readonly Counter<long> badFrames;
    private readonly Histogram<double> roundTrip;

    public Meter Meter { get; } = new(MeterName);

    /// <param name="state">The state of the worst shard, as the enum's number.</param>
    /// <param name="identifiesLeft">Null when Discord did not say.</param>
    public GatewayMetrics(Func<int> state, Func<int?> identifiesLeft)
    {
        Meter.CreateObservableGauge("coachbot.gateway.state", state, description: "State of the worst shard: 4 is ready");
        Meter.CreateObservableGauge(
            "coachbot.gateway.identify.remaining",
            () => Measured(identifiesLeft()),
            description: "Identifies that Discord says are left");
        reconnects = Meter.CreateCounter<long>("coachbot.gateway.reconnects", description: "Ends of connections, by reason");
        zombies = Meter.CreateCounter<long>(
            "coachbot.gateway.zombies", description: "Connections given up for want of a heartbeat's acknowledgement");
        sessions = Meter.CreateCounter<long>(
            "coachbot.gateway.sessions",
            description: "Sessions begun or taken up again, by kind; an identify means that events were lost");
        events = Meter.CreateCounter<long>("coachbot.gateway.events", description: "Events received, by type");
        badFrames = Meter.CreateCounter<long>("coachbot.gateway.bad_frames", description: "Frames or events that could not be read");
        roundTrip = Meter.CreateHistogram<double>("coachbot.gateway.heartbeat.rtt", "ms", "From a heartbeat to its acknowledgement");
    }

    public void Ended(string reason)
    {
        reconnects.Add(1, new KeyValuePair<string, object?>("reason", reason));
        if (reason == ConnectionEnd.Zombie) zombies.Add(1);
    }

    public void Began(bool resumed) => sessions.Add(1, new KeyValuePair<string, object?>("kind", resumed ? "resume" : "identify"));

    public void Received(EventKind kind)
    {
        if (events.Enabled) events.Add(1, new KeyValuePair<string, object?>("type", Name(kind)));
    }

    public void BadFrame() => badFrames.Add(1);

    public void RoundTrip(TimeSpan time) => roundTrip.Record(time.TotalMilliseconds);

    public void Dispose() => Meter.Dispose();

    private static IEnumerable<Measurement<int>> Measured(int? value) => value is { } known ? [new Measurement<int>(known)] : [];

    private static string Name(EventKind kind) => kind switch
    {
        EventKind.Ready => "READY",
        EventKind.Resumed => "RESUMED",
        EventKind.InteractionCreate => "INTERACTION_CREATE",
        EventKind.GuildCreate => "GUILD_CREATE",
        EventKind.GuildDelete => "GUILD_DELETE",
        _ => "other",
    };
}
