using CoachBot.Storage;
using NodaTime;

namespace CoachBot.Chat;

/// <summary>
/// Which teams have removed the bot. Their reminders rest, and what they set is kept for 30 days: a team that takes the bot back
/// within that time finds everything as it was, and later starts anew.
/// </summary>
internal sealed class Membership(Database database, ForgetTeam forget, TimeProvider time, ILogger<Membership> log)
{
    public static readonly Duration Kept = Duration.FromDays(30);

    // Replaced as a whole, and nearly always empty: each call looks into it.
    private volatile HashSet<ulong> suspended = [];

    /// <summary>Reads which teams removed the bot in earlier runs; to be called once before the first news.</summary>
    public async Task LoadAsync(CancellationToken ct) =>
        suspended = [.. await database.ReadAsync(sql => Teams(sql.Query<long>("select team_id from suspended_teams")), ct)];

    /// <summary>A call came from this team, so the bot is in it. Returns at once.</summary>
    public void Seen(ulong team)
    {
        if (suspended.Contains(team)) _ = Task.Run(() => PresentAsync([team], CancellationToken.None));
    }

    /// <summary>The bot is in these teams.</summary>
    public async Task PresentAsync(IReadOnlyCollection<ulong> teams, CancellationToken ct)
    {
        var back = teams.Where(suspended.Contains).ToList();
        if (back.Count == 0) return;
        await EraseAsync(ct);
        await database.WriteAsync(
            sql =>
            {
                foreach (var team in back) sql.Execute("delete from suspended_teams where team_id = @team", new { team });
            },
            ct);
        await LoadAsync(ct);
        log.LogInformation("{Count} teams have the bot back; their reminders go on", back.Count);
    }

    /// <summary>The bot was removed from this team.</summary>
    public async Task RemovedAsync(ulong team, CancellationToken ct)
    {
        await database.WriteAsync(
            sql => { sql.Execute("insert into suspended_teams (team_id, suspended_at) values (@team, @now) on conflict (team_id) do nothing", new { team, now = time.Now() }); }, ct);
        await LoadAsync(ct);
        log.LogInformation("A team removed the bot; its reminders rest, and what it set is kept for {Days} days", Kept.Days);
    }

    /// <summary>The teams that have reminders, without those that removed the bot.</summary>
    public Task<IReadOnlyList<ulong>> RemindedAsync(CancellationToken ct) => database.ReadAsync(
        sql => Teams(sql.Query<long>("select distinct team_id from strength_days where team_id not in (select team_id from suspended_teams)")), ct);

    /// <summary>The teams of which anything lasting is kept, without those that removed the bot. Looks through all check-ins.</summary>
    public Task<IReadOnlyList<ulong>> KnownAsync(CancellationToken ct) => database.ReadAsync(
        sql => Teams(sql.Query<long>(
            """
            select team_id from (
              select id as team_id from teams union select team_id from strength_days union select team_id from check_ins union select team_id from own_exercises) known
            where team_id not in (select team_id from suspended_teams)
            """)),
        ct);

    /// <summary>Erases what belongs to teams that removed the bot too long ago.</summary>
    public async Task EraseAsync(CancellationToken ct)
    {
        var before = time.Now() - Kept;
        var gone = await database.WriteAsync(
            sql =>
            {
                sql.Execute(
                    """
                    delete from reminders where team_id in (select team_id from suspended_teams where suspended_at < @before);
                    delete from strength_days where team_id in (select team_id from suspended_teams where suspended_at < @before);
                    delete from check_in_changes where team_id in (select team_id from suspended_teams where suspended_at < @before);
                    delete from check_ins where team_id in (select team_id from suspended_teams where suspended_at < @before);
                    delete from own_exercises where team_id in (select team_id from suspended_teams where suspended_at < @before);
                    delete from own_exercise_imports where team_id in (select team_id from suspended_teams where suspended_at < @before);
                    delete from teams where id in (select team_id from suspended_teams where suspended_at < @before);
                    """,
                    new { before });
                return Teams(sql.Query<long>("delete from suspended_teams where suspended_at < @before returning team_id", new { before }));
            },
            ct);
        foreach (var team in gone) forget(team);
    }

    private static IReadOnlyList<ulong> Teams(IEnumerable<long> ids) => [.. ids.Select(id => (ulong)id)];
}

/// <summary>Drops what is remembered of a team outside the database, for there it was erased.</summary>
internal delegate void ForgetTeam(ulong team);
