using CoachBot.Chat;
using CoachBot.Chat.Discord;
using CoachBot.CheckIns;
using CoachBot.Discord;
using CoachBot.Discord.Gateway;
using CoachBot.Discord.Options;
using CoachBot.Sandbox;
using CoachBot.StrengthDays;
using CoachBot.TeamExercises;
using CoachBot.Teams;
using CoachBot.Tests.EndToEnd;
using CoachBot.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace CoachBot.Tests.Chat;

/// <summary>
/// Which teams have the bot, as far as Discord says so: by READY's list, and by the list that is asked for. The sandbox's teams always have it.
/// </summary>
public abstract class GuildWatchTests : IAsyncLifetime
{
    private const ulong Gone = 5ul << 22;

    private readonly TestDatabase database;
    private readonly Membership membership;
    private readonly GuildWatch watch;
    private SandboxServer sandbox = null!;
    private DiscordClient client = null!;

    protected GuildWatchTests(DatabaseKind kind)
    {
        database = new TestDatabase(kind);
        membership = new Membership(
            database.Database,
            [new TeamStore(database.Database), new StrengthDayStore(database.Database), new CheckInStore(database.Database),
                new TeamExerciseStore(database.Database)],
            new FakeTimeProvider(), NullLogger<Membership>.Instance);
        watch = new GuildWatch(membership);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private ulong Here => sandbox.World.Teams[0].Id;

    private ulong There => sandbox.World.Teams[1].Id;

    public async ValueTask InitializeAsync()
    {
        sandbox = await RunningTeam.StartSandboxAsync();
        client = Client(sandbox.ApiBaseUrl);
    }

    public async ValueTask DisposeAsync()
    {
        await client.DisposeAsync();
        await sandbox.DisposeAsync();
        database.Dispose();
    }

    [Fact]
    public async Task ATeamThatIsNotInTheListHasRemovedTheBotAndOneThatIsHasItBack()
    {
        foreach (var team in (ulong[])[Here, There, Gone]) await AddDayAsync(team);
        await membership.RemovedAsync(new TeamId(There), Ct);
        await watch.AskForListAsync(client.Rest, Ct);
        Assert.Equal([Gone], await SuspendedAsync());
        Assert.Equal(1, Asked("/users/@me/guilds"));
        // What the list says needs no second question; what it leaves out does, once.
        Assert.Equal(1, Asked("/guilds/{guild_id}"));
        await watch.AskForListAsync(client.Rest, Ct);
        Assert.Equal(1, Asked("/guilds/{guild_id}"));
    }

    /// <summary>What is kept of it is to be erased one day too.</summary>
    [Theory]
    [InlineData("insert into teams (id) values (@Gone)")]
    [InlineData("insert into check_ins (team_id, athlete_id, training_day, created_at, updated_at) values (@Gone, 7, '2026-11-22', 0, 0)")]
    [InlineData("insert into own_exercises (team_id, name, name_key, level, steps, cues, dose, timed, created_at, updated_at) "
        + "values (@Gone, 'x', 'x', 'basic', '', '', '', false, 0, 0)")]
    public async Task ATeamWithoutRemindersIsMissedToo(string has)
    {
        await database.Database.WriteAsync(sql => { sql.Execute(has, new { Gone = (long)Gone }); }, Ct);
        await watch.AskForListAsync(client.Rest, Ct);
        Assert.Equal([Gone], await SuspendedAsync());
    }

    [Fact]
    public async Task AListThatLeavesATeamOutIsNotBelievedAlone()
    {
        await using var server = await OddServer.StartAsync();
        await using var odd = Client(server.ApiBaseUrl);
        await AddDayAsync(Gone);
        server.Says["GET /api/v9/users/@me/guilds"] = (200, "[]");
        foreach (var answer in ((int, string)[])[(200, "{}"), (404, """{"code":0}"""), (403, """{"code":20001}""")])
        {
            server.Says[$"GET /api/v9/guilds/{Gone}"] = answer;
            await watch.AskForListAsync(odd.Rest, Ct);
            Assert.Empty(await SuspendedAsync());
        }
        server.Says[$"GET /api/v9/guilds/{Gone}"] = (403, """{"code":50001}""");
        await watch.AskForListAsync(odd.Rest, Ct);
        Assert.Equal([Gone], await SuspendedAsync());
    }

    [Theory]
    [InlineData(404, "")]
    [InlineData(200, "{}")]
    public async Task AListThatCannotBeHadChangesNothing(int status, string body)
    {
        await using var server = await OddServer.StartAsync();
        await using var odd = Client(server.ApiBaseUrl);
        await AddDayAsync(Gone);
        await membership.RemovedAsync(new TeamId(There), Ct);
        server.Says["GET /api/v9/users/@me/guilds"] = (status, body);
        server.Says[$"GET /api/v9/guilds/{Gone}"] = (404, """{"code":10004}""");
        await watch.AskForListAsync(odd.Rest, Ct);
        Assert.Equal([There], await SuspendedAsync());
        Assert.DoesNotContain(server.Requests, request => request.Contains("/guilds/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1, 2, true)]
    [InlineData(0, 2, false)] // Gone is shard 1's.
    [InlineData(0, 1, true)]
    public async Task ReadyListsTheTeamsOfItsShardAlone(int shard, int shards, bool missed)
    {
        await AddDayAsync(Gone);
        await membership.RemovedAsync(new TeamId(Here), Ct);
        await watch.HearAsync(client.Rest, new GuildNews(GuildNewsKind.Listed, [Here], shard, shards), Ct);
        Assert.Equal(missed ? [Gone] : [], await SuspendedAsync());
    }

    [Fact]
    public async Task AReadyThatListsNothingSaysNothing()
    {
        await AddDayAsync(Gone);
        await watch.HearAsync(client.Rest, new GuildNews(GuildNewsKind.Listed, [], 0, 1), Ct);
        Assert.Empty(await SuspendedAsync());
    }

    private static DiscordClient Client(Uri api) => new(
        new DiscordOptions { Token = "a-token", ApiBaseUrl = api }, (_, _) => Task.CompletedTask, TimeProvider.System, NullLoggerFactory.Instance);

    private int Asked(string path) => sandbox.Traffic.Count(exchange => exchange.PathTemplate == path);

    private Task<IEnumerable<ulong>> SuspendedAsync() =>
        database.Database.ReadAsync(sql => sql.Query<long>("select team_id from suspended_teams order by team_id").Select(id => (ulong)id), Ct);

    private Task<StrengthDay> AddDayAsync(ulong team) => database.Team(team).AddedAsync();
}

public sealed class GuildWatchTestsOnSqlite() : GuildWatchTests(DatabaseKind.Sqlite);

public sealed class GuildWatchTestsOnPostgres() : GuildWatchTests(DatabaseKind.Postgres);
