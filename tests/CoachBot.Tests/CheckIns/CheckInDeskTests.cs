using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;
using CoachBot.CheckIns;
using CoachBot.Exercises;
using CoachBot.Exercises.Shelves;
using CoachBot.Runtime;
using CoachBot.Safety;
using CoachBot.Storage;
using CoachBot.Teams;
using CoachBot.Tests.Exercises;
using CoachBot.Tests.Storage;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace CoachBot.Tests.CheckIns;

public abstract class CheckInDeskTests : IDisposable
{
    private const ulong Maya = 240000000000000001;
    private static readonly Library Library = Shelves.Library;

    private readonly TestDatabase database;
    private readonly FakeTimeProvider time = new(Instant.FromUtc(2026, 11, 24, 21, 0).ToDateTimeOffset()); // a Tuesday
    private readonly UnreadTexts texts;
    private ulong calls = 100;

    protected CheckInDeskTests(DatabaseKind kind)
    {
        database = new TestDatabase(kind);
        texts = new UnreadTexts(time);
    }

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
        await LogAsync(effort: 6, what: "bridge 2x10");
        var updated = await LogAsync(effort: 9, what: "bridge 5x10");
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
        await Parallel.ForEachAsync(Enumerable.Range(1, 50), Ct, async (number, _) =>
            await LogAsync(callId: (ulong)(1000 + number), effort: (number % 10) + 1));
        Assert.Equal(1, await RowsAsync());
        Assert.Equal(CheckInStore.MostChangesOfADay, await database.ScalarAsync<long>("select count(*) from check_in_changes"));
    }

    [Fact]
    public async Task OnePersonsRowsPerDayAreLimited()
    {
        for (var i = 0; i < 60; i++) await LogAsync(effort: (i % 10) + 1);
        var first = await LogAsync(effort: 1);
        var last = await LogAsync(effort: 2, daysBack: 1);
        Assert.Equal(CheckInStore.MostChangesOfADay + 1, await database.ScalarAsync<long>("select count(*) from check_in_changes"));
        Assert.Contains("Undone", (await UndoAsync(last)).Text, StringComparison.Ordinal);
        Assert.Contains("Undone", (await UndoAsync(first)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASecondOneAddsItsExercisesAndReplacesTheSameOnes()
    {
        await LogAsync(what: "squat 3x12, plank 3x45s");
        var reply = await LogAsync(what: "plank 2x60s, clamshell 2x10 each side");
        Assert.Contains("Body-weight squat 3×12, Front plank 2×60 s, Clamshell 2×10 each side", reply.Text, StringComparison.Ordinal);
        Assert.Contains("Added: Clamshell.", reply.Text, StringComparison.Ordinal);
        Assert.Contains("Replaced with what you wrote now: Front plank.", reply.Text, StringComparison.Ordinal);
        Assert.Equal(3, await database.ScalarAsync<long>("select count(*) from check_in_exercises"));
    }

    [Theory]
    [InlineData("squat 3x8-10 @ 22.5kg", "Body-weight squat 3×8–10 with 22.5 kg")]
    [InlineData("squat 12/10/8 with 20kg", "Body-weight squat 1×12, 1×10, 1×8 with 20 kg")]
    [InlineData("barbell squat 12@40kg, 10@50kg", "Barbell back squat 1×12 with 40 kg, 1×10 with 50 kg")]
    [InlineData("dumbbell reverse lunge 3x10 2x10kg each leg", "Dumbbell reverse lunge 3×10 with 2×10 kg each side")]
    [InlineData("clamshell left 10 right 12", "Clamshell 1×10 left, 1×12 right")]
    [InlineData("squat 3xAMRAP bw", "Body-weight squat 3×as many as possible with no extra weight")]
    [InlineData("plank 2x30-45s", "Front plank 2×30–45 s")]
    [InlineData("goblet squat 3x12 with the 10s", "3×12 with 10")]
    [InlineData("squat 2x12, 1x15+ @ 35 lb", "Body-weight squat 2×12, 1×15+ with 35 lb")]
    public async Task LoadsRangesAndDifferentSetsAreKept(string what, string shown)
    {
        await LogAsync(what: what);
        // Read back from the database.
        Assert.Contains(shown, (await LogAsync(minutes: 20)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TextThatIsNotKeptIsNamed()
    {
        var reply = await LogAsync(what: "squat 3x12 rpe 8, rest 60s, plank 3, squat 3x12 @ 8");
        Assert.Contains("I left out: “rpe 8”, “rest 60s”, “3” (sets, seconds or minutes?), “\\@ 8” (a weight or an effort? For a weight, add kg or lb).",
            reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnreadPartsAreNamedAndTheDayIsStillLogged()
    {
        var reply = await LogAsync(what: "squat 3x12, flurbification 3x10");
        Assert.Contains("Logged: strength done today", reply.Text, StringComparison.Ordinal);
        Assert.Contains("Body-weight squat 3×12", reply.Text, StringComparison.Ordinal);
        Assert.Contains("I did not understand “flurbification 3x10”", reply.Text, StringComparison.Ordinal);
        Assert.Equal(["Write it again", "Undo"], reply.Buttons.Select(button => button.Label));
        Assert.Equal(1, await RowsAsync());
    }

    [Fact]
    public async Task TheLongestAnswerFitsInAMessage()
    {
        await LogAsync(daysBack: 1);
        await LogAsync(what: "squat 3x12, plank 3x45s, clamshell 2x10, bridge 2x10");
        var kept = string.Join(", ", Shelves.Core.Exercises.Take(14).Select(exercise => $"{exercise.Aliases[0]} 3x12 rpe 7"));
        var odd = string.Concat(Enumerable.Range(0, 9).Select(number => $"; ****{new string('*', 30)}zzz{(char)('a' + number)} 3x1"));
        var reply = await LogAsync(what: kept + odd);
        Assert.InRange(reply.Text!.Length, 1000, 2000);
        Assert.Contains("more parts", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheFormOpensFilledInAndWhatIsSentIsLoggedForThatDay()
    {
        const string Typed = "squat 3x12, flurbification 3x10";
        var reply = await LogAsync(what: Typed, daysBack: 3);
        var button = reply.Buttons[0];
        var opened = await new WriteAgain(texts).PressAsync(new ButtonCall(CallOf(900), button.Arguments), Ct);
        Assert.Equal(Typed, opened.Form!.Values["what"]);

        var form = new FormCall(CallOf(901), opened.Form.Arguments, new Dictionary<string,
            string>
        { ["what"] = "squat 3x12, bridge 2x15" });
        var answer = await new WorkForm(Desk, texts).SubmitAsync(form, Ct);
        Assert.Contains("Sat 21 Nov", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Double-leg bridge 2×15", answer.Text, StringComparison.Ordinal);
        Assert.True(answer.Replaces);
        Assert.Equal(1, await RowsAsync());
        Assert.Null(texts.Find((new CallId(101), new UserId(Maya))));
    }

    [Fact]
    public async Task TypedTextIsShownToNobodyElseAndForgottenWithinADay()
    {
        await LogAsync(callId: 700, what: "flurb 3x10");
        Assert.Null(texts.Find((new CallId(700), new UserId(Maya + 1))));
        Assert.NotNull(texts.Find((new CallId(700), new UserId(Maya))));
        time.Advance(TimeSpan.FromHours(24));
        Assert.Null(texts.Find((new CallId(700), new UserId(Maya))));
    }

    [Theory]
    [InlineData("squat 3x12 my knee hurt")]
    [InlineData("squat 3x12, knee pain")]
    [InlineData("squat 3x12 and then my chest hurt")]
    [InlineData("my knee hurts. squat 3x12")]
    public async Task SomebodyInPainIsAnsweredFirstAndOnlyTheSquatIsKept(string what)
    {
        var reply = await LogAsync(callId: 800, what: what);
        Assert.True(reply.Private);
        Assert.NotNull(reply.Card);
        Assert.Equal("Your check-in for today, Tue 24 Nov is logged: Body-weight squat 3×12.", reply.Text);
        Assert.Contains("only the exercises are kept", reply.Card.Footer, StringComparison.Ordinal);
        Assert.DoesNotContain("knee", reply.Text, StringComparison.Ordinal);
        Assert.Equal("bodyweight-squat", await database.ScalarAsync<string>("select string_agg(exercise_id, ',') from check_in_exercises"));
        Assert.Null(texts.Find((new CallId(800), new UserId(Maya))));
    }

    [Fact]
    public async Task DaysInARowAreToldOfTheGapKindlyAndWithItsSource()
    {
        Assert.DoesNotContain("48 hours", (await LogAsync(daysBack: 1)).Text, StringComparison.Ordinal);
        var second = await LogAsync();
        Assert.Contains("about 48 hours between hard sessions for the same muscles", second.Text, StringComparison.Ordinal);
        Assert.Contains("https://bjsm.bmj.com/content/48/7/498.long", second.Text, StringComparison.Ordinal);
        time.Advance(TimeSpan.FromDays(1));
        var third = await LogAsync();
        Assert.Contains("**3 days** this week", third.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nice work", third.Text, StringComparison.Ordinal);
        time.Advance(TimeSpan.FromDays(2));
        Assert.DoesNotContain("48 hours", (await LogAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task InAPrivateChatThereIsNoTeamToLogFor() =>
        await Assert.ThrowsAsync<UserError>(() =>
            Desk.LogAsync(new CallId(1), new Caller(null, new UserId(Maya), false, []), new TypedCheckIn(), Ct));

    [Fact]
    public async Task AnUnknownCallerCannotCheckIn()
    {
        await Assert.ThrowsAsync<UserError>(() =>
            Desk.LogAsync(new CallId(1), new Caller(new TeamId(1), null, false, []), new TypedCheckIn(), Ct));
        Assert.Equal(0, await RowsAsync());
    }

    private CheckInDesk Desk =>
        new(new CheckInStore(database.Database), new TeamStore(database.Database), Library,
        new SafetyDesk(new SafetyEar(), new HelpLines(), new TeamStore(database.Database)), texts, time);

    private static Caller Person(ulong athlete) => new(new TeamId(1), new UserId(athlete), ManagesServer: false, []);

    private static Call CallOf(ulong id) =>
        new() { Id = new CallId(id), Caller = Person(Maya), OnPrivateMessage = true, Deed = new Deed.Press("") };

    private Task<Reply> LogAsync(ulong? callId = null, int? effort = null, int? minutes = null, int daysBack = 0, string? what = null) =>
        Desk.LogAsync(
        new CallId(callId ?? Interlocked.Increment(ref calls)),
        Person(Maya),
        new TypedCheckIn { Date = $"{daysBack} days ago", Effort = effort, Minutes = minutes, What = what },
        Ct);

    private Task<Reply> UndoAsync(Reply logged, ulong athlete = Maya) => Desk.UndoAsync(
        new CallId(Interlocked.Increment(ref calls)), new Caller(new TeamId(1), new UserId(athlete), ManagesServer: false, []),
            Convert.ToInt64(logged.Buttons[0].Arguments[0], 16), Ct);

    private Task<long> RowsAsync() => database.ScalarAsync<long>("select count(*) from check_ins");
}

public sealed class CheckInDeskTestsOnSqlite() : CheckInDeskTests(DatabaseKind.Sqlite);

public sealed class CheckInDeskTestsOnPostgres() : CheckInDeskTests(DatabaseKind.Postgres);
