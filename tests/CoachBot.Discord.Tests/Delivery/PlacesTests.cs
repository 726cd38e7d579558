using CoachBot.Discord.Tests.Fakes;

namespace CoachBot.Discord.Tests.Delivery;

/// <summary>Who finds a place, and what becomes of those who do not.</summary>
public sealed class PlacesTests
{
    [Fact]
    public async Task OnePersonsFloodLeavesPlacesForEverybodyElse()
    {
        await using var discord = new FakeDiscord();
        var never = new TaskCompletionSource();
        await using var bot = new RunningBot(discord, (_, ct) => never.Task.WaitAsync(ct)).Start();
        var peer = await bot.BecomesReadyAsync();
        ulong id = 0;
        for (var i = 0; i < 1500; i++) await CallsAsync(RunningBot.UserId);
        await bot.HandlesAsync(InteractionDelivery.MaxPerPerson);
        for (var other = 1; other <= 500; other++) await CallsAsync($"{other}");

        await bot.HandlesAsync(InteractionDelivery.MaxPerPerson + 500);
        await Patience.UntilAsync(() => discord.Requests.Count + bot.Client.Unanswered == 1400, "a word to all beyond a person's places");
        Assert.All(discord.Requests, request => Assert.Contains("no place: BusyWithYou", request.Text, StringComparison.Ordinal));
        Assert.Equal(InteractionDelivery.MaxPerPerson, bot.Handled.Count(interaction => interaction.UserId == ulong.Parse(RunningBot.UserId)));

        never.SetResult();

        Task CallsAsync(string user) => peer.DispatchAsync("INTERACTION_CREATE", (long)id + 2, RunningBot.Interaction(++id, user: user));
    }

    [Fact]
    public async Task APlaceIsFreeAgainWhenTheAnswerIsGiven()
    {
        await using var discord = new FakeDiscord();
        await using var bot = new RunningBot(discord).Start();
        var peer = await bot.BecomesReadyAsync();
        for (var i = 1; i <= 3 * InteractionDelivery.MaxPerPerson; i++)
        {
            await peer.DispatchAsync("INTERACTION_CREATE", i + 1, RunningBot.Interaction((ulong)i));
            await bot.HandlesAsync(i);
        }

        Assert.Empty(discord.Requests);
    }

    [Fact]
    public async Task ThoseTurnedAwayAreLoggedOnceAMinuteWithTheirNumber()
    {
        await using var discord = new FakeDiscord();
        var never = new TaskCompletionSource();
        await using var bot = new RunningBot(discord, (_, ct) => never.Task.WaitAsync(ct)).Start();
        var peer = await bot.BecomesReadyAsync();
        const int Away = 50;
        for (var i = 1; i <= InteractionDelivery.MaxPerPerson + Away; i++)
            await peer.DispatchAsync("INTERACTION_CREATE", i + 1, RunningBot.Interaction((ulong)i));
        await Patience.UntilAsync(() => discord.Requests.Count == Away, "all are told");

        Assert.Equal(["1"], Logged());
        bot.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(["1", $"{Away - 1}"], Logged());
        bot.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(2, Logged().Count);
        never.SetResult();

        List<string> Logged() =>
            [.. bot.Logs.Lines.Where(line => line.Contains("found no place and were told", StringComparison.Ordinal))
                .Select(line => line.Split(": ")[2].Split(' ')[0])];
    }
}
