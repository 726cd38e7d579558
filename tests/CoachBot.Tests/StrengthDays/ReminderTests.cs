using CoachBot.Chat;
using CoachBot.Chat.Saying;
using CoachBot.Runtime;
using CoachBot.StrengthDays;
using CoachBot.Tests.Storage;
using NodaTime;

namespace CoachBot.Tests.StrengthDays;

/// <summary>Every reminder is posted once: on the minute, late after an outage, or not at all and the coach is told.</summary>
public abstract class ReminderTests(DatabaseKind kind) : ReminderTest(kind)
{
    [Fact]
    public async Task IsPostedOnceOnTheMinuteHoweverOftenWeAreWoken()
    {
        await AddAsync();
        await WakeAsync(TuesdayAtHalfPastThree - Duration.FromSeconds(1));
        Assert.Empty(Chat.Posts);
        for (var i = 0; i < 3; i++) await WakeAsync(TuesdayAtHalfPastThree);
        var post = Assert.Single(Chat.Posts);
        Assert.Equal((new ChannelId(9), new RoleId(7)), (post.ChannelId, post.MentionedRole!.Value));
        Assert.Equal("Done", Assert.Single(post.Buttons).Label);
        Assert.DoesNotContain("late", post.Text, StringComparison.Ordinal);
        Assert.Equal("sent", await StateAsync());
    }

    [Fact]
    public async Task TheCoachsLineIsShownAsTypedAndPingsNobody()
    {
        await AddAsync(message: "@everyone **gym** 2");
        await WakeAsync(TuesdayAtHalfPastThree);
        Assert.Contains(@"\@everyone \*\*gym\*\* 2", Assert.Single(Chat.Posts).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AfterAShortOutageItIsPostedOnceAndMarkedLate()
    {
        await AddAsync();
        await WakeAsync(TuesdayAtHalfPastThree + Duration.FromMinutes(20));
        Assert.Contains("(late: this was due at <t:", Assert.Single(Chat.Posts).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AfterALongOutageOldOnesAreSkippedAndTheCoachIsTold()
    {
        var day = await AddAsync();
        var now = TuesdayAtHalfPastThree + Duration.FromDays(14);
        await WakeAsync(now + Duration.FromMinutes(31));
        Assert.Empty(Chat.Posts);
        Assert.Equal(3, await Database.ScalarAsync<long>("select count(*) from reminders where state = 'skipped'"));
        var skipped = Assert.Single(await Database.Outbox().SkippedAsync(new TeamId(Team), now - Duration.FromDays(15), Ct));
        Assert.Equal((day.Id, now), (skipped.DayId, skipped.Due));
        Assert.Contains("the bot was not running", StrengthDayReplies.List([day], [skipped], 0, now, Coach).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AfterARestartNothingIsPostedTwice()
    {
        await AddAsync();
        await WakeAsync(TuesdayAtHalfPastThree);
        Database.Reopen();
        await WakeAsync(TuesdayAtHalfPastThree + Duration.FromSeconds(5));
        Assert.Single(Chat.Posts);
    }

    [Fact]
    public async Task ALostAnswerIsTriedAgainWithTheSameKey()
    {
        await AddAsync();
        Chat.Answers.Enqueue(new PostResult(PostOutcome.Unknown));
        await WakeAsync(TuesdayAtHalfPastThree);
        await WakeAsync(TuesdayAtHalfPastThree + Duration.FromSeconds(30));
        Assert.Equal(2, Chat.Posts.Count);
        Assert.Equal(Chat.Posts[0].Key, Chat.Posts[1].Key);
        Assert.Equal("sent", await StateAsync());
    }

    [Fact]
    public async Task ALostAnswerIsNotTriedAgainWhenTheKeyMayBeForgotten()
    {
        await AddAsync();
        Chat.Answers.Enqueue(new PostResult(PostOutcome.Unknown));
        await WakeAsync(TuesdayAtHalfPastThree);
        await WakeAsync(TuesdayAtHalfPastThree + Duration.FromSeconds(121));
        Assert.Single(Chat.Posts);
        Assert.Equal("unknown", await StateAsync());
    }

    [Fact]
    public async Task ACrashBeforeTheAnswerIsTriedAgainWithTheSameKey()
    {
        await AddAsync();
        using var killed = new CancellationTokenSource();
        Chat.OnPost = _ => killed.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => WakeAsync(TuesdayAtHalfPastThree, killed.Token));
        Database.Reopen();
        Chat.OnPost = null;
        await WakeAsync(TuesdayAtHalfPastThree + Duration.FromSeconds(60));
        Assert.Equal(2, Chat.Posts.Count);
        Assert.Equal(Chat.Posts[0].Key, Chat.Posts[1].Key);
    }

    [Fact]
    public async Task ALineThatIsDownFrom1529To1550HasItsReminderAt1550MarkedLate()
    {
        await AddAsync();
        var up = TuesdayAtHalfPastThree + Duration.FromMinutes(20);
        Chat.Answer = () => Time.Now() < up ? new PostResult(PostOutcome.NotSent) : new PostResult(PostOutcome.Posted, new MessageId(1));
        await LiveAsync(TuesdayAtHalfPastThree - Duration.FromMinutes(1), up + Duration.FromMinutes(1));
        Assert.Equal("sent", await StateAsync());
        Assert.Contains("(late: this was due at <t:", Chat.Posts[^1].Text, StringComparison.Ordinal);
        await LiveAsync(up + Duration.FromMinutes(1), up + Duration.FromHours(1));
        Assert.Equal("sent", await StateAsync());
        Assert.Single(Chat.Taken);
    }

    /// <summary>Whenever within its window the way becomes free, it goes out within a minute: also after its last minute has begun.</summary>
    [Theory]
    [InlineData(18 * 60)]
    [InlineData((29 * 60) + 59)]
    [InlineData(30 * 60)]
    public async Task SomethingIsTriedUntilTheVeryEndOfTheWindow(int freeAfterSeconds)
    {
        await AddAsync();
        var free = TuesdayAtHalfPastThree + Duration.FromSeconds(freeAfterSeconds);
        Chat.Answer = () => Time.Now() < free ? new PostResult(PostOutcome.NotSent) : new PostResult(PostOutcome.Posted, new MessageId(1));
        await LiveAsync(TuesdayAtHalfPastThree, TuesdayAtHalfPastThree + Duration.FromMinutes(32));
        Assert.Equal("sent", await StateAsync());
        Assert.InRange(Chat.Taken.Single(), free, free + Duration.FromMinutes(1));
    }

    [Fact]
    public async Task RemindersNeverPostedAreSkippedAfterTheWindowAndTheCoachIsTold()
    {
        await AddAsync();
        Chat.Answer = () => new PostResult(PostOutcome.NotSent);
        await LiveAsync(TuesdayAtHalfPastThree, TuesdayAtHalfPastThree + Duration.FromMinutes(40));
        Assert.InRange(Chat.Posts.Count, 30, 40);
        Assert.Equal("skipped", await StateAsync());
        Assert.NotNull(Assert.Single(await Days.ListAsync(new TeamId(Team), Ct)).Trouble);
    }

    [Fact]
    public async Task ARateLimitsPauseIsKept()
    {
        await AddAsync();
        Chat.Answers.Enqueue(new PostResult(PostOutcome.NotSent, RetryAfter: Duration.FromMinutes(5)));
        await LiveAsync(TuesdayAtHalfPastThree, TuesdayAtHalfPastThree + Duration.FromMinutes(5) - Duration.FromSeconds(1));
        Assert.Single(Chat.Posts);
        await LiveAsync(TuesdayAtHalfPastThree + Duration.FromMinutes(5), TuesdayAtHalfPastThree + Duration.FromMinutes(6));
        Assert.Equal(2, Chat.Posts.Count);
    }

    [Fact]
    public async Task ARemovedDayPostsNothingAnyMore()
    {
        var day = await AddAsync();
        await Database.Outbox().ClaimDueAsync(TuesdayAtHalfPastThree, LateRule.Reminders, Ct);
        Assert.NotNull(await Days.RemoveAsync(new CallId(77), new TeamId(Team), day.Id, TuesdayAtHalfPastThree, Ct));
        await WakeAsync(TuesdayAtHalfPastThree);
        Assert.Empty(Chat.Posts);
    }

    [Fact]
    public async Task TheClockGoingBackPostsNothingTwice()
    {
        await AddAsync();
        await WakeAsync(TuesdayAtHalfPastThree);
        await WakeAsync(TuesdayAtHalfPastThree - Duration.FromHours(2));
        await WakeAsync(TuesdayAtHalfPastThree);
        Assert.Single(Chat.Posts);
    }

    [Fact]
    public async Task ATeamCannotSetTheSameDayTwice()
    {
        await AddAsync();
        Assert.Contains("No. 1", (await Assert.ThrowsAsync<UserError>(() => AddAsync())).Message, StringComparison.Ordinal);
    }
}

public sealed class ReminderTestsOnSqlite() : ReminderTests(DatabaseKind.Sqlite);

public sealed class ReminderTestsOnPostgres() : ReminderTests(DatabaseKind.Postgres);
