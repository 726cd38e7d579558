using System.Data.Common;
using CoachBot.Runtime;
using CoachBot.Storage;
using NodaTime;

namespace CoachBot.Teams;

internal sealed class TeamStore(Database database) : ITeamData
{
    /// <summary>The team, with defaults where nothing was set.</summary>
    public Task<Team> GetAsync(TeamId id, CancellationToken ct) => database.ReadAsync(sql => Get(sql, id), ct);

    /// <summary>Changes a team's settings in one transaction, as the effect of a call.</summary>
    public Task<Team> ChangeAsync(CallId callId, TeamId id, Instant now, Func<Team, Team> change, CancellationToken ct) =>
        database.WriteAsync(
            sql =>
            {
                sql.Claim(callId, now);
                var team = change(Get(sql, id));
                Save(sql, team);
                return team;
            },
            ct);

    public IEnumerable<TeamId> Teams(DbConnection sql) => sql.Query<long>("select id from teams").Select(id => new TeamId((ulong)id));

    public void Erase(DbConnection sql, TeamId team) => sql.Execute("delete from teams where id = @team", new { team });

    public static Team Get(DbConnection sql, TeamId id)
    {
        var row = sql.QueryFirstOrDefault<Row>(
            "select zone, country, coach_role_id as CoachRoleId, cards_for_everyone as CardsForEveryone, week_start as WeekStart from teams where id = @id",
            new { id });
        return row is null
            ? new Team(id)
            : new Team(id)
            {
                ZoneId = row.Zone,
                Country = row.Country,
                CoachRoleId = row.CoachRoleId,
                CardsForEveryone = row.CardsForEveryone,
                WeekStart = (IsoDayOfWeek)row.WeekStart,
            };
    }

    public static void Save(DbConnection sql, Team team) => sql.Execute(
        """
        insert into teams (id, zone, country, coach_role_id, cards_for_everyone, week_start)
        values (@Id, @ZoneId, @Country, @CoachRoleId, @CardsForEveryone, @WeekStart)
        on conflict (id) do update set zone = excluded.zone, country = excluded.country, coach_role_id = excluded.coach_role_id,
          cards_for_everyone = excluded.cards_for_everyone, week_start = excluded.week_start
        """,
        new { team.Id, team.ZoneId, team.Country, team.CoachRoleId, team.CardsForEveryone, WeekStart = (int)team.WeekStart });

    internal sealed record Row
    {
        public string? Zone { get; init; }

        public string? Country { get; init; }

        public RoleId? CoachRoleId { get; init; }

        public bool CardsForEveryone { get; init; }

        public int WeekStart { get; init; }
    }
}
