using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using CoachBot.Discord.Tests.Fakes;

namespace CoachBot.Discord.Tests.Gateway;

public sealed class MetricsTests
{
    [Fact]
    public async Task CountsWhatHappenedWithoutNamingAnybody()
    {
        await using var discord = new FakeDiscord();
        await using var bot = new RunningBot(discord);
        var seen = new ConcurrentQueue<string>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, to) =>
        {
            if (ReferenceEquals(instrument.Meter, bot.Client.Meter)) to.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => seen.Enqueue(Line(instrument, value, tags)));
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => seen.Enqueue(Line(instrument, value, tags)));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => seen.Enqueue(Line(instrument, value, tags)));
        listener.Start();
        bot.Start();

        var peer = await bot.BecomesReadyAsync();
        await bot.Clock.PassAsync(TimeSpan.FromMilliseconds(41_250) / 2);
        await peer.BeatAsync();
        peer.Acknowledges = false;
        await peer.SettleAsync();
        await bot.Clock.PassAsync(TimeSpan.FromMilliseconds(41_250));
        await peer.BeatAsync();
        await bot.Clock.PassAsync(TimeSpan.FromMilliseconds(41_250));
        var next = await bot.ConnectsAsync();
        await next.HelloAsync();
        await next.ReceiveAsync(6);
        await next.DispatchAsync("RESUMED", 2, "{}");
        await bot.IsAsync(GatewayState.Ready);
        await next.SendAsync("{");
        await next.SettleAsync();
        listener.RecordObservableInstruments();

        foreach (var expected in new[]
        {
            "coachbot.gateway.state 4",
            "coachbot.gateway.sessions 1 kind=identify",
            "coachbot.gateway.sessions 1 kind=resume",
            "coachbot.gateway.zombies 1",
            "coachbot.gateway.reconnects 1 reason=zombie",
            "coachbot.gateway.heartbeat.rtt 0",
            "coachbot.gateway.events 1 type=READY",
            "coachbot.gateway.bad_frames 1",
        })
        {
            Assert.Contains(expected, seen);
        }
    }

    private static string Line<T>(Instrument instrument, T value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var line = $"{instrument.Name} {value}";
        foreach (var (name, text) in tags) line += $" {name}={text}";
        return line;
    }
}
