using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;
using CoachBot.CheckIns;
using CoachBot.Exercises;
using CoachBot.Runtime;
using CoachBot.Storage;
using CoachBot.Teams;
using CoachBot.Tests.Exercises;
using CoachBot.Tests.Storage;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace CoachBot.Tests.CheckIns;

public sealed class CheckInDeskTests : IDisposable
{
    private const ulong Maya = 240000000000000001;
    private static readonly Library Library = Shelves.Library;

    private readonly TestDatabase database = new();
    private readonly FakeTimeProvider time = new(Instant.FromUtc(2026, 11, 24, 21, 0).ToDateTimeOffset()); // a Tuesday
    private ulong calls = 100;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task ABareCheckInLogsDoneToday()
    {
        var reply = await LogAsync();
        Assert.True(reply.Private);
        Assert.Contains("Logged: strength done today, Tue 24 Nov", reply.Text, StringComparison.Ordinal);
        Assert.Contains("**1 of 2** this week", reply.Text, StringComparison.Ordinal);
        Assert.Equal((new UserId(Maya), "Undo"), (Assert.Single(reply.Buttons).Owner!.Value, reply.Buttons[0].Label));
    }

    [Fact]
    public async Task ASecondOneOfTheDayUpdatesTheFirstAndSaysSo()
    {
        await LogAsync(effort: 6);
        var reply = await LogAsync(minutes: 25);
        Assert.Contains("Updated your check-in for today", reply.Text, StringComparison.Ordinal);
        Assert.Contains("25 minutes · effort 6 of 10", reply.Text, StringComparison.Ordinal);
        Assert.Contains("**1 of 2**", reply.Text, StringComparison.Ordinal);
        Assert.Equal(1, await RowsAsync());
    }

    [Fact]
    public async Task ABareSecondOneStillCountsOnce()
    {
        await LogAsync();
        Assert.Contains("already checked in for today", (await LogAsync()).Text, StringComparison.Ordinal);
        Assert.Equal(1, await RowsAsync());
    }

    [Fact]
    public async Task TheWeekIsTheWeekOfTheLoggedDay()
    {
        await LogAsync();
        var reply = await LogAsync(daysBack: 4);
        Assert.Contains("strength done on Fri 20 Nov", reply.Text, StringComparison.Ordinal);
        Assert.Contains("**1 of 2** that week", reply.Text, StringComparison.Ordinal);
        Assert.Contains("**2 of 2** this week", (await LogAsync(daysBack: 1)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheSameCallTwiceActsOnce()
    {
        await LogAsync(callId: 5, effort: 3);
        await Assert.ThrowsAsync<RepeatedCall>(() => LogAsync(callId: 5, effort: 9));
        Assert.Equal(3, await database.ScalarAsync<long>("select effort from check_ins"));
    }

    [Fact]
    public async Task UndoTakesTheFirstAway()
    {
        var logged = await LogAsync();
        var undone = await UndoAsync(logged);
        Assert.Contains("Undone", undone.Text, StringComparison.Ordinal);
        Assert.Contains("**0 of 2**", undone.Text, StringComparison.Ordinal);
        Assert.True(undone.Replaces);
        Assert.Equal(0, await RowsAsync());
        Assert.Contains("undone already", (await UndoAsync(logged)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UndoOfAnUpdateBringsTheFirstBackWithItsExercises()
    {
        var work = new Work { ExerciseId = "glute-bridge", Sets = 2, Reps = 10 };
        await LogAsync(effort: 6, work: [work]);
        var updated = await LogAsync(effort: 9, work: [work with { Sets = 5 }]);
        var undone = await UndoAsync(updated);
        Assert.Contains("Double-leg bridge 2×10 · effort 6 of 10", undone.Text, StringComparison.Ordinal);
        Assert.Equal(1, await RowsAsync());
    }

    [Fact]
    public async Task AnOlderUndoChangesNothing()
    {
        var first = await LogAsync();
        await LogAsync(effort: 9);
        Assert.Contains("changed after this message", (await UndoAsync(first)).Text, StringComparison.Ordinal);
        Assert.Equal(9, await database.ScalarAsync<long>("select effort from check_ins"));
    }

    [Fact]
    public async Task NobodyUndoesSomebodyElsesCheckIn()
    {
        var logged = await LogAsync();
        await UndoAsync(logged, athlete: Maya + 1);
        Assert.Equal(1, await RowsAsync());
    }

    [Fact]
    public async Task FiftyAtOnceMakeOneRow()
    {
        await Parallel.ForEachAsync(Enumerable.Range(1, 50), Ct, async (number, _) => await LogAsync(callId: (ulong)(1000 + number), effort: (number % 10) + 1));
        Assert.Equal(1, await RowsAsync());
        Assert.Equal(50, await database.ScalarAsync<long>("select count(*) from check_in_changes"));
    }

    [Fact]
    public async Task InAPrivateChatThereIsNoTeamToLogFor() =>
        await Assert.ThrowsAsync<UserError>(() => Desk.LogAsync(new CallId(1), new Caller(null, new UserId(Maya), false, []), today => new CheckIn { Day = today }, Ct));

    [Fact]
    public async Task NobodyInParticularCannotCheckIn()
    {
        await Assert.ThrowsAsync<UserError>(() => Desk.LogAsync(new CallId(1), new Caller(new TeamId(1), null, false, []), today => new CheckIn { Day = today }, Ct));
        Assert.Equal(0, await RowsAsync());
    }

    private CheckInDesk Desk => new(new CheckInStore(database.Database), new TeamStore(database.Database), Library, time);

    private Task<Reply> LogAsync(ulong? callId = null, int? effort = null, int? minutes = null, int daysBack = 0, IReadOnlyList<Work>? work = null) => Desk.LogAsync(
        new CallId(callId ?? Interlocked.Increment(ref calls)),
        new Caller(new TeamId(1), new UserId(Maya), ManagesServer: false, []),
        today => new CheckIn { Day = today.PlusDays(-daysBack), Effort = effort, Minutes = minutes, Work = work ?? [] },
        Ct);

    private Task<Reply> UndoAsync(Reply logged, ulong athlete = Maya) => Desk.UndoAsync(
        new CallId(Interlocked.Increment(ref calls)), new Caller(new TeamId(1), new UserId(athlete), ManagesServer: false, []), Convert.ToInt64(logged.Buttons[0].Arguments[0], 16), Ct);

    private Task<long> RowsAsync() => database.ScalarAsync<long>("select count(*) from check_ins");
}
