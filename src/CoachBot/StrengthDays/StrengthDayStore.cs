using System.Data.Common;
using CoachBot.Chat;
using CoachBot.Chat.Saying;
using CoachBot.Runtime;
using CoachBot.Storage;
using CoachBot.Teams;
using NodaTime;
using NodaTime.Text;

namespace CoachBot.StrengthDays;

internal sealed class StrengthDayStore(Database database) : ITeamData
{
    public const int MostOfATeam = 20;

    internal const string Columns =
        """
        id as Id, team_id as TeamId, number as Number, weekdays as Weekdays, local_time as LocalTime, zone as ZoneId, channel_id as ChannelId,
        role_id as RoleId, message as Message, next_date as NextDate, next_due as NextDue, trouble as Trouble, off_since as OffSince
        """;

    /// <summary>Reminds: not switched off, and the team has not removed the bot.</summary>
    internal const string IsOn = $"off_since is null and {Membership.HasBot}";

    /// <summary>
    /// Adds a strength day, and makes its zone the team's where the team has none. One that was switched off is switched on. Acts once for each call.
    /// </summary>
    /// <exception cref="UserError">The team has it already, or has as many as it can have.</exception>
    public Task<StrengthDay> AddAsync(CallId callId, StrengthDay day, string? teamZone, Instant now, CancellationToken ct) => database.WriteAsync(
        sql =>
        {
            sql.Claim(callId, now);
            var present = OfTeam(sql, day.TeamId);
            if (present.FirstOrDefault(day.Repeats) is { } same)
            {
                if (same.OffSince is null) throw new UserError(_ => $"That is set already: it is No. {same.Number}. Nothing was changed.");
                return SwitchOn(sql, same with { Message = day.Message }, now);
            }
            if (present.Count >= MostOfATeam) throw new UserError(_ => $"A team can have {MostOfATeam} strength days. Remove one first with `/strength-day remove`.");
            if (teamZone is not null) TeamStore.Save(sql, TeamStore.Get(sql, day.TeamId) with { ZoneId = teamZone });

            var next = day.Schedule!.After(now).First();
            var added = day with { Number = present.Select(other => other.Number).DefaultIfEmpty().Max() + 1, NextDate = next.Date, NextDue = next.Due };
            var id = sql.ExecuteScalar<long>(
                """
                insert into strength_days (team_id, number, weekdays, local_time, zone, channel_id, role_id, message, created_at, next_date, next_due)
                values (@TeamId, @Number, @weekdays, @Time, @ZoneId, @ChannelId, @RoleId, @Message, @now, @NextDate, @NextDue) returning id
                """,
                new
                {
                    added.TeamId,
                    added.Number,
                    weekdays = string.Join(',', added.Weekdays.Select(weekday => (int)weekday)),
                    added.Time,
                    added.ZoneId,
                    added.ChannelId,
                    added.RoleId,
                    added.Message,
                    now,
                    added.NextDate,
                    added.NextDue,
                });
            return added with { Id = id };
        },
        ct);

    public Task<IReadOnlyList<StrengthDay>> ListAsync(TeamId team, CancellationToken ct) => database.ReadAsync(sql => OfTeam(sql, team), ct);

    /// <summary>Removes a team's strength day, and with it what was about to be sent.</summary>
    /// <returns>Null when the team has none of that number.</returns>
    public Task<StrengthDay?> RemoveAsync(CallId callId, TeamId team, int number, Instant now, CancellationToken ct) => database.WriteAsync(
        sql =>
        {
            sql.Claim(callId, now);
            var day = OfTeam(sql, team).FirstOrDefault(day => day.Number == number);
            if (day is null) return null;
            sql.Execute("delete from reminders where strength_day_id = @Id and state = 'pending'", new { day.Id });
            sql.Execute("delete from strength_days where id = @Id", new { day.Id });
            return day;
        },
        ct);

    public Task<Instant?> EarliestDueAsync(CancellationToken ct) =>
        database.ReadAsync(sql => sql.ExecuteScalar<long?>($"select min(next_due) from strength_days where {IsOn}") is { } due ? Instant.FromUnixTimeMilliseconds(due) : (Instant?)null, ct);

    public IEnumerable<TeamId> Teams(DbConnection sql) => sql.Query<long>("select distinct team_id from strength_days").Select(id => new TeamId((ulong)id));

    public void Erase(DbConnection sql, TeamId team) => sql.Execute("delete from strength_days where team_id = @team", new { team });

    private static StrengthDay SwitchOn(DbConnection sql, StrengthDay day, Instant now)
    {
        var next = day.Schedule!.After(now).First();
        sql.Execute(
            "update strength_days set off_since = null, trouble = null, message = @Message, next_date = @Date, next_due = @Due where id = @Id",
            new { day.Id, day.Message, next.Date, next.Due });
        return day with { OffSince = null, Trouble = null, NextDate = next.Date, NextDue = next.Due };
    }

    private static IReadOnlyList<StrengthDay> OfTeam(DbConnection sql, TeamId team) =>
        [.. sql.Query<Row>($"select {Columns} from strength_days where team_id = @team order by number", new { team }).Select(row => row.ToStrengthDay())];

    internal sealed record Row
    {
        public required long Id { get; init; }

        public required TeamId TeamId { get; init; }

        public required int Number { get; init; }

        public required string Weekdays { get; init; }

        public required string LocalTime { get; init; }

        public required string ZoneId { get; init; }

        public required ChannelId ChannelId { get; init; }

        public RoleId? RoleId { get; init; }

        public string? Message { get; init; }

        public required string NextDate { get; init; }

        public required Instant NextDue { get; init; }

        public string? Trouble { get; init; }

        public Instant? OffSince { get; init; }

        /// <summary>Never throws: one row that cannot be read comes without weekdays, and costs neither its team the others nor other teams theirs.</summary>
        public StrengthDay ToStrengthDay()
        {
            var time = StrengthDay.Clock.Parse(LocalTime);
            var date = LocalDatePattern.Iso.Parse(NextDate);
            var weekdays = Weekdays.Split(',');
            var readable = time.Success && date.Success && weekdays.All(day => day is [>= '1' and <= '7']);
            return new StrengthDay
            {
                Id = Id,
                TeamId = TeamId,
                Number = Number,
                Weekdays = readable ? [.. weekdays.Select(day => (IsoDayOfWeek)(day[0] - '0'))] : [],
                Time = readable ? time.Value : default,
                ZoneId = ZoneId,
                ChannelId = ChannelId,
                RoleId = RoleId,
                Message = Message,
                NextDate = readable ? date.Value : default,
                NextDue = NextDue,
                Trouble = Trouble,
                OffSince = OffSince,
            };
        }
    }
}
