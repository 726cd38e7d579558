using CoachBot.Tests.EndToEnd;

namespace CoachBot.Tests.Faults;

/// <summary>Row A33: the whole process stands still, as on a machine that sleeps, and goes on later.</summary>
public sealed class FrozenTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("coachbot-e2e").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>Ten minutes are fifteen intervals of Discord's; here ten intervals are three seconds.</summary>
    /// <param name="cut">Whether the server ends the line meanwhile, or leaves it open without a word.</param>
    [Theory, Fault("A33")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AwakeAgainItResumesAndSendsNoHeartbeatThatIsLate(bool cut)
    {
        var interval = TimeSpan.FromMilliseconds(300);
        await using var discord = await ScriptedDiscord.StartAsync();
        (discord.HeartbeatInterval, discord.Patience) = (interval, 10 * interval);
        using var bot = LoggedBot.Start(discord, folder);
        var line = await BeatingAsync(await discord.NextLineAsync(), 2);
        bot.Signal(BotProcess.SigStop);
        await line.GivenUp;
        var before = line.Beats;
        if (cut) line.Cut();
        // It reaches the bot late or never; Discord sends it again to the session that was resumed.
        var asked = discord.Event("INTERACTION_CREATE", ScriptedDiscord.CheckIn(1, 9));
        if (!cut) await line.SendAsync(asked);

        var awake = TimeProvider.System.GetTimestamp();
        bot.Signal(BotProcess.SigCont);
        var next = await discord.NextLineAsync();
        Assert.Equal(6, next.LoggedInWith);
        Assert.InRange(TimeProvider.System.GetElapsedTime(awake, next.OpenedAt), TimeSpan.Zero, TimeSpan.FromSeconds(5));
        await next.SendAsync(asked);
        // Those that were missed are not made up for: six heartbeats are five intervals, less what a timer may be early.
        var beating = await BeatingAsync(next, 6);
        Assert.InRange(TimeProvider.System.GetElapsedTime(beating.OpenedAt), 4.5 * interval, Patience.Bound);
        // It may have been stopped between its look at the clock and the sending: that one beat, and no more.
        Assert.InRange(line.Beats, before, before + 1);
        await Patience.UntilAsync(() => discord.Answers.Count > 0, "an answer");
        Assert.Equal(0, await bot.StopAsync());
        Assert.StartsWith("✅ **Logged", Assert.Single(discord.Answers, answer => answer.Text.Length > 0).Text, StringComparison.Ordinal);
        if (!cut) Assert.InRange(bot.Count("the process stood still for longer than a heartbeat"), 1, int.MaxValue);

        // With so short an interval a busy machine may break a line too; what counts is then the next one.
        async Task<ScriptedLine> BeatingAsync(ScriptedLine on, int beats)
        {
            while (true)
            {
                await Patience.UntilAsync(() => on.Beats >= beats || on.Ended.IsCompleted, "heartbeats");
                if (on.Beats >= beats) return on;
                on = await discord.NextLineAsync();
            }
        }
    }
}
