using System.Net;
using CoachBot.Chat;
using CoachBot.Chat.Asking;
using CoachBot.Chat.Discord;
using CoachBot.Chat.Saying;
using CoachBot.Discord.Rest;
using CoachBot.Runtime;
using CoachBot.StrengthDays;
using CoachBot.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace CoachBot.Tests.StrengthDays;

/// <summary>The outbox and the sender on a real database, with a chat that answers as told.</summary>
public sealed class ReminderTests : IDisposable
{
    private const ulong Team = 1;
    private static readonly Instant Monday = Instant.FromUtc(2026, 11, 23, 12, 0);
    private static readonly Instant TuesdayAtHalfPastThree = Instant.FromUtc(2026, 11, 24, 20, 30);

    private readonly TestDatabase database = new();
    private readonly FakeTimeProvider time = new(Monday.ToDateTimeOffset());
    private readonly FakeChat chat;

    public ReminderTests() => chat = new FakeChat(time);

    private static readonly Caller Coach = new(new TeamId(Team), new UserId(8), ManagesServer: true, []);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task IsPostedOnceOnTheMinuteHoweverOftenWeAreWoken()
    {
        await AddAsync();
        await WakeAsync(TuesdayAtHalfPastThree - Duration.FromSeconds(1));
        Assert.Empty(chat.Posts);
        for (var i = 0; i < 3; i++) await WakeAsync(TuesdayAtHalfPastThree);
        var post = Assert.Single(chat.Posts);
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
        Assert.Contains(@"\@everyone \*\*gym\*\* 2", Assert.Single(chat.Posts).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AfterAShortOutageItIsPostedOnceAndMarkedLate()
    {
        await AddAsync();
        await WakeAsync(TuesdayAtHalfPastThree + Duration.FromMinutes(20));
        Assert.Contains("(late: this was due at <t:", Assert.Single(chat.Posts).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AfterALongOutageOldOnesAreSkippedAndTheCoachIsTold()
    {
        var day = await AddAsync();
        var now = TuesdayAtHalfPastThree + Duration.FromDays(14);
        await WakeAsync(now + Duration.FromMinutes(31));
        Assert.Empty(chat.Posts);
        Assert.Equal(3, await database.ScalarAsync<long>("select count(*) from reminders where state = 'skipped'"));
        var skipped = Assert.Single(await database.Outbox().SkippedAsync(new TeamId(Team), now - Duration.FromDays(15), Ct));
        Assert.Equal((day.Id, now), (skipped.DayId, skipped.Due));
        Assert.Contains("the bot was not running", StrengthDayReplies.List([day], [skipped], 0, now, Coach).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AfterARestartNothingIsPostedTwice()
    {
        await AddAsync();
        await WakeAsync(TuesdayAtHalfPastThree);
        database.Reopen();
        await WakeAsync(TuesdayAtHalfPastThree + Duration.FromSeconds(5));
        Assert.Single(chat.Posts);
    }

    [Fact]
    public async Task ALostAnswerIsTriedAgainWithTheSameKey()
    {
        await AddAsync();
        chat.Answers.Enqueue(new PostResult(PostOutcome.Unknown));
        await WakeAsync(TuesdayAtHalfPastThree);
        await WakeAsync(TuesdayAtHalfPastThree + Duration.FromSeconds(30));
        Assert.Equal(2, chat.Posts.Count);
        Assert.Equal(chat.Posts[0].Key, chat.Posts[1].Key);
        Assert.Equal("sent", await StateAsync());
    }

    [Fact]
    public async Task ALostAnswerIsNotTriedAgainWhenTheKeyMayBeForgotten()
    {
        await AddAsync();
        chat.Answers.Enqueue(new PostResult(PostOutcome.Unknown));
        await WakeAsync(TuesdayAtHalfPastThree);
        await WakeAsync(TuesdayAtHalfPastThree + Duration.FromSeconds(121));
        Assert.Single(chat.Posts);
        Assert.Equal("unknown", await StateAsync());
    }

    [Fact]
    public async Task ACrashBeforeTheAnswerIsTriedAgainWithTheSameKey()
    {
        await AddAsync();
        using var killed = new CancellationTokenSource();
        chat.OnPost = _ => killed.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => WakeAsync(TuesdayAtHalfPastThree, killed.Token));
        database.Reopen();
        chat.OnPost = null;
        await WakeAsync(TuesdayAtHalfPastThree + Duration.FromSeconds(60));
        Assert.Equal(2, chat.Posts.Count);
        Assert.Equal(chat.Posts[0].Key, chat.Posts[1].Key);
    }

    [Fact]
    public async Task ALineThatIsDownFrom1529To1550HasItsReminderAt1550MarkedLate()
    {
        await AddAsync();
        var up = TuesdayAtHalfPastThree + Duration.FromMinutes(20);
        chat.Answer = () => time.Now() < up ? new PostResult(PostOutcome.NotSent) : new PostResult(PostOutcome.Posted, new MessageId(1));
        await LiveAsync(TuesdayAtHalfPastThree - Duration.FromMinutes(1), up + Duration.FromMinutes(1));
        Assert.Equal("sent", await StateAsync());
        Assert.Contains("(late: this was due at <t:", chat.Posts[^1].Text, StringComparison.Ordinal);
        await LiveAsync(up + Duration.FromMinutes(1), up + Duration.FromHours(1));
        Assert.Equal("sent", await StateAsync());
        Assert.Single(chat.Taken);
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
        chat.Answer = () => time.Now() < free ? new PostResult(PostOutcome.NotSent) : new PostResult(PostOutcome.Posted, new MessageId(1));
        await LiveAsync(TuesdayAtHalfPastThree, TuesdayAtHalfPastThree + Duration.FromMinutes(32));
        Assert.Equal("sent", await StateAsync());
        Assert.InRange(chat.Taken.Single(), free, free + Duration.FromMinutes(1));
    }

    [Fact]
    public async Task WhatWasNeverTakenIsLeftOutAfterTheWindowAndTheCoachIsTold()
    {
        await AddAsync();
        chat.Answer = () => new PostResult(PostOutcome.NotSent);
        await LiveAsync(TuesdayAtHalfPastThree, TuesdayAtHalfPastThree + Duration.FromMinutes(40));
        Assert.InRange(chat.Posts.Count, 30, 40);
        Assert.Equal("skipped", await StateAsync());
        Assert.NotNull(Assert.Single(await new StrengthDayStore(database.Database).ListAsync(new TeamId(Team), Ct)).Trouble);
    }

    [Fact]
    public async Task ARateLimitsPauseIsKept()
    {
        await AddAsync();
        chat.Answers.Enqueue(new PostResult(PostOutcome.NotSent, RetryAfter: Duration.FromMinutes(5)));
        await LiveAsync(TuesdayAtHalfPastThree, TuesdayAtHalfPastThree + Duration.FromMinutes(5) - Duration.FromSeconds(1));
        Assert.Single(chat.Posts);
        await LiveAsync(TuesdayAtHalfPastThree + Duration.FromMinutes(5), TuesdayAtHalfPastThree + Duration.FromMinutes(6));
        Assert.Equal(2, chat.Posts.Count);
    }

    [Fact]
    public async Task ARefusalIsNotTriedAgainAndStandsInTheCoachsListUntilOneArrives()
    {
        await AddAsync();
        chat.Answers.Enqueue(new PostResult(PostOutcome.Refused, Problem: PostProblem.ThreadLocked));
        await WakeAsync(TuesdayAtHalfPastThree);
        await WakeAsync(TuesdayAtHalfPastThree + Duration.FromMinutes(1));
        Assert.Single(chat.Posts);
        var store = new StrengthDayStore(database.Database);
        Assert.Equal(new Trouble(PostProblem.ThreadLocked), Assert.Single(await store.ListAsync(new TeamId(Team), Ct)).Trouble);

        await WakeAsync(TuesdayAtHalfPastThree + Duration.FromDays(7));
        Assert.Null(Assert.Single(await store.ListAsync(new TeamId(Team), Ct)).Trouble);
    }

    [Theory, Fault("B10")]
    [InlineData(HttpStatusCode.Forbidden, 50001)]
    [InlineData(HttpStatusCode.Forbidden, 50013)]
    [InlineData(HttpStatusCode.NotFound, 10003)]
    public async Task AClosedChannelIsAskedOnceAndNoMoreUntilACoachAddsTheDayAgain(HttpStatusCode status, int code)
    {
        var day = await AddAsync();
        chat.Answers.Enqueue(PostResults.From(new DiscordApiException("refused", status, code)));
        for (var week = 0; week < 4; week++) await WakeAsync(TuesdayAtHalfPastThree + Duration.FromDays(7 * week));
        Assert.Single(chat.Posts);
        Assert.Equal("refused", await StateAsync());

        var store = new StrengthDayStore(database.Database);
        Assert.Null(await store.EarliestDueAsync(Ct));
        var now = TuesdayAtHalfPastThree + Duration.FromDays(22);
        var list = StrengthDayReplies.List(await store.ListAsync(new TeamId(Team), Ct), [], 0, now, Coach).Text!;
        Assert.Contains("⚠️ Reminders are off: ", list, StringComparison.Ordinal);
        Assert.Contains("again", list, StringComparison.Ordinal);
        Assert.DoesNotContain("next:", list, StringComparison.Ordinal);

        time.AdjustTime(now.ToDateTimeOffset());
        var again = await AddAsync(callId: 2, now: now);
        Assert.Equal((day.Id, day.Number, null), (again.Id, again.Number, again.OffSince));
        Assert.Contains("next:", StrengthDayReplies.List(await store.ListAsync(new TeamId(Team), Ct), [], 0, now, Coach).Text!, StringComparison.Ordinal);
        await WakeAsync(TuesdayAtHalfPastThree + Duration.FromDays(28));
        Assert.Equal(2, chat.Posts.Count);
        Assert.Equal("sent", await StateAsync());
    }

    [Fact, Fault("B10")]
    public async Task AThousandClosedChannelsAreSwitchedOffOnceEach()
    {
        const int Days = 1_000;
        var day = await AddAsync();
        await database.Database.WriteAsync(
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
        chat.Answer = () => PostResults.From(new DiscordApiException("refused", HttpStatusCode.Forbidden, 50001));
        for (var second = 0; second <= 10; second++) await WakeAsync(TuesdayAtHalfPastThree + Duration.FromSeconds(second));
        for (var week = 1; week < 3; week++) await WakeAsync(TuesdayAtHalfPastThree + Duration.FromDays(7 * week));
        Assert.Equal(Days, chat.Posts.Count);
        Assert.Equal(Days, chat.Posts.Select(post => post.Key).Distinct().Count());
        Assert.Equal(Days, await database.ScalarAsync<long>("select count(*) from strength_days where off_since is not null and trouble is not null"));
    }

    [Fact]
    public async Task AMessageThatIsRefusedForItselfSwitchesNothingOff()
    {
        await AddAsync();
        chat.Answers.Enqueue(PostResults.From(new DiscordApiException("refused", HttpStatusCode.BadRequest, 50035)));
        await WakeAsync(TuesdayAtHalfPastThree);
        await WakeAsync(TuesdayAtHalfPastThree + Duration.FromDays(7));
        Assert.Equal(2, chat.Posts.Count);
    }

    [Fact]
    public async Task ARemovedDayPostsNothingAnyMore()
    {
        var day = await AddAsync();
        await database.Outbox().ClaimDueAsync(TuesdayAtHalfPastThree, LateRule.Reminders, Ct);
        Assert.NotNull(await new StrengthDayStore(database.Database).RemoveAsync(new CallId(77), new TeamId(Team), day.Id, TuesdayAtHalfPastThree, Ct));
        await WakeAsync(TuesdayAtHalfPastThree);
        Assert.Empty(chat.Posts);
    }

    [Fact]
    public async Task TheClockGoingBackPostsNothingTwice()
    {
        await AddAsync();
        await WakeAsync(TuesdayAtHalfPastThree);
        await WakeAsync(TuesdayAtHalfPastThree - Duration.FromHours(2));
        await WakeAsync(TuesdayAtHalfPastThree);
        Assert.Single(chat.Posts);
    }

    [Fact]
    public async Task ATeamCannotSetTheSameDayTwice()
    {
        await AddAsync();
        Assert.Contains("No. 1", (await Assert.ThrowsAsync<UserError>(() => AddAsync(callId: 2))).Message, StringComparison.Ordinal);
    }

    private Task<StrengthDay> AddAsync(string? message = null, ulong callId = 1, Instant? now = null) => new StrengthDayStore(database.Database).AddAsync(
        new CallId(callId),
        new StrengthDay
        {
            TeamId = new TeamId(Team),
            Weekdays = [IsoDayOfWeek.Tuesday],
            Time = new LocalTime(15, 30),
            ZoneId = "America/New_York",
            ChannelId = new ChannelId(9),
            RoleId = new RoleId(7),
            Message = message,
        },
        teamZone: null,
        now ?? Monday,
        Ct);

    private async Task WakeAsync(Instant now, CancellationToken? ct = null)
    {
        time.AdjustTime(now.ToDateTimeOffset());
        var outbox = database.Outbox();
        await outbox.ClaimDueAsync(now, LateRule.Reminders, ct ?? Ct);
        await new ReminderSender(outbox, chat, time, NullLogger<ReminderSender>.Instance).SendAsync(ct ?? Ct);
    }

    /// <summary>Woken as the program is: at what is due next, at the next try, and every half minute.</summary>
    private async Task LiveAsync(Instant from, Instant to)
    {
        for (var now = from; now <= to;)
        {
            await WakeAsync(now);
            var next = now + Duration.FromSeconds(30);
            foreach (var other in (Instant?[])[await new StrengthDayStore(database.Database).EarliestDueAsync(Ct), await database.Outbox().NextTryAsync(now, Ct)])
            {
                if (other is { } sooner && sooner < next) next = sooner;
            }
            now = next;
        }
    }

    private Task<string?> StateAsync() => database.ScalarAsync<string>("select state from reminders order by due_at desc limit 1");
}
