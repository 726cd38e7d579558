using System.Data.Common;
using CoachBot.Chat;
using CoachBot.Runtime;
using CoachBot.Storage;
using CoachBot.Teams;
using NodaTime;

namespace CoachBot.StrengthDays;

/// <summary>The outbox: what is due is claimed here once, and what became of it is kept.</summary>
internal sealed class ReminderStore(Database database, ILogger<ReminderStore> log) : ITeamData
{
    private const string Kind = "strength-day";
    private static readonly Duration Kept = Duration.FromDays(90);

    /// <summary>Claimed in one transaction; check-ins of other people do not wait longer than for these.</summary>
    private const int MostTogether = 250;

    /// <summary>
    /// Claims every occurrence that is due: a row in the outbox, and in the same transaction the strength day moves on to its next one.
    /// Where several were missed, only the newest is to be sent, and only while the rule allows it; the others are noted as skipped.
    /// A strength day that cannot be claimed is logged and keeps nobody else's from being claimed; one that cannot be read is switched off.
    /// </summary>
    public async Task ClaimDueAsync(Instant now, LateRule rule, CancellationToken ct)
    {
        long? last = 0;
        while (last is { } after) last = await database.WriteAsync(sql => ClaimSome(sql, after, now, rule), ct);
    }

    /// <summary>When the next of those that wait for another try is to be tried.</summary>
    public Task<Instant?> NextTryAsync(Instant now, CancellationToken ct) => database.ReadAsync(
        sql => sql.ExecuteScalar<long?>(
            $"select min(next_try_at) from reminders where state = 'pending' and next_try_at > @now and {Membership.HasBot}",
            new { now }) is { } next ? Instant.FromUnixTimeMilliseconds(next) : (Instant?)null,
        ct);

    /// <summary>All that is to be sent now, the oldest first, and of one moment in any order: no team is always the last.</summary>
    public Task<IReadOnlyList<Reminder>> ToSendAsync(Instant now, CancellationToken ct) => database.ReadAsync<IReadOnlyList<Reminder>>(
        sql =>
        [
            .. sql.Query<Row>(
                $"""
                select waiting.id as ReminderId, scheduled_date as Date, due_at as Due, first_tried_at as FirstTried, tries as Tries, note as Note,
                  strength_days.id as Id, strength_days.team_id as TeamId, channel_id as ChannelId, role_id as RoleId, message as Message
                from (select * from reminders where state = 'pending' and next_try_at <= @now and {Membership.HasBot}) waiting
                  join strength_days on strength_days.id = strength_day_id
                order by due_at, random()
                """,
                new { now }).Select(row => row.ToReminder()),
        ],
        ct);

    /// <summary>Notes that it is being handed to the platform now. Committed before it is: a crash in between must not lead to a second post later.</summary>
    /// <returns>False when it is not to be sent any more.</returns>
    public Task<bool> TryAsync(long id, Instant firstTried, Instant nextTry, CancellationToken ct) => database.WriteAsync(
        sql => sql.Execute(
            $"""
            update reminders set first_tried_at = @firstTried, next_try_at = @nextTry, tries = tries + 1
            where id = @id and state = 'pending' and {Membership.HasBot}
            """,
            new { id, firstTried, nextTry }) > 0,
        ct);

    /// <summary>To be tried again; <paramref name="firstTried"/> is null when the platform certainly did not take it.</summary>
    /// <param name="held">What held it back, where the platform said so.</param>
    public Task PutBackAsync(long id, Instant? firstTried, Instant nextTry, Trouble? held, CancellationToken ct) => database.WriteAsync(
        sql =>
        {
            sql.Execute("update reminders set first_tried_at = @firstTried, next_try_at = @nextTry, note = @held where id = @id",
                new { id, firstTried, nextTry, held = held?.ToString() });
        },
        ct);

    /// <summary>Ends a reminder, and tells the coach's list why when it was not posted.</summary>
    public Task EndAsync(Reminder reminder, ReminderState state, MessageId? messageId, Trouble? trouble, CancellationToken ct) => database.WriteAsync(
        sql =>
        {
            sql.Execute(
                "update reminders set state = @state, message_id = @messageId, note = @note where id = @Id",
                new { reminder.Id, state = Code(state), messageId, note = trouble?.ToString() });
            StrengthDayStore.Note(sql, reminder.Day.Id, trouble);
        },
        ct);

    /// <summary>The channel took nothing and will take nothing: ends what is pending of this strength day, and claims no more of it.</summary>
    public Task CloseAsync(Reminder reminder, Trouble trouble, Instant now, CancellationToken ct) => database.WriteAsync(
        sql =>
        {
            sql.Execute(
                "update reminders set state = @refused, note = @note where strength_day_id = @Id and state = 'pending'",
                new { reminder.Day.Id, refused = Code(ReminderState.Refused), note = trouble.ToString() });
            StrengthDayStore.Note(sql, reminder.Day.Id, trouble, offSince: now);
        },
        ct);

    /// <summary>The newest occurrence of each of a team's strength days that was skipped since a moment.</summary>
    public Task<IReadOnlyList<Skipped>> SkippedAsync(TeamId team, Instant since, CancellationToken ct) => database.ReadAsync<IReadOnlyList<Skipped>>(
        sql =>
        [
            .. sql.Query<SkippedRow>(
                "select strength_day_id as DayId, due_at as Due, note as Note from reminders where team_id = @team and state = @skipped and due_at >= @since "
                + "order by due_at desc",
                new { team, skipped = Code(ReminderState.Skipped), since })
                .DistinctBy(row => row.DayId).Select(row => new Skipped(row.DayId, row.Due, Trouble.Read(row.Note) ?? new Trouble(PostProblem.NotRunning))),
        ],
        ct);

    /// <summary>Nothing of this strength day is to be sent any more.</summary>
    internal static void Withdraw(DbConnection sql, long strengthDay) =>
        sql.Execute("delete from reminders where strength_day_id = @strengthDay and state = 'pending'", new { strengthDay });

    public void Erase(DbConnection sql, TeamId team) => sql.Execute("delete from reminders where team_id = @team", new { team });

    public void Prune(DbConnection sql, Instant now) =>
        sql.Execute("delete from reminders where state <> 'pending' and due_at < @before", new { before = now - Kept });

    /// <summary>As the database and its index have it; what is pending is always asked for by the word itself.</summary>
    private static string Code(ReminderState state) => state.ToString().ToLowerInvariant();

    /// <returns>The last strength day that was looked at; null when there are no more.</returns>
    private long? ClaimSome(DbConnection sql, long after, Instant now, LateRule rule)
    {
        List<StrengthDayStore.Row> due = [.. sql.Query<StrengthDayStore.Row>(
            $"""
            select {StrengthDayStore.Columns} from strength_days
            where next_due <= @now and {StrengthDayStore.IsOn} and id > @after order by id limit {MostTogether}
            """,
            new { now, after })];
        foreach (var row in due)
        {
            sql.Execute("savepoint strength_day");
            try
            {
                Claim(sql, row, now, rule);
            }
            // What makes the whole transaction start anew is not this row's.
            catch (Exception problem) when (problem is not DbException { IsTransient: true })
            {
                log.LogError("Strength day {StrengthDay} could not be claimed: {Trace}", row.Id, problem.Trace());
                sql.Execute("rollback to savepoint strength_day");
            }
            sql.Execute("release savepoint strength_day");
        }
        return due.Count < MostTogether ? null : due[^1].Id;
    }

    private void Claim(DbConnection sql, StrengthDayStore.Row row, Instant now, LateRule rule)
    {
        if (row.ToStrengthDay() is not { Schedule: { } schedule } day)
        {
            // Left on, it would fail again at every sweep.
            log.LogError("Strength day {StrengthDay} cannot be read; it is switched off", row.Id);
            StrengthDayStore.Note(sql, row.Id, new Trouble(PostProblem.Unreadable), offSince: now);
            return;
        }
        var next = new Occurrence(day.NextDate, day.NextDue);
        var send = false;
        while (next.Due <= now)
        {
            var occurrence = next;
            next = schedule.Following(occurrence.Date);
            send = next.Due > now && rule.Of(occurrence.Due, now) != Timing.TooLate;
            sql.Execute(
                """
                insert into reminders (strength_day_id, scheduled_date, kind, team_id, due_at, state, next_try_at, note)
                values (@Id, @Date, @kind, @TeamId, @Due, @state, @now, @note)
                on conflict (strength_day_id, scheduled_date, kind) do nothing
                """,
                new
                {
                    day.Id,
                    occurrence.Date,
                    kind = Kind,
                    day.TeamId,
                    occurrence.Due,
                    state = Code(send ? ReminderState.Pending : ReminderState.Skipped),
                    now,
                    note = send ? null : new Trouble(PostProblem.NotRunning).ToString(),
                });
        }
        sql.Execute("update strength_days set next_date = @Date, next_due = @Due where id = @Id", new { next.Date, next.Due, day.Id });
        if (!send) StrengthDayStore.Note(sql, day.Id, new Trouble(PostProblem.NotRunning));
    }

    /// <summary>An occurrence that was left out.</summary>
    internal sealed record Skipped(long DayId, Instant Due, Trouble Trouble);

    internal sealed record SkippedRow
    {
        public required long DayId { get; init; }

        public required Instant Due { get; init; }

        public string? Note { get; init; }
    }

    internal sealed record Row
    {
        public required long ReminderId { get; init; }

        public required LocalDate Date { get; init; }

        public required Instant Due { get; init; }

        public Instant? FirstTried { get; init; }

        public int Tries { get; init; }

        public required long Id { get; init; }

        public required TeamId TeamId { get; init; }

        public required ChannelId ChannelId { get; init; }

        public RoleId? RoleId { get; init; }

        public string? Message { get; init; }

        public string? Note { get; init; }

        public Reminder ToReminder() =>
            new(ReminderId, new Destination(Id, TeamId, ChannelId, RoleId, Message), Date, Due, FirstTried, Tries, Trouble.Read(Note));
    }
}
