using System.Data.Common;
using CoachBot.Chat;
using CoachBot.CheckIns;
using CoachBot.Runtime;
using CoachBot.Storage;
using CoachBot.StrengthDays;
using CoachBot.Teams;
using CoachBot.Tests.Storage;
using CoachBot.Tests.StrengthDays;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace CoachBot.Tests.Teams;

/// <summary>A team that removes the bot, and perhaps takes it back.</summary>
public abstract class MembershipTests : IDisposable
{
    private const ulong Team = 1;
    private const ulong Other = 2;
    private static readonly Instant Monday = Instant.FromUtc(2026, 11, 23, 12, 0);
    private static readonly Instant Tuesday = Instant.FromUtc(2026, 11, 24, 20, 30);

    private readonly TestDatabase database;
    private readonly FakeTimeProvider time = new(Monday.ToDateTimeOffset());
    private readonly List<ulong> forgotten = [];
    private Membership membership;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected MembershipTests(DatabaseKind kind)
    {
        database = new TestDatabase(kind);
        membership = Membership(database.Database);
        foreach (var id in (ulong[])[Team, Other])
        {
            var team = database.Team(id).With(team => team with { CoachRoleId = new RoleId(5) }).StrengthDay();
            team.Athlete().CheckIn(exercises: "front-plank");
        }
    }

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task RemindersOfATeamThatRemovedTheBotRestAndOthersGoOn()
    {
        await membership.RemovedAsync(new TeamId(Team), Ct);
        await database.Outbox().ClaimDueAsync(Tuesday, LateRule.Reminders, Ct);
        Assert.Equal(new TeamId(Other), Assert.Single(await database.Outbox().ToSendAsync(Tuesday, Ct)).Day.TeamId);
        // The alarm would otherwise ring at once, for ever.
        Assert.True(await new StrengthDayStore(database.Database).EarliestDueAsync(Ct) > Tuesday);
    }

    [Fact]
    public async Task AReminderThatWasAboutToGoOutRestsToo()
    {
        await database.Outbox().ClaimDueAsync(Tuesday, LateRule.Reminders, Ct);
        await membership.RemovedAsync(new TeamId(Team), Ct);
        Assert.Equal(new TeamId(Other), Assert.Single(await database.Outbox().ToSendAsync(Tuesday, Ct)).Day.TeamId);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ATeamThatTakesTheBotBackWithinThirtyDaysFindsEverything(bool restarted)
    {
        await membership.RemovedAsync(new TeamId(Team), Ct);
        time.Advance(TimeSpan.FromDays(29));
        if (restarted)
        {
            membership = Membership(database.Reopen());
        }
        await membership.PresentAsync([new TeamId(Other), new TeamId(Team)], Ct);
        Assert.Equal(new RoleId(5), (await new TeamStore(database.Database).GetAsync(new TeamId(Team), Ct)).CoachRoleId);
        await database.Outbox().ClaimDueAsync(Tuesday + Duration.FromDays(35), LateRule.Reminders, Ct);
        Assert.Equal(2, (await database.Outbox().ToSendAsync(Tuesday + Duration.FromDays(35), Ct)).Count);
    }

    [Fact]
    public async Task ACallShowsThatTheTeamHasTheBotBack()
    {
        await membership.RemovedAsync(new TeamId(Team), Ct);
        await membership.SeenAsync(new TeamId(Other), Ct);
        Assert.Equal(1, await SuspendedAsync());
        await membership.SeenAsync(new TeamId(Team), Ct);
        Assert.Equal(0, await SuspendedAsync());
    }

    [Fact]
    public async Task AfterThirtyDaysAllThatIsTheTeamsIsErasedAndNothingElse()
    {
        await database.Outbox().ClaimDueAsync(Tuesday, LateRule.Reminders, Ct);
        await membership.RemovedAsync(new TeamId(Team), Ct);
        time.Advance(TimeSpan.FromDays(30) + TimeSpan.FromSeconds(1));
        await EraseAsync(has: false);
        foreach (var table in (string[])["teams", "strength_days", "reminders", "check_ins", "check_in_changes", "check_in_exercises"])
        {
            Assert.Equal(1, await database.ScalarAsync<long>($"select count(*) from {table}"));
        }
        Assert.Equal(0, await SuspendedAsync());
        Assert.Equal((long)Other, await database.ScalarAsync<long>("select team_id from check_ins"));
        Assert.Equal([Team], forgotten);
    }

    [Fact]
    public async Task RemovedTwiceTheThirtyDaysRunFromTheFirstTime()
    {
        await membership.RemovedAsync(new TeamId(Team), Ct);
        time.Advance(TimeSpan.FromDays(20));
        await membership.RemovedAsync(new TeamId(Team), Ct);
        time.Advance(TimeSpan.FromDays(11));
        await EraseAsync(has: false);
        Assert.Equal(0, await SuspendedAsync());
    }

    /// <summary>Nobody told: the bot was off on the day it was taken back.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ATeamThatTookTheBotBackWhileItWasOffIsNotErased(bool toldAtTheStart)
    {
        await membership.RemovedAsync(new TeamId(Team), Ct);
        time.Advance(TimeSpan.FromDays(31));
        if (toldAtTheStart) await membership.PresentAsync([new TeamId(Team)], Ct);
        await EraseAsync(has: true);
        Assert.Equal(0, await SuspendedAsync());
        Assert.Equal(new RoleId(5), (await new TeamStore(database.Database).GetAsync(new TeamId(Team), Ct)).CoachRoleId);
        Assert.Empty(forgotten);
    }

    [Fact]
    public async Task NobodyIsErasedWhileItIsUnknownWhoHasTheBot()
    {
        await membership.RemovedAsync(new TeamId(Team), Ct);
        time.Advance(TimeSpan.FromDays(31));
        await EraseAsync(has: null);
        Assert.Equal(1, await SuspendedAsync());
        Assert.Equal(new RoleId(5), (await new TeamStore(database.Database).GetAsync(new TeamId(Team), Ct)).CoachRoleId);
    }

    private Membership Membership(Database from) => new(from, Rooms(from), time, NullLogger<Membership>.Instance);

    private Task EraseAsync(bool? has) =>
        new Erasure(database.Database, Rooms(database.Database), membership, new AskedForTeams(team => team == Team ? has : true), NullLogger<Erasure>.Instance)
            .EraseAsync(Ct);

    private ITeamData[] Rooms(Database from) =>
        [new TeamStore(from), new StrengthDayStore(from), from.Outbox(), new CheckInStore(from), new Forgetful(forgotten)];

    private Task<long> SuspendedAsync() => database.ScalarAsync<long>("select count(*) from suspended_teams");

    /// <summary>A room that remembers something of a team outside the database.</summary>
    private sealed class Forgetful(List<ulong> forgotten) : ITeamData
    {
        public void Forget(TeamId team) => forgotten.Add(team.Value);
    }
}

public sealed class MembershipTestsOnSqlite() : MembershipTests(DatabaseKind.Sqlite);

public sealed class MembershipTestsOnPostgres() : MembershipTests(DatabaseKind.Postgres);
