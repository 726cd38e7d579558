using System.Data.Common;
using CoachBot.Chat.Saying;
using CoachBot.Exercises;
using CoachBot.Exercises.Shelves;
using CoachBot.Runtime;
using CoachBot.Storage;
using NodaTime;

namespace CoachBot.TeamExercises;

internal sealed class TeamExerciseStore(Database database) : ITeamData, ITeamExercises
{
    /// <summary>Of one team, those that are not retired.</summary>
    public const int Most = 100;

    /// <summary>Of one team, retired ones counted too: they are kept for old check-ins.</summary>
    private const int MostEver = 1000;

    private static readonly Duration ImportLives = Duration.FromDays(1);

    /// <summary>Of one team, imports that wait to be confirmed; an older one has to be sent again.</summary>
    public const int MostImports = 5;

    private const string Columns = "id as Number, name, level, steps, cues, dose, timed, after_id as AfterId, link, retired";

    /// <summary>All of a team's, retired ones too, in the order they were added.</summary>
    public Task<IReadOnlyList<Exercise>> ListAsync(TeamId team, CancellationToken ct) => database.ReadAsync(sql => List(sql, team), ct);

    /// <summary>Does the changes in one transaction, as the effect of a call.</summary>
    /// <param name="decide">Gets what the team has at that moment, and says what is to be written.</param>
    /// <returns>The exercises as they were written.</returns>
    /// <exception cref="RepeatedCall">This call had its effect before.</exception>
    public Task<IReadOnlyList<Exercise>> ChangeAsync(
        CallId callId, TeamId team, Instant now, Func<IReadOnlyList<Exercise>, IReadOnlyList<TeamExerciseChange>> decide, CancellationToken ct) =>
        database.WriteAsync<IReadOnlyList<Exercise>>(
            sql =>
            {
                sql.Claim(callId, now);
                return Write(sql, team, now, decide(List(sql, team)));
            },
            ct);

    /// <summary>Retires an exercise or brings it back; null when the team has none of this id.</summary>
    /// <param name="check">Gets what the team has at that moment; throws when it may not be done.</param>
    public Task<Exercise?> RetireAsync(
        CallId callId, TeamId team, string id, bool retired, Instant now, Action<IReadOnlyList<Exercise>> check, CancellationToken ct) => database.WriteAsync(
        sql =>
        {
            sql.Claim(callId, now);
            check(List(sql, team));
            sql.Execute("update own_exercises set retired = @retired, updated_at = @now where id = @number and team_id = @team",
                new { retired, now, number = TeamExerciseId.Number(id), team });
            return List(sql, team).FirstOrDefault(exercise => exercise.Id == id);
        },
        ct);

    /// <summary>Keeps what was to be imported until it is confirmed.</summary>
    public Task<long> KeepImportAsync(CallId callId, TeamId team, string json, Instant now, CancellationToken ct) => database.WriteAsync(
        sql =>
        {
            sql.Claim(callId, now);
            var import = sql.ExecuteScalar<long>(
                "insert into own_exercise_imports (team_id, json, created_at) values (@team, @json, @now) returning id", new { team, json, now });
            sql.Execute(
                $"""
                delete from own_exercise_imports where team_id = @team and id <=
                  (select id from own_exercise_imports where team_id = @team order by id desc limit 1 offset {MostImports})
                """,
                new { team });
            return import;
        },
        ct);

    /// <summary>Does a kept import, once; null when it was done before or is too old.</summary>
    public Task<IReadOnlyList<Exercise>?> ImportAsync(
        CallId callId,
        TeamId team,
        long import,
        Instant now,
        Func<string, IReadOnlyList<Exercise>, IReadOnlyList<TeamExerciseChange>> decide,
        CancellationToken ct) =>
        database.WriteAsync<IReadOnlyList<Exercise>?>(
            sql =>
            {
                sql.Claim(callId, now);
                var json = sql.ExecuteScalar<string>(
                    "delete from own_exercise_imports where id = @import and team_id = @team and created_at >= @old returning json",
                    new { import, team, old = now - ImportLives });
                return json is null ? null : Write(sql, team, now, decide(json, List(sql, team)));
            },
            ct);

    public IEnumerable<TeamId> Teams(DbConnection sql) => sql.Query<long>("select distinct team_id from own_exercises").Select(id => new TeamId((ulong)id));

    public void Erase(DbConnection sql, TeamId team)
    {
        sql.Execute("delete from own_exercises where team_id = @team", new { team });
        sql.Execute("delete from own_exercise_imports where team_id = @team", new { team });
    }

    /// <summary>Deletes what was not confirmed in time.</summary>
    public void Prune(DbConnection sql, Instant now) =>
        sql.Execute("delete from own_exercise_imports where created_at < @old", new { old = now - ImportLives });

    private static IReadOnlyList<Exercise> List(DbConnection sql, TeamId team) =>
        [.. sql.Query<Row>($"select {Columns} from own_exercises where team_id = @team order by id", new { team }).Select(row => row.Exercise)];

    private static List<Exercise> Write(DbConnection sql, TeamId team, Instant now, IReadOnlyList<TeamExerciseChange> changes)
    {
        var written = new List<Exercise>();
        foreach (var (text, editing) in changes)
        {
            // A new one may stand above another new one of the same file, which has its number only now.
            var after = text.After?.StartsWith(TeamExerciseChange.NewPrefix, StringComparison.Ordinal) == true
                ? written.First(own => TeamExerciseText.KeyOf(own.Name) == text.After[TeamExerciseChange.NewPrefix.Length..]).Id
                : text.After;
            var values = new
            {
                team,
                number = editing is null ? (long?)null : TeamExerciseId.Number(editing.Id),
                text.Name,
                text.NameKey,
                level = text.Level.Word(),
                steps = string.Join('\n', text.Steps),
                cues = string.Join('\n', text.Cues),
                text.Dose,
                timed = text.DoseType == DoseType.Seconds,
                after,
                text.Link,
                now,
            };
            var number = editing is null
                ? sql.ExecuteScalar<long>(
                    """
                    insert into own_exercises (team_id, name, name_key, level, steps, cues, dose, timed, after_id, link, created_at, updated_at)
                    values (@team, @Name, @NameKey, @level, @steps, @cues, @Dose, @timed, @after, @Link, @now, @now) returning id
                    """,
                    values)
                : sql.ExecuteScalar<long>(
                    """
                    update own_exercises set name = @Name, name_key = @NameKey, level = @level, steps = @steps, cues = @cues, dose = @Dose,
                      timed = @timed, after_id = @after, link = @Link, updated_at = @now
                    where id = @number and team_id = @team returning id
                    """,
                    values);
            written.Add(sql.QueryFirstOrDefault<Row>($"select {Columns} from own_exercises where id = @number", new { number })!.Exercise);
        }
        var counts = sql.QueryFirstOrDefault<Counts>(
            "select count(*) as Ever, count(*) filter (where not retired) as Active from own_exercises where team_id = @team", new { team })!;
        if (counts.Active > Most) throw new UserError(locale => TeamExerciseWords.In(locale).TooMany(Most));
        if (counts.Ever > MostEver) throw new UserError(locale => TeamExerciseWords.In(locale).TooManyEver);
        return written;
    }

    internal sealed record Counts
    {
        public required long Ever { get; init; }

        public required long Active { get; init; }
    }

    internal sealed record Row
    {
        public required long Number { get; init; }

        public required string Name { get; init; }

        public required string Level { get; init; }

        public required string Steps { get; init; }

        public required string Cues { get; init; }

        public required string Dose { get; init; }

        public required bool Timed { get; init; }

        public string? AfterId { get; init; }

        public string? Link { get; init; }

        public required bool Retired { get; init; }

        public Exercise Exercise => new()
        {
            Id = TeamExerciseId.Of(Number),
            Name = Name,
            Level = Levels.Read(Level)!.Value,
            Steps = Steps.Split('\n'),
            Cues = Cues.Split('\n'),
            Dose = Dose,
            DoseType = Timed ? DoseType.Seconds : DoseType.Reps,
            Below = AfterId,
            Link = Link,
            Retired = Retired,
        };
    }
}
