using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Serialization;
using CoachBot.Chat.Saying;
using CoachBot.CheckIns.Reading;
using CoachBot.Runtime;
using CoachBot.Storage;
using NodaTime;

namespace CoachBot.CheckIns;

/// <summary>What saving a check-in came to.</summary>
/// <param name="Before">What stood there already; null for the day's first.</param>
/// <param name="ChangeId">Names this change when it is to be undone.</param>
/// <param name="DaysInWeek">Training days of its week with a check-in, this one included.</param>
/// <param name="IsNextToAnother">The day before or the day after has a check-in too.</param>
internal sealed record SavedCheckIn(CheckIn CheckIn, CheckIn? Before, long ChangeId, int DaysInWeek, bool IsNextToAnother);

/// <summary>What taking a change back came to.</summary>
/// <param name="Day">Null when there is no such change any more.</param>
/// <param name="Now">What stands on that day now.</param>
internal sealed record UndoneCheckIn(bool Undone, LocalDate? Day, CheckIn? Now, int DaysInWeek);

internal sealed class CheckInStore(Database database) : ITeamData
{
    // An undo is offered for as long as a day can be logged.
    private static readonly Duration ChangesKept = Duration.FromDays(30);

    /// <summary>Changes of one day that can be undone, one after the other; the bound of what one person can fill.</summary>
    public const int MostChangesOfADay = 20;

    /// <summary>Saves one check-in a day: the first is a new row, a later one updates it. Acts once for each call.</summary>
    /// <param name="week">The first day of its week.</param>
    /// <exception cref="RepeatedCall">This call was saved before.</exception>
    /// <exception cref="UserError">The day would hold more than it can.</exception>
    public Task<SavedCheckIn> SaveAsync(CallId callId, TeamId team, UserId athlete, CheckIn checkIn, LocalDate week, Instant now,
        CancellationToken ct) =>
        database.WriteAsync(
            sql =>
            {
                sql.Claim(callId, now);
                var before = Find(sql, team, athlete, checkIn.Day);
                var after = (before ?? new CheckIn { Day = checkIn.Day }).UpdatedBy(checkIn);
                if (after.Work.Count > CheckIn.MostWork) throw new UserError(locale => CheckInWords.In(locale).TooMuchForADay);
                Put(sql, team, athlete, after, before, now);
                // Its type is written out: the two generators do not see each other's code.
                string? kept = before is null ? null : JsonSerializer.Serialize(Detail.Of(before), DetailJson.Default.Detail);
                var change = sql.ExecuteScalar<long>(
                    """
                    insert into check_in_changes (team_id, athlete_id, training_day, changed_at, before)
                    values (@team, @athlete, @Day, @now, @kept) returning id
                    """,
                    new { team, athlete, after.Day, now, kept });
                // A day's first change is alone.
                if (before is not null) KeepNewest(sql, team, athlete, after.Day);
                var days = Days(sql, team, athlete, week, after.Day);
                return new SavedCheckIn(after, before, change, days.InWeek, days.Around > 1);
            },
            ct);

    /// <summary>Takes a change back, as long as it is the day's newest.</summary>
    /// <param name="weekOf">The first day of a day's week.</param>
    public Task<UndoneCheckIn> UndoAsync(CallId callId, TeamId team, UserId athlete, long change, Func<LocalDate, LocalDate> weekOf,
        Instant now, CancellationToken ct) =>
        database.WriteAsync(
            sql =>
            {
                sql.Claim(callId, now);
                var mine = new { team, athlete, change };
                var row = sql.QueryFirstOrDefault<Change>(
                    "select training_day as Day, before as Before from check_in_changes where id = @change and team_id = @team and athlete_id = @athlete",
                    mine);
                if (row is null) return new UndoneCheckIn(false, null, null, 0);
                var newest = sql.ExecuteScalar<long>(
                    "select max(id) from check_in_changes where team_id = @team and athlete_id = @athlete and training_day = @Day",
                    new { team, athlete, row.Day });
                if (newest != change) return new UndoneCheckIn(false, row.Day, Find(sql, team, athlete, row.Day), 0);

                var before = row.Before is null ? null : JsonSerializer.Deserialize(row.Before, DetailJson.Default.Detail)!.On(row.Day);
                if (before is null)
                    sql.Execute(
                        "delete from check_ins where team_id = @team and athlete_id = @athlete and training_day = @Day", new { team, athlete, row.Day });
                else Put(sql, team, athlete, before, Find(sql, team, athlete, row.Day), now);
                sql.Execute("delete from check_in_changes where id = @change", mine);
                return new UndoneCheckIn(true, row.Day, before, Days(sql, team, athlete, weekOf(row.Day), row.Day).InWeek);
            },
            ct);

    /// <summary>Hops from team to team in the index: a distinct would read every check-in there is.</summary>
    public IEnumerable<TeamId> Teams(DbConnection sql) => sql.Query<long>(
        """
        with recursive known (team_id) as (
          select min(team_id) from check_ins
          union all
          select (select min(team_id) from check_ins where check_ins.team_id > known.team_id) from known where known.team_id is not null)
        select team_id from known where team_id is not null
        """).Select(id => new TeamId((ulong)id));

    public void Erase(DbConnection sql, TeamId team)
    {
        sql.Execute("delete from check_in_changes where team_id = @team", new { team });
        sql.Execute("delete from check_ins where team_id = @team", new { team });
    }

    public void Prune(DbConnection sql, Instant now) =>
        sql.Execute("delete from check_in_changes where changed_at < @before", new { before = now - ChangesKept });

    private static void KeepNewest(DbConnection sql, TeamId team, UserId athlete, LocalDate day) => sql.Execute(
        $"""
        delete from check_in_changes where team_id = @team and athlete_id = @athlete and training_day = @day and id <=
          (select id from check_in_changes where team_id = @team and athlete_id = @athlete and training_day = @day
           order by id desc limit 1 offset {MostChangesOfADay})
        """,
        new { team, athlete, day });

    private static DaysDone Days(DbConnection sql, TeamId team, UserId athlete, LocalDate week, LocalDate day) => sql.QuerySingle<DaysDone>(
        """
        select count(*) filter (where training_day between @week and @weekEnd) as InWeek,
          count(*) filter (where training_day between @dayBefore and @dayAfter) as Around
        from check_ins where team_id = @team and athlete_id = @athlete and training_day between @first and @last
        """,
        new
        {
            team,
            athlete,
            week,
            weekEnd = week.PlusDays(6),
            dayBefore = day.PlusDays(-1),
            dayAfter = day.PlusDays(1),
            first = LocalDate.Min(week, day.PlusDays(-1)),
            last = LocalDate.Max(week.PlusDays(6), day.PlusDays(1)),
        });

    private static CheckIn? Find(DbConnection sql, TeamId team, UserId athlete, LocalDate day)
    {
        var row = sql.QueryFirstOrDefault<Row>(
            "select id, effort, minutes from check_ins where team_id = @team and athlete_id = @athlete and training_day = @day",
                new { team, athlete, day });
        if (row is null) return null;
        var work = sql.Query<WorkRow>(
            """
            select exercise_id as ExerciseId, sets, reps, reps_to as RepsTo, seconds, seconds_to as SecondsTo, as_many_as_possible as AsManyAsPossible,
              per_side as PerSide, only_side as OnlySide, load, load_unit as LoadUnit, load_pieces as LoadPieces
            from check_in_exercises where check_in_id = @Id order by position
            """,
            row);
        return new CheckIn { Day = day, Effort = row.Effort, Minutes = row.Minutes, Work = [.. work.Select(one => one.ToWork())] };
    }

    /// <param name="before">What stands there now.</param>
    private static void Put(DbConnection sql, TeamId team, UserId athlete, CheckIn checkIn, CheckIn? before, Instant now)
    {
        var id = sql.ExecuteScalar<long>(
            """
            insert into check_ins (team_id, athlete_id, training_day, effort, minutes, created_at, updated_at)
            values (@team, @athlete, @Day, @Effort, @Minutes, @now, @now)
            on conflict (team_id, athlete_id, training_day)
              do update set effort = excluded.effort, minutes = excluded.minutes, updated_at = excluded.updated_at
            returning id
            """,
            new { team, athlete, checkIn.Day, checkIn.Effort, checkIn.Minutes, now });
        if (before is { Work.Count: > 0 }) sql.Execute("delete from check_in_exercises where check_in_id = @id", new { id });
        for (var position = 0; position < checkIn.Work.Count; position++)
        {
            var work = WorkRow.Of(checkIn.Work[position]);
            sql.Execute(
                """
                insert into check_in_exercises
                  (check_in_id, position, exercise_id, sets, reps, reps_to, seconds, seconds_to, as_many_as_possible, per_side, only_side,
                   load, load_unit, load_pieces)
                values (@id, @position, @ExerciseId, @Sets, @Reps, @RepsTo, @Seconds, @SecondsTo, @AsManyAsPossible, @PerSide, @OnlySide,
                   @Load, @LoadUnit, @LoadPieces)
                """,
                new
                {
                    id,
                    position,
                    work.ExerciseId,
                    work.Sets,
                    work.Reps,
                    work.RepsTo,
                    work.Seconds,
                    work.SecondsTo,
                    work.AsManyAsPossible,
                    work.PerSide,
                    work.OnlySide,
                    work.Load,
                    work.LoadUnit,
                    work.LoadPieces,
                });
        }
    }

    internal sealed record Row
    {
        public required long Id { get; init; }

        public int? Effort { get; init; }

        public int? Minutes { get; init; }
    }

    /// <summary>How many training days have a check-in: of a week, and of a day with the two beside it.</summary>
    internal sealed record DaysDone
    {
        public required int InWeek { get; init; }

        public required int Around { get; init; }
    }

    internal sealed record Change
    {
        public required LocalDate Day { get; init; }

        public string? Before { get; init; }
    }
}

/// <summary>A check-in as it is kept for an undo; its day stands in the row.</summary>
internal sealed record Detail(int? Effort, int? Minutes, IReadOnlyList<WorkRow> Work)
{
    public static Detail Of(CheckIn checkIn) => new(checkIn.Effort, checkIn.Minutes, [.. checkIn.Work.Select(WorkRow.Of)]);

    public CheckIn On(LocalDate day) =>
        new() { Day = day, Effort = Effort, Minutes = Minutes, Work = [.. Work.Select(row => row.ToWork())] };
}

[JsonSerializable(typeof(Detail))]
internal sealed partial class DetailJson : JsonSerializerContext;
