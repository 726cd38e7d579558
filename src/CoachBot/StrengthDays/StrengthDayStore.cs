using System.Data.Common;
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
    private const int MostTold = 3;

    internal const string Columns =
        """
        id as Id, team_id as TeamId, number as Number, weekdays as Weekdays, local_time as LocalTime, zone as ZoneId, channel_id as ChannelId,
        role_id as RoleId, message as Message, next_date as NextDate, next_due as NextDue, trouble as Trouble, off_since as OffSince
        """;

    /// <summary>Reminds: not switched off, and the team has not removed the bot.</summary>
    internal const string IsOn = $"off_since is null and {Membership.HasBot}";

    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>
    /// Adds a strength day, and makes its zone the team's where the team has none. One that was switched off is switched on. Acts once for each call.
    /// </summary>
    /// <exception cref="UserError">The team has it already, or has as many as it can have.</exception>
    public Task<StrengthDay> AddAsync(CallId call, StrengthDay day, string? teamZone, Instant now, CancellationToken ct) => database.WriteAsync(
        sql =>
        {
            sql.Claim(call, now);
            var present = OfTeam(sql, day.TeamId);
            if (present.FirstOrDefault(day.Repeats) is { } same)
            {
                if (same.OffSince is null) throw new UserError(locale => StrengthDayWords.In(locale).SetAlready(same.Number));
                return Plan(sql, same with { Message = day.Message }, now);
            }
            if (present.Count >= MostOfATeam) throw new UserError(locale => StrengthDayWords.In(locale).TooMany(MostOfATeam));
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
                    weekdays = WeekdayDigits.Of(added.Weekdays, ","),
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
    /// <returns>Null when the team has none of that id.</returns>
    public Task<StrengthDay?> RemoveAsync(CallId call, TeamId team, long id, Instant now, CancellationToken ct) => ChangeAsync(
        call,
        team,
        id,
        now,
        (sql, day) =>
        {
            ReminderStore.Withdraw(sql, day.Id);
            sql.Execute("delete from strength_days where id = @Id", new { day.Id });
            return day;
        },
        ct);

    /// <returns>Null when the team has none of that id, or there are no such weekdays.</returns>
    public async Task<StrengthDay?> ChangeWeekdaysAsync(
        CallId call, TeamId team, long id, IReadOnlyList<IsoDayOfWeek> weekdays, Instant now, CancellationToken ct) =>
        weekdays.Count == 0 ? null : await ChangeAsync(call, team, id, now, (sql, day) => Plan(sql, day with { Weekdays = weekdays }, now), ct);

    /// <summary>Reminders go out again, from the next date on.</summary>
    /// <returns>Null when the team has none of that id.</returns>
    public Task<StrengthDay?> SwitchOnAsync(CallId call, TeamId team, long id, Instant now, CancellationToken ct) =>
        ChangeAsync(call, team, id, now, (sql, day) => day.Schedule is null ? null : Plan(sql, day, now), ct);

    /// <summary>Days of another zone keep their time of day in this one.</summary>
    /// <returns>Those that were moved.</returns>
    public Task<IReadOnlyList<StrengthDay>> MoveZoneAsync(CallId call, TeamId team, string zone, Instant now, CancellationToken ct) =>
        database.WriteAsync<IReadOnlyList<StrengthDay>>(
            sql =>
            {
                sql.Claim(call, now);
                var moved = OfTeam(sql, team).Where(day => day.ZoneId != zone && day.Schedule is not null).Select(day => day with { ZoneId = zone }).ToList();
                foreach (var day in moved)
                {
                    var next = day.Schedule!.After(now).First();
                    sql.Execute(
                        "update strength_days set zone = @zone, next_date = @NextDate, next_due = @NextDue where id = @Id",
                        new { day.Id, zone, NextDate = next.Date, NextDue = next.Due });
                }
                return moved;
            },
            ct);

    public Task<Instant?> EarliestDueAsync(CancellationToken ct) => database.ReadAsync(
        sql =>
            sql.ExecuteScalar<long?>($"select min(next_due) from strength_days where {IsOn}") is { } due
                ? Instant.FromUnixTimeMilliseconds(due)
                : (Instant?)null,
            ct);

    /// <summary>The team's strength days with trouble that no coach was told of, at most three; they are told of now.</summary>
    public async Task<IReadOnlyList<StrengthDay>> TakeNewsAsync(TeamId team, CancellationToken ct)
    {
        if (await database.ReadAsync(sql => Untold(sql, team).Count, ct) == 0) return [];
        return await database.WriteAsync(
            sql =>
            {
                var news = Untold(sql, team);
                foreach (var day in news) sql.Execute("update strength_days set trouble_told = true where id = @Id", new { day.Id });
                return news;
            },
            ct);
    }

    public IEnumerable<TeamId> Teams(DbConnection sql) => sql.Query<long>("select distinct team_id from strength_days").Select(id => new TeamId((ulong)id));

    public void Erase(DbConnection sql, TeamId team) => sql.Execute("delete from strength_days where team_id = @team", new { team });

    /// <summary>Notes why the last reminder was not posted, or with null that it was.</summary>
    /// <param name="offSince">When nothing more is to be posted, since when.</param>
    internal static void Note(DbConnection sql, long id, Trouble? trouble, Instant? offSince = null) => sql.Execute(
        "update strength_days set trouble = @trouble, trouble_told = @told, off_since = @offSince where id = @id",
        new { id, trouble = trouble?.ToString(), told = trouble is null, offSince });

    private Task<StrengthDay?> ChangeAsync(
        CallId call, TeamId team, long id, Instant now, Func<DbConnection, StrengthDay, StrengthDay?> change, CancellationToken ct) =>
        database.WriteAsync(
            sql =>
            {
                sql.Claim(call, now);
                return OfTeam(sql, team).FirstOrDefault(day => day.Id == id) is { } day ? change(sql, day) : null;
            },
            ct);

    /// <summary>Saves its weekdays and its line, switches it on and plans its next date.</summary>
    private static StrengthDay Plan(DbConnection sql, StrengthDay day, Instant now)
    {
        var next = day.Schedule!.After(now).First();
        var planned = day with { OffSince = null, Trouble = null, NextDate = next.Date, NextDue = next.Due };
        sql.Execute(
            """
            update strength_days
            set off_since = null, trouble = null, trouble_told = true,
              message = @Message, weekdays = @weekdays, next_date = @NextDate, next_due = @NextDue
            where id = @Id
            """,
            new { planned.Id, planned.Message, weekdays = WeekdayDigits.Of(planned.Weekdays, ","), planned.NextDate, planned.NextDue });
        return planned;
    }

    private static IReadOnlyList<StrengthDay> OfTeam(DbConnection sql, TeamId team) =>
        [.. sql.Query<Row>($"select {Columns} from strength_days where team_id = @team order by number", new { team }).Select(row => row.ToStrengthDay())];

    private static IReadOnlyList<StrengthDay> Untold(DbConnection sql, TeamId team) =>
    [
        .. sql.Query<Row>($"select {Columns} from strength_days where team_id = @team and not trouble_told order by number limit {MostTold}", new { team })
            .Select(row => row.ToStrengthDay()),
    ];

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
            var time = Clock.Parse(LocalTime);
            var date = LocalDatePattern.Iso.Parse(NextDate);
            var readable = time.Success && date.Success;
            return new StrengthDay
            {
                Id = Id,
                TeamId = TeamId,
                Number = Number,
                Weekdays = readable ? WeekdayDigits.Read(Weekdays, ",") : [],
                Time = readable ? time.Value : default,
                ZoneId = ZoneId,
                ChannelId = ChannelId,
                RoleId = RoleId,
                Message = Message,
                NextDate = readable ? date.Value : default,
                NextDue = NextDue,
                Trouble = StrengthDays.Trouble.Read(Trouble),
                OffSince = OffSince,
            };
        }
    }
}
