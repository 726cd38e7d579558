using System.Data.Common;
using CoachBot.Chat;
using CoachBot.Runtime;
using CoachBot.Storage;
using NodaTime;

namespace CoachBot.Teams;

/// <summary>
/// Which teams have removed the bot. Their reminders rest, and what they set is kept for 30 days: a team that takes the bot back
/// within that time finds everything as it was. Nothing is remembered here, so that several processes may share the database.
/// </summary>
internal sealed class Membership(Database database, IEnumerable<ITeamData> rooms, TimeProvider time, ILogger<Membership> log) : ITeamNews
{
    public static readonly Duration Kept = Duration.FromDays(30);

    /// <summary>For the statements of other rooms: the team of this row has the bot.</summary>
    public const string HasBot = "team_id not in (select team_id from suspended_teams)";

    public async Task SeenAsync(TeamId team, CancellationToken ct)
    {
        if (await database.ReadAsync(sql => IsSuspended(sql, team), ct)) await PresentAsync([team], ct);
    }

    public async Task PresentAsync(IReadOnlyCollection<TeamId> teams, CancellationToken ct)
    {
        var back = (await SuspendedAsync(ct)).Intersect(teams).ToList();
        if (back.Count == 0) return;
        await database.WriteAsync(sql => back.ForEach(team => Resume(sql, team)), ct);
        log.LogInformation("{Count} teams have the bot back; their reminders go on", back.Count);
    }

    public async Task RemovedAsync(TeamId team, CancellationToken ct)
    {
        await database.WriteAsync(
            sql =>
            {
                sql.Execute(
                    "insert into suspended_teams (team_id, suspended_at) values (@team, @now) on conflict (team_id) do nothing",
                    new { team, now = time.Now() });
            },
            ct);
        log.LogInformation("A team removed the bot; its reminders rest, and what it set is kept for {Days} days", Kept.Days);
    }

    public Task<IReadOnlyList<TeamId>> KnownAsync(CancellationToken ct) => database.ReadAsync<IReadOnlyList<TeamId>>(
        sql => [.. rooms.SelectMany(room => room.Teams(sql)).Except(Ids(sql.Query<long>("select team_id from suspended_teams")))], ct);

    /// <summary>The teams whose 30 days are over.</summary>
    public Task<IReadOnlyList<TeamId>> OverdueAsync(CancellationToken ct) => database.ReadAsync<IReadOnlyList<TeamId>>(
        sql => [.. Ids(sql.Query<long>("select team_id from suspended_teams where suspended_at < @before", new { before = time.Now() - Kept }))], ct);

    public static bool IsSuspended(DbConnection sql, TeamId team) =>
        sql.ExecuteScalar<long>("select count(*) from suspended_teams where team_id = @team", new { team }) > 0;

    /// <summary>The team has the bot, or nothing of it is left.</summary>
    public static void Resume(DbConnection sql, TeamId team) => sql.Execute("delete from suspended_teams where team_id = @team", new { team });

    private Task<IReadOnlyList<TeamId>> SuspendedAsync(CancellationToken ct) => database.ReadAsync<IReadOnlyList<TeamId>>(
        sql => [.. Ids(sql.Query<long>("select team_id from suspended_teams"))], ct);

    private static IEnumerable<TeamId> Ids(IEnumerable<long> ids) => ids.Select(id => new TeamId((ulong)id));
}
