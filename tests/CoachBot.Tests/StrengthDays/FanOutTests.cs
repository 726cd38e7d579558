using CoachBot.Chat.Asking;
using CoachBot.Runtime;
using CoachBot.StrengthDays;
using CoachBot.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace CoachBot.Tests.StrengthDays;

/// <summary>Many teams are due in one minute. What goes wrong for one of them goes wrong for nobody else.</summary>
public abstract class FanOutTests : IDisposable
{
    private static readonly Instant Due = Instant.FromUtc(2026, 11, 24, 20, 30);

    private readonly TestDatabase database;
    private readonly FakeTimeProvider time = new(Due.ToDateTimeOffset());
    private readonly FakeChat chat;

    protected FanOutTests(DatabaseKind kind)
    {
        database = new TestDatabase(kind);
        chat = new FakeChat(time);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => database.Dispose();

    [Fact, Fault("D9")]
    public async Task TenThousandTeamsInOneMinuteAreEachPostedToOnceInOneRun()
    {
        const int Teams = 10_000;
        await AddAsync(Teams);
        await WakeAsync();
        Assert.Equal(Teams, chat.Taken.Count);
        Assert.Equal(Teams, chat.Posts.Select(post => post.ChannelId).Distinct().Count());
        Assert.Equal(Teams, await database.ScalarAsync<long>("select count(*) from reminders where state = 'sent'"));
        await WakeAsync();
        Assert.Equal(Teams, chat.Posts.Count);
    }

    [Theory]
    [InlineData("zone = 'Atlantis/Poseidonis'")]
    [InlineData("weekdays = '9'")]
    [InlineData("weekdays = ''")]
    [InlineData("weekdays = 'Tue'")]
    [InlineData("local_time = 'half past three'")]
    [InlineData("next_date = '2026-02-30'")]
    public async Task ARowThatCannotBeReadIsSwitchedOffAndStopsNobodyElse(string broken)
    {
        await AddAsync(3);
        await database.Database.WriteAsync(sql => { sql.Execute($"update strength_days set {broken} where team_id = 2"); }, Ct);
        await WakeAsync();
        Assert.Equal([1ul, 3ul], chat.Posts.Select(post => post.TeamId.Value).Order());

        var store = new StrengthDayStore(database.Database);
        var lost = Assert.Single(await store.ListAsync(new TeamId(2), Ct));
        Assert.Equal((Due, true), (lost.OffSince, lost.Trouble is not null));
        Assert.Contains("Remove it and add it again", StrengthDayReplies.List([lost], [], 0, Due, new Caller(lost.TeamId, null, ManagesServer: true, [])).Text,
            StringComparison.Ordinal);
        Assert.NotNull(await store.RemoveAsync(new CallId(9), new TeamId(2), lost.Id, Due, Ct));
    }

    [Fact]
    public async Task ARowThatTheDatabaseRefusesStopsNobodyElse()
    {
        await AddAsync(3);
        // A second day of team 2, switched off, holds the only place there is after now.
        await database.Database.WriteAsync(
            sql =>
            {
                sql.Execute(
                    """
                    insert into strength_days (team_id, number, weekdays, local_time, zone, channel_id, created_at, next_date, next_due, off_since)
                    select team_id, 99, weekdays, local_time, zone, channel_id, created_at, next_date, next_due + 1, 1 from strength_days where team_id = 2
                    """);
                sql.Execute($"create unique index no_more on strength_days (team_id) where team_id = 2 and next_due > {Due.ToUnixTimeMilliseconds()}");
            },
            Ct);
        await WakeAsync();
        Assert.Equal([1ul, 3ul], chat.Posts.Select(post => post.TeamId.Value).Order());
        await database.Database.WriteAsync(sql => { sql.Execute("drop index no_more"); }, Ct);
        await WakeAsync();
        Assert.Equal([1ul, 2ul, 3ul], chat.Posts.Select(post => post.TeamId.Value).Order());
    }

    [Fact, Fault("D10")]
    public async Task ChannelsThatNeverAnswerDelayNoOtherReminders()
    {
        await AddAsync(300);
        var later = Due + Duration.FromSeconds(20);
        await database.Database.WriteAsync(
            sql => { sql.Execute("update strength_days set next_due = @later where team_id > 200", new { later = later.ToUnixTimeMilliseconds() }); }, Ct);
        chat.OnPost = post => post.ChannelId.Value <= 60 ? new TaskCompletionSource().Task : Task.CompletedTask;
        var outbox = database.Outbox();
        var sender = new ReminderSender(outbox, chat, time, NullLogger<ReminderSender>.Instance);
        await outbox.ClaimDueAsync(Due, LateRule.Reminders, Ct);
        var run = sender.SendAsync(Ct);
        await Faults.Patience.UntilAsync(() => Taken() == 140, "the posts to channels that answer");

        time.SetUtcNow(later.ToDateTimeOffset());
        await outbox.ClaimDueAsync(later, LateRule.Reminders, Ct);
        sender.LookAgain();
        await Faults.Patience.UntilAsync(() => Taken() == 240, "the posts that were due later");
        Assert.False(run.IsCompleted);

        time.SetUtcNow((Due + Duration.FromSeconds(41)).ToDateTimeOffset());
        await run;
        Assert.Equal(60, await database.ScalarAsync<long>("select count(*) from reminders where state = 'pending' and first_tried_at is not null"));

        int Taken()
        {
            lock (chat.Taken) return chat.Taken.Count;
        }
    }

    [Fact]
    public async Task OneChannelGetsItsPostsOneAfterTheOther()
    {
        await AddAsync(20);
        await database.Database.WriteAsync(sql => { sql.Execute("update strength_days set channel_id = 7"); }, Ct);
        var now = 0;
        chat.OnPost = async _ =>
        {
            Assert.Equal(1, Interlocked.Increment(ref now));
            await Task.Yield();
            Interlocked.Decrement(ref now);
        };
        await WakeAsync();
        Assert.Equal(20, chat.Taken.Count);
    }

    /// <summary>One strength day a team, each in a channel of its own.</summary>
    private async Task AddAsync(int teams)
    {
        var first = await database.Team(1).AddedAsync(day => day with { ChannelId = new ChannelId(1) }, Due - Duration.FromHours(1));
        await database.Database.WriteAsync(
            sql =>
            {
                sql.Execute(
                    """
                    with recursive n(i) as (select 2 union all select i + 1 from n where i < @teams)
                    insert into strength_days (team_id, number, weekdays, local_time, zone, channel_id, created_at, next_date, next_due)
                    select i, 1, weekdays, local_time, zone, i, created_at, next_date, next_due from n, strength_days where id = @Id and @teams > 1
                    """,
                    new { teams, first.Id });
            },
            Ct);
    }

    private async Task WakeAsync()
    {
        await database.Outbox().ClaimDueAsync(time.Now(), LateRule.Reminders, Ct);
        await new ReminderSender(database.Outbox(), chat, time, NullLogger<ReminderSender>.Instance).SendAsync(Ct);
    }
}

public sealed class FanOutTestsOnSqlite() : FanOutTests(DatabaseKind.Sqlite);

public sealed class FanOutTestsOnPostgres() : FanOutTests(DatabaseKind.Postgres);
