using System.Collections.Concurrent;
using CoachBot.Discord.Tests.Fakes;
using Microsoft.Extensions.Time.Testing;

namespace CoachBot.Discord.Tests.Gateway;

/// <summary>Identifies are counted over restarts.</summary>
public sealed class LedgerTests
{
    private readonly FakeTimeProvider time = new();

    private static IdentifyLedger Ledger(
        Func<CancellationToken, Task<IReadOnlyList<DateTimeOffset>>> since, Func<DateTimeOffset, Task>? add = null) =>
        new((_, ct) => since(ct), (moment, _) => add?.Invoke(moment) ?? Task.CompletedTask);

    private IEnumerable<DateTimeOffset> Moments(int count, TimeSpan newest) =>
        Enumerable.Range(0, count).Select(i => time.GetUtcNow() - newest - TimeSpan.FromSeconds(i));

    [Fact]
    [Fault("A28")]
    public void ACrashLoopComesToAQuarterOfAnHourBetweenTwoStartsLongBeforeTheLimit()
    {
        var budget = new IdentifyBudget(time);
        budget.Recall(Moments(799, TimeSpan.FromMinutes(1)));
        Assert.Equal(TimeSpan.Zero, budget.Wait());
        budget.Spend();
        Assert.Equal(800, budget.Spent);
        Assert.Equal(TimeSpan.FromMinutes(15), budget.Wait());

        var restarted = new IdentifyBudget(time);
        restarted.Recall(Moments(800, TimeSpan.FromMinutes(1)));
        Assert.Equal(TimeSpan.FromMinutes(14), restarted.Wait());
        time.Advance(TimeSpan.FromMinutes(14));
        Assert.Equal(TimeSpan.Zero, restarted.Wait());
        time.Advance(TimeSpan.FromHours(24));
        Assert.Equal(0, restarted.Spent);
    }

    [Fact]
    public void AFewStartsCostNoWait()
    {
        var budget = new IdentifyBudget(time);
        budget.Recall(Moments(120, TimeSpan.Zero));
        Assert.Equal(TimeSpan.Zero, budget.Wait());
    }

    [Fact]
    public void AClockThatWasSetBackCountsWhatLiesInTheFutureAsNow()
    {
        var budget = new IdentifyBudget(time);
        budget.Recall([.. Moments(800, TimeSpan.FromDays(-3)), time.GetUtcNow() - TimeSpan.FromHours(24)]);
        Assert.Equal(800, budget.Spent);
        Assert.Equal(TimeSpan.FromMinutes(15), budget.Wait());
    }

    [Fact]
    public async Task EachIdentifyIsKeptAndAResumeIsNot()
    {
        var kept = new ConcurrentQueue<DateTimeOffset>();
        await using var discord = new FakeDiscord();
        await using var bot = new RunningBot(discord, options: o => o with
        {
            Ledger = Ledger(_ => Task.FromResult<IReadOnlyList<DateTimeOffset>>([]), moment =>
            {
                kept.Enqueue(moment);
                return Task.CompletedTask;
            }),
        }).Start();
        (await bot.BecomesReadyAsync()).Cut();
        var next = await bot.ConnectsAsync();
        await next.HelloAsync();
        await next.ReceiveAsync(6);
        await next.CloseAsync(4009);
        await bot.BecomesReadyAsync();
        await bot.StopAsync();
        Assert.Equal(2, kept.Count);
        Assert.InRange(kept.Last() - kept.First(), TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task WaitsWithTheConnectionWhenEarlierStartsWereTooMany()
    {
        await using var discord = new FakeDiscord();
        var clock = new TestClock();
        await using var bot = new RunningBot(discord, clock: clock, options: o => o with
        {
            Ledger = Ledger(_ =>
                Task.FromResult<IReadOnlyList<DateTimeOffset>>([.. Enumerable.Range(0, 900).Select(i => clock.GetUtcNow() - TimeSpan.FromSeconds(i))])),
        }).Start();
        await clock.WaitedForAsync(TimeSpan.FromMinutes(15));
        Assert.Equal(0, discord.Upgrades);
        Assert.Contains(bot.Logs.Lines, line => line.StartsWith("Error: Too many new sessions (900 in 24 hours)", StringComparison.Ordinal));
        clock.Advance(TimeSpan.FromMinutes(15));
        await bot.BecomesReadyAsync();
    }

    [Fact]
    public async Task AStorageThatFailsIsLoggedAndStopsNothing()
    {
        await using var discord = new FakeDiscord();
        await using var bot = new RunningBot(discord, options: o => o with
        {
            Ledger = Ledger(_ => throw new IOException("disk"), _ => throw new IOException("disk")),
        }).Start();
        await bot.BecomesReadyAsync();
        await bot.StopAsync();
        Assert.Equal(2, bot.Logs.Lines.Count(line => line.StartsWith("Warning: The count of new sessions", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task AStorageThatDoesNotAnswerIsWaitedForFiveSeconds()
    {
        await using var discord = new FakeDiscord();
        await using var bot = new RunningBot(discord, options: o => o with
        {
            Ledger = Ledger(_ => new TaskCompletionSource<IReadOnlyList<DateTimeOffset>>().Task),
        }).Start();
        await bot.Clock.PassAsync(TimeSpan.FromSeconds(5));
        await bot.BecomesReadyAsync();
    }
}
