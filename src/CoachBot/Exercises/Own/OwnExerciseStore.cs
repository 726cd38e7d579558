using System.Data.Common;
using CoachBot.Chat.Saying;
using CoachBot.Runtime;
using CoachBot.Storage;
using NodaTime;

namespace CoachBot.Exercises.Own;

internal sealed class OwnExerciseStore(Database database) : ITeamData
{
    /// <summary>Of one team, those that are not retired.</summary>
    public const int Most = 100;

    /// <summary>Of one team, retired ones counted too: they are kept for old check-ins.</summary>
    private const int MostEver = 1000;

    private static readonly Duration ImportLives = Duration.FromDays(1);

    private const string Columns = "id as Number, name, level, steps, cues, dose, timed, after_id as AfterId, link, retired";

    /// <summary>All of a team's, retired ones too, in the order they were added.</summary>
    public Task<IReadOnlyList<OwnExercise>> ListAsync(TeamId team, CancellationToken ct) => database.ReadAsync(sql => List(sql, team), ct);

    /// <summary>Does the changes in one transaction, as the effect of a call.</summary>
    /// <param name="decide">Gets what the team has at that moment, and says what is to be written.</param>
    /// <returns>The exercises as they were written.</returns>
    /// <exception cref="RepeatedCall">This call had its effect before.</exception>
    public Task<IReadOnlyList<OwnExercise>> ChangeAsync(
        CallId callId, TeamId team, Instant now, Func<IReadOnlyList<OwnExercise>, IReadOnlyList<OwnExerciseChange>> decide, CancellationToken ct) =>
        database.WriteAsync<IReadOnlyList<OwnExercise>>(
            sql =>
            {
                sql.Claim(callId, now);
                return Write(sql, team, now, decide(List(sql, team)));
            },
            ct);

    /// <summary>Retires an exercise or brings it back; null when the team has none of this number.</summary>
    /// <param name="check">Gets what the team has at that moment; throws when it may not be done.</param>
    public Task<OwnExercise?> RetireAsync(
        CallId callId, TeamId team, long number, bool retired, Instant now, Action<IReadOnlyList<OwnExercise>> check, CancellationToken ct) => database.WriteAsync(
        sql =>
        {
            sql.Claim(callId, now);
            check(List(sql, team));
            sql.Execute("update own_exercises set retired = @retired, updated_at = @now where id = @number and team_id = @team", new { retired, now, number, team });
            return List(sql, team).FirstOrDefault(exercise => exercise.Number == number);
        },
        ct);

    /// <summary>Keeps what was to be imported until it is confirmed.</summary>
    public Task<long> KeepImportAsync(CallId callId, TeamId team, string json, Instant now, CancellationToken ct) => database.WriteAsync(
        sql =>
        {
            sql.Claim(callId, now);
            return sql.ExecuteScalar<long>("insert into own_exercise_imports (team_id, json, created_at) values (@team, @json, @now) returning id", new { team, json, now });
        },
        ct);

    /// <summary>Does a kept import, once; null when it was done before or is too old.</summary>
    public Task<IReadOnlyList<OwnExercise>?> ImportAsync(
        CallId callId, TeamId team, long import, Instant now, Func<string, IReadOnlyList<OwnExercise>, IReadOnlyList<OwnExerciseChange>> decide, CancellationToken ct) =>
        database.WriteAsync<IReadOnlyList<OwnExercise>?>(
            sql =>
            {
                sql.Claim(callId, now);
                var json = sql.ExecuteScalar<string>(
                    "delete from own_exercise_imports where id = @import and team_id = @team and created_at >= @old returning json", new { import, team, old = now - ImportLives });
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
    public void Prune(DbConnection sql, Instant now) => sql.Execute("delete from own_exercise_imports where created_at < @old", new { old = now - ImportLives });

    private static IReadOnlyList<OwnExercise> List(DbConnection sql, TeamId team) =>
        [.. sql.Query<Row>($"select {Columns} from own_exercises where team_id = @team order by id", new { team }).Select(row => row.Exercise)];

    private static List<OwnExercise> Write(DbConnection sql, TeamId team, Instant now, IReadOnlyList<OwnExerciseChange> changes)
    {
        var written = new List<OwnExercise>();
        foreach (var (text, editing) in changes)
        {
            // A new one may stand above another new one of the same file, which has its number only now.
            var after = text.After?.StartsWith(OwnExerciseChange.NewPrefix, StringComparison.Ordinal) == true
                ? written.First(own => OwnExerciseText.KeyOf(own.Name) == text.After[OwnExerciseChange.NewPrefix.Length..]).Id
                : text.After;
            var values = new
            {
                team,
                number = editing?.Number,
                text.Name,
                text.NameKey,
                level = text.Level.ToString().ToLowerInvariant(),
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
        var counts = sql.QueryFirstOrDefault<Counts>("select count(*) as Ever, count(*) filter (where retired = 0) as Active from own_exercises where team_id = @team", new { team })!;
        if (counts.Active > Most) throw new UserError(_ => $"A team can have {Most} exercises of its own. Retire some first with `/exercise-admin retire`. Nothing was changed.");
        if (counts.Ever > MostEver) throw new UserError(_ => "Your team has added more exercises than I can keep. Edit one that you have. Nothing was changed.");
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

        public OwnExercise Exercise => new()
        {
            Number = Number,
            Name = Name,
            Level = Enum.Parse<Level>(Level, ignoreCase: true),
            Steps = Steps.Split('\n'),
            Cues = Cues.Split('\n'),
            Dose = Dose,
            DoseType = Timed ? DoseType.Seconds : DoseType.Reps,
            After = AfterId,
            Link = Link,
            Retired = Retired,
        };
    }
}

/// <param name="Editing">The exercise whose place the text takes; null for a new one.</param>
internal sealed record OwnExerciseChange(OwnExerciseText Text, OwnExercise? Editing)
{
    /// <summary>Before the name's key of an exercise that is added in the same file, in <see cref="OwnExerciseText.After"/>.</summary>
    public const string NewPrefix = "new:";
}
