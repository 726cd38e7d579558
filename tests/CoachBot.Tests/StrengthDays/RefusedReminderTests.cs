using System.Net;
using CoachBot.Chat;
using CoachBot.Chat.Discord;
using CoachBot.Discord.Rest;
using CoachBot.Runtime;
using CoachBot.StrengthDays;
using CoachBot.Tests.Storage;
using NodaTime;

namespace CoachBot.Tests.StrengthDays;

/// <summary>What becomes of a reminder that the chat refuses: nothing is asked for again and again, and the coach can mend it.</summary>
public abstract class RefusedReminderTests(DatabaseKind kind) : ReminderTest(kind)
{
    [Fact]
    public async Task ARefusalIsNotTriedAgainAndStandsInTheCoachsListUntilOneArrives()
    {
        await AddAsync();
        Chat.Answers.Enqueue(new PostResult(PostOutcome.Refused, Problem: PostProblem.ThreadLocked));
        await WakeAsync(TuesdayAtHalfPastThree);
        await WakeAsync(TuesdayAtHalfPastThree + Duration.FromMinutes(1));
        Assert.Single(Chat.Posts);
        Assert.Equal(new Trouble(PostProblem.ThreadLocked), Assert.Single(await Days.ListAsync(new TeamId(Team), Ct)).Trouble);

        await WakeAsync(TuesdayAtHalfPastThree + Duration.FromDays(7));
        Assert.Null(Assert.Single(await Days.ListAsync(new TeamId(Team), Ct)).Trouble);
    }

    [Theory, Fault("B10")]
    [InlineData(HttpStatusCode.Forbidden, 50001)]
    [InlineData(HttpStatusCode.Forbidden, 50013)]
    [InlineData(HttpStatusCode.NotFound, 10003)]
    public async Task AClosedChannelIsAskedOnceAndNoMoreUntilACoachAddsTheDayAgain(HttpStatusCode status, int code)
    {
        var day = await AddAsync();
        Chat.Answers.Enqueue(PostResults.From(new DiscordApiException("refused", status, code)));
        for (var week = 0; week < 4; week++) await WakeAsync(TuesdayAtHalfPastThree + Duration.FromDays(7 * week));
        Assert.Single(Chat.Posts);
        Assert.Equal("refused", await StateAsync());
        Assert.Null(await Days.EarliestDueAsync(Ct));
        var now = TuesdayAtHalfPastThree + Duration.FromDays(22);
        var list = StrengthDayReplies.List(await Days.ListAsync(new TeamId(Team), Ct), [], 0, now, Coach).Text!;
        Assert.Contains("⚠️ Reminders are off: ", list, StringComparison.Ordinal);
        Assert.Contains("again", list, StringComparison.Ordinal);
        Assert.DoesNotContain("next:", list, StringComparison.Ordinal);

        Time.AdjustTime(now.ToDateTimeOffset());
        var again = await AddAsync(now: now);
        Assert.Equal((day.Id, day.Number, null), (again.Id, again.Number, again.OffSince));
        Assert.Contains("next:", StrengthDayReplies.List(await Days.ListAsync(new TeamId(Team), Ct), [], 0, now, Coach).Text!, StringComparison.Ordinal);
        await WakeAsync(TuesdayAtHalfPastThree + Duration.FromDays(28));
        Assert.Equal(2, Chat.Posts.Count);
        Assert.Equal("sent", await StateAsync());
    }

    [Fact, Fault("B10")]
    public async Task AThousandClosedChannelsAreSwitchedOffOnceEach()
    {
        const int Days = 1_000;
        var day = await AddAsync();
        await Database.Database.WriteAsync(
            sql =>
            {
                sql.Execute(
                    """
                    with recursive n(i) as (select 2 union all select i + 1 from n where i < @Days)
                    insert into strength_days (team_id, number, weekdays, local_time, zone, channel_id, created_at, next_date, next_due)
                    select i, 1, weekdays, local_time, zone, i, created_at, next_date, next_due from n, strength_days where id = @Id
                    """,
                    new { Days, day.Id });
            },
            Ct);
        Chat.Answer = () => PostResults.From(new DiscordApiException("refused", HttpStatusCode.Forbidden, 50001));
        for (var second = 0; second <= 10; second++) await WakeAsync(TuesdayAtHalfPastThree + Duration.FromSeconds(second));
        for (var week = 1; week < 3; week++) await WakeAsync(TuesdayAtHalfPastThree + Duration.FromDays(7 * week));
        Assert.Equal(Days, Chat.Posts.Count);
        Assert.Equal(Days, Chat.Posts.Select(post => post.Key).Distinct().Count());
        Assert.Equal(Days, await Database.ScalarAsync<long>("select count(*) from strength_days where off_since is not null and trouble is not null"));
    }

    [Fact]
    public async Task AMessageThatIsRefusedForItselfSwitchesNothingOff()
    {
        await AddAsync();
        Chat.Answers.Enqueue(PostResults.From(new DiscordApiException("refused", HttpStatusCode.BadRequest, 50035)));
        await WakeAsync(TuesdayAtHalfPastThree);
        await WakeAsync(TuesdayAtHalfPastThree + Duration.FromDays(7));
        Assert.Equal(2, Chat.Posts.Count);
    }
}

public sealed class RefusedReminderTestsOnSqlite() : RefusedReminderTests(DatabaseKind.Sqlite);

public sealed class RefusedReminderTestsOnPostgres() : RefusedReminderTests(DatabaseKind.Postgres);
