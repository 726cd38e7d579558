using CoachBot.Chat.Asking;
using CoachBot.Operations;
using CoachBot.Storage;
using CoachBot.StrengthDays;
using CoachBot.TeamExercises;
using CoachBot.Tests.EndToEnd;
using CoachBot.Tests.StrengthDays;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace CoachBot.Tests.Storage;

/// <summary>What one person can fill in a day has a bound, and a call that comes twice acts once all the same.</summary>
public sealed class SeenCallsTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 11, 24, 12, 0);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Discord lets a call be answered for 15 minutes, so it cannot mean to deliver it again after that.</summary>
    [Fact]
    public async Task ACallIsKnownForLongerThanItCanBeAnsweredAndForgottenSoonAfter()
    {
        using var database = new TestDatabase();
        var time = new FakeTimeProvider(Start.ToDateTimeOffset());
        await ClaimAsync();
        foreach (var minutes in (int[])[0, 15, 15])
        {
            time.Advance(TimeSpan.FromMinutes(minutes));
            await ForgetAsync(database, time);
            await Assert.ThrowsAsync<RepeatedCall>(ClaimAsync);
        }
        time.Advance(TimeSpan.FromMilliseconds(1));
        await ForgetAsync(database, time);
        Assert.Equal(0, await database.ScalarAsync<long>("select count(*) from seen_interactions"));

        Task ClaimAsync() => database.Database.WriteAsync(sql => sql.Claim(new CallId(1), time.Now()), Ct);
    }

    /// <summary>As many calls as the limiter lets one person make, for half a day: after the first hour the file grows no more.</summary>
    [Fact]
    public async Task HoweverLongOnePersonCallsTheFileStopsGrowing()
    {
        using var database = new TestDatabase();
        var time = new FakeTimeProvider(Start.ToDateTimeOffset());
        long id = 0, afterAnHour = 0;
        for (var minute = 10; minute <= 12 * 60; minute += 10)
        {
            const int Calls = 10 * 60 * Limits.PerSecond;
            await database.Database.WriteAsync(
                sql =>
                {
                    sql.Execute(
                        """
                        with recursive n(i) as (select 1 union all select i + 1 from n where i < @Calls)
                        insert into seen_interactions (id, seen_at) select @id + i, @now + i * 25 from n
                        """,
                        new { Calls, id, now = time.Now().ToUnixTimeMilliseconds() });
                },
                Ct);
            id += Calls;
            time.Advance(TimeSpan.FromMinutes(10));
            await ForgetAsync(database, time);
            await database.Database.ScrubAsync(Ct);
            if (minute == 60) afterAnHour = new FileInfo(database.Path).Length;
        }
        Assert.InRange(new FileInfo(database.Path).Length, 1, Math.Min(afterAnHour, 4_000_000));
    }

    /// <summary>The clock of a running bot does it, too.</summary>
    [Fact]
    public async Task ARunningBotForgetsByItself()
    {
        await using var team = await RunningTeam.StartAsync();
        await team.Maya.TypeAsync("/checkin", Ct);
        Assert.Equal(1, team.Query<long>("select count(*) from seen_interactions"));
        // A moment before it is looked at again: what the scheduler finds to be minutes late it leaves for the next time.
        await team.MoveClockAsync(team.Time.Now() + Duration.FromMinutes(31) - Duration.FromSeconds(1), ForgottenAsync());
        Assert.Equal(1, team.Query<long>("select count(*) from check_ins"));

        async Task<bool> ForgottenAsync()
        {
            while (team.Query<long>("select count(*) from seen_interactions") > 0) await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, Ct);
            return true;
        }
    }

    [Fact]
    public async Task OnlyTheNewestUnansweredDraftsAndImportsAreKept()
    {
        using var database = new TestDatabase();
        var (imports, drafts) = (new TeamExerciseStore(database.Database), new DraftStore(database.Database));
        var draft = new StrengthDayDraft
        {
            TeamId = Some.Team,
            Weekdays = [IsoDayOfWeek.Tuesday],
            Time = new TypedTime(new LocalTime(15, 30), SaysHalf: false),
            ChannelId = Some.Channel,
        };
        long firstImport = 0, firstDraft = 0, import = 0, lastDraft = 0;
        await imports.KeepImportAsync(new CallId(9_001), new TeamId(2), "another team's", Start, Ct);
        for (ulong call = 1; call <= 100; call++)
        {
            import = await imports.KeepImportAsync(new CallId(call), Some.Team, $"{call}", Start, Ct);
            lastDraft = (await drafts.KeepAsync(new CallId(1_000 + call), draft, Start, Ct)).Id;
            if (call == 1) (firstImport, firstDraft) = (import, lastDraft);
        }
        Assert.Equal(TeamExerciseStore.MostImports + 1, await database.ScalarAsync<long>("select count(*) from own_exercise_imports"));
        Assert.Equal(DraftStore.Most, await database.ScalarAsync<long>("select count(*) from strength_day_drafts"));
        Assert.Null(await drafts.GetAsync(Some.Team, firstDraft, Start, Ct));
        Assert.NotNull(await drafts.GetAsync(Some.Team, lastDraft, Start, Ct));
        Assert.Null(await imports.ImportAsync(new CallId(2_001), Some.Team, firstImport, Start, (_, _) => [], Ct));
        Assert.NotNull(await imports.ImportAsync(new CallId(2_002), Some.Team, import, Start, (_, _) => [], Ct));
    }

    private static Task ForgetAsync(TestDatabase database, TimeProvider time) =>
        new ForgetCallsJob(database.Database, new SeenCalls(), time).Execute(null!, Ct).AsTask();
}
