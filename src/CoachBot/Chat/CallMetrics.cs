using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace CoachBot.Chat;

/// <summary>How calls ended, as the meter CoachBot reports it. Names of handlers only: nothing about a person or a server.</summary>
internal static class CallMetrics
{
    private static readonly Meter Meter = new("CoachBot");

    private static readonly Histogram<double> Duration =
        Meter.CreateHistogram<double>("coachbot.interaction.duration", "s", "From a call to its handler's answer, by command and outcome");

    private static readonly Counter<long> Late =
        Meter.CreateCounter<long>("coachbot.interaction.late", description: "Answers that the platform had given up waiting for");

    private static readonly Counter<long> ForeignAcks =
        Meter.CreateCounter<long>("coachbot.interaction.foreign_ack", description: "Calls that another process with the same token answered");

    /// <param name="command">A handler's name, never what somebody sent.</param>
    /// <param name="started">From <see cref="Stopwatch.GetTimestamp"/>.</param>
    public static void Answered(string command, string outcome, long started)
    {
        if (!Duration.Enabled) return;
        Duration.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, new TagList { { "command", command }, { "outcome", outcome } });
    }

    public static void TooLate() => Late.Add(1);

    public static void AnsweredElsewhere() => ForeignAcks.Add(1);
}
