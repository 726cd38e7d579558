using System.Text.Json;
using CoachBot.Discord.Model;
using CoachBot.Discord.Options;
using Microsoft.Extensions.Logging;

namespace CoachBot.Discord.Gateway.Line;

/// <summary>
/// The heartbeat of one connection (Discord: Gateway, "Sending Heartbeats"). The first beat comes after a random
/// part of the interval, then one each interval. A beat that was not acknowledged by the time of the next means
/// that the line is dead, however many events still seem to arrive. Beats that the server asks for (op 1) are
/// answered by the connection and leave this schedule as it is.
/// </summary>
internal sealed class Heartbeat(TimeProvider time, Jitter jitter, ILogger log)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(120);
    private volatile bool acknowledged = true;
    private long sentAt;

    /// <summary>HELLO's interval, kept within bounds; null when it is missing or nonsense.</summary>
    public static TimeSpan? ReadInterval(ReadOnlyMemory<byte> hello)
    {
        if (hello.IsEmpty) return null;
        using var document = JsonDocument.Parse(hello);
        if (document.RootElement.Number("heartbeat_interval") is not (> 0 and <= 3_600_000 and { } ms)) return null;
        var asked = TimeSpan.FromMilliseconds(ms);
        return asked < Shortest ? Shortest : asked > Longest ? Longest : asked;
    }

    /// <returns>How long the acknowledgement took; null when none was awaited.</returns>
    public TimeSpan? Acknowledged()
    {
        if (acknowledged) return null;
        acknowledged = true;
        return time.GetElapsedTime(Interlocked.Read(ref sentAt));
    }

    /// <summary>Beats until the token ends it or the line is found dead.</summary>
    /// <returns>Why the connection must end.</returns>
    public async Task<ConnectionEnd> RunAsync(TimeSpan interval, Func<Task> beat, CancellationToken ct)
    {
        var wait = interval * jitter.Fraction();
        while (true)
        {
            var asleepSince = time.GetTimestamp();
            await Task.Delay(wait, time, ct);
            // The machine slept, or the process was stopped: Discord has given this connection up long ago.
            if (time.GetElapsedTime(asleepSince) > wait + interval)
                return new(NextStep.Resume, "the process stood still for longer than a heartbeat") { Label = "late_tick" };
            if (!acknowledged) return new(NextStep.Resume, "a heartbeat was not acknowledged") { Label = ConnectionEnd.Zombie };
            Interlocked.Exchange(ref sentAt, time.GetTimestamp());
            acknowledged = false;
            await beat();
            log.LogTrace("Heartbeat sent");
            wait = interval;
        }
    }
}
