using CoachBot.Discord.Tests.Fakes;

namespace CoachBot.Discord.Tests.Chaos;

/// <summary>Found by the random schedules: an event on its way while the bot stops.</summary>
public sealed class GoodbyeTests
{
    [Fact]
    public async Task ReadsOnUntilTheServerHangsUpSoThatNothingUnreadResetsTheGoodbye()
    {
        await using var discord = new FakeDiscord();
        await using var bot = new RunningBot(discord).Start();
        var peer = await bot.BecomesReadyAsync();
        peer.HangsUp = false;
        var stopping = bot.StopAsync();
        Assert.Equal(1000, await peer.Closed);
        // More than any buffer between the two holds: it all goes out only if the bot takes it.
        var filler = $$"""{"filler":"{{new string('x', 1_000_000)}}"}""";
        for (var sequence = 2; sequence < 30; sequence++)
            await peer.DispatchAsync("GUILD_CREATE", sequence, filler).WaitAsync(Patience.Bound, TimeProvider.System);
        Assert.False(stopping.IsCompleted);
        peer.Cut();
        await stopping;
        Assert.Equal(GatewayState.Closed, bot.Client.State);
    }
}
