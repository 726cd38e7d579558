using System.Collections.Concurrent;
using CoachBot.Discord.Tests.Fakes;

namespace CoachBot.Discord.Tests.Faults;

/// <summary>A25, A26, A34: more than handlers can bear, and more bots than one.</summary>
public sealed class GatewayLoadFaults
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(41_250);

    [Fact]
    [Fault("A25")]
    public async Task InABurstHeartbeatsAreOnTimeAndEveryoneIsAnswered()
    {
        const int Events = 2500, InFlight = 1000;
        await using var discord = new FakeDiscord();
        var release = new TaskCompletionSource();
        RunningBot? bot = null;
        await using var running = bot = new RunningBot(discord, async (interaction, ct) =>
        {
            await release.Task.WaitAsync(ct);
            await bot!.Client.Rest.RespondAsync(interaction, new InteractionResponse.DeferMessage(Ephemeral: true), ct);
        }).Start();
        var peer = await bot.BecomesReadyAsync();
        for (var i = 1; i <= Events; i++)
        {
            var type = i % 2 == 0 ? 2 : 4;
            await peer.DispatchAsync("INTERACTION_CREATE", i + 1, RunningBot.Interaction((ulong)i, $$"""
                "type":{{type}},"data":{"id":"1","name":"exercise"}
                """, user: $"{4242000 + i % 50}"));
            // A due heartbeat when the handlers are full, and a requested one each hundred events. Time that passes later would end the polite refusals.
            if (i == InFlight)
            {
                await bot.Clock.PassAsync(Interval / 2);
                await peer.BeatAsync();
            }
            else if (i % 100 == 0)
            {
                await peer.SettleAsync();
            }
        }

        await bot.HandlesAsync(InFlight);
        await Patience.UntilAsync(() => discord.Requests.Count + bot.Client.Unanswered >= Events - InFlight, "an answer for all beyond the limit");
        Assert.Equal(InFlight, bot.Handled.Count);
        foreach (var answer in discord.Requests.Select(request => request.Json))
        {
            var data = answer.GetProperty("data");
            if (answer.GetProperty("type").GetInt32() == 8) Assert.Equal(0, data.GetProperty("choices").GetArrayLength());
            else Assert.Equal((4, 64), (answer.GetProperty("type").GetInt32(), data.GetProperty("flags").GetInt32()));
        }

        release.SetResult();
        await Patience.UntilAsync(() => discord.Requests.Count + bot.Client.Unanswered >= Events, "the answers of the handlers");
        Assert.Equal(discord.Requests.Count, discord.Requests.Select(request => request.Target).Distinct().Count());
        Assert.False(peer.IsClosed);
    }

    /// <summary>The gateway's half of A26: what the person sees is the program's.</summary>
    [Fact, Fault("A26")]
    public async Task HandlersThatBlockTheirThreadsForAMinuteDelayNoHeartbeat()
    {
        await using var discord = new FakeDiscord();
        using var release = new ManualResetEventSlim();
        await using var bot = new RunningBot(discord, (_, _) =>
        {
            release.Wait(CancellationToken.None);
            return Task.CompletedTask;
        }).Start();
        var peer = await bot.BecomesReadyAsync();
        for (var i = 1; i <= 4; i++) await peer.DispatchAsync("INTERACTION_CREATE", i + 1, RunningBot.Interaction((ulong)i));
        await bot.HandlesAsync(4);
        await bot.Clock.PassAsync(Interval / 2);
        await peer.BeatAsync();
        for (var i = 0; i < 2; i++)
        {
            await peer.SettleAsync();
            await bot.Clock.PassAsync(Interval);
            await peer.BeatAsync();
        }

        release.Set();
        Assert.False(peer.IsClosed);
    }

    [Fact]
    [Fault("A34")]
    public async Task OfTwoProcessesWithOneTokenOneActsAndTheOtherSaysSo()
    {
        await using var discord = new FakeDiscord();
        var answered = new ConcurrentDictionary<string, bool>();
        discord.Answer = request => !request.Route.EndsWith("/callback", StringComparison.Ordinal) || answered.TryAdd(request.Target, true)
            ? null
            : FakeReply.Json("""{"message":"Interaction has already been acknowledged.","code":40060}""", 400);
        // Stands for the table in which the effect and the interaction's id are written together.
        var ledger = new ConcurrentDictionary<ulong, bool>();
        var effects = 0;
        RunningBot? one = null, two = null;
        await using var first = one = new RunningBot(discord, (interaction, ct) => HandleAsync(one!, interaction, ct)).Start();
        var peerOfOne = await one.BecomesReadyAsync("s1");
        await using var second = two = new RunningBot(discord, (interaction, ct) => HandleAsync(two!, interaction, ct)).Start();
        var peerOfTwo = await two.BecomesReadyAsync("s2");

        await peerOfOne.DispatchAsync("INTERACTION_CREATE", 2, RunningBot.Interaction(1));
        await peerOfTwo.DispatchAsync("INTERACTION_CREATE", 2, RunningBot.Interaction(1));
        await Patience.UntilAsync(
            () => one.Logs.Lines.Concat(two.Logs.Lines).Any(line => line.Contains("second process", StringComparison.Ordinal)), "the alert");
        Assert.Equal(1, effects);
        Assert.Single(answered);

        async Task HandleAsync(RunningBot bot, Interaction interaction, CancellationToken ct)
        {
            if (ledger.TryAdd(interaction.Id, true)) Interlocked.Increment(ref effects);
            await bot.Client.Rest.RespondAsync(interaction, new InteractionResponse.DeferMessage(Ephemeral: true), ct);
        }
    }
}
