using System.Data.Common;
using CoachBot.Chat;
using CoachBot.Runtime;
using CoachBot.Storage;
using CoachBot.Teams;
using NodaTime;

namespace CoachBot.StrengthDays;

/// <summary>A reminder that is to be posted now.</summary>
/// <param name="FirstTried">When it was first handed to the platform and no answer is known; null when that certainly did not happen.</param>
internal sealed record Reminder(long Id, StrengthDay Day, LocalDate Date, Instant Due, Instant? FirstTried, int Tries);

/// <summary>The outbox: what is due is claimed here once, and what became of it is kept.</summary>
internal sealed class ReminderStore(Database database) : ITeamData
{
    private const string Kind = "strength-day";
    private static readonly Duration Kept = Duration.FromDays(90);

    /// <summary>
    /// Claims every occurrence that is due, in one transaction: a row in the outbox, and the strength day moves on to its next one.
    /// Where several were missed, only the newest is to be sent, and only within <paramref name="window"/>; the others are noted as skipped.
    /// </summary>
    /// <returns>How many are to be sent.</returns>
    public Task<int> ClaimDueAsync(Instant now, Duration window, CancellationToken ct) => database.WriteAsync(
        sql =>
        {
            var claimed = 0;
            var due = sql.Query<StrengthDayStore.Row>(
                $"select {StrengthDayStore.Columns} from strength_days where next_due <= @now and {StrengthDayStore.IsOn}", new { now });
            foreach (var day in due.Select(row => row.ToStrengthDay()))
            {
                var next = new Occurrence(day.NextDate, day.NextDue);
                while (next.Due <= now)
                {
                    var occurrence = next;
                    next = day.Schedule.Following(occurrence.Date);
                    var send = next.Due > now && now - occurrence.Due <= window;
                    claimed += send ? 1 : 0;
                    sql.Execute(
                        """
                        insert into reminders (strength_day_id, scheduled_date, kind, team_id, due_at, state, next_try_at, note)
                        values (@Id, @Date, @kind, @TeamId, @Due, @state, @now, @note)
                        on conflict (strength_day_id, scheduled_date, kind) do nothing
                        """,
                        new { day.Id, occurrence.Date, kind = Kind, day.TeamId, occurrence.Due, state = send ? "pending" : "skipped", now, note = send ? null : "the bot was not running" });
                }
                sql.Execute("update strength_days set next_date = @Date, next_due = @Due where id = @Id", new { next.Date, next.Due, day.Id });
            }
            return claimed;
        },
        ct);

    public Task<IReadOnlyList<Reminder>> ToSendAsync(Instant now, CancellationToken ct) => database.ReadAsync<IReadOnlyList<Reminder>>(
        sql =>
        {
            var rows = sql.Query<Row>(
                $"""
                select id, strength_day_id as DayId, scheduled_date as Date, due_at as Due, first_tried_at as FirstTried, tries
                from reminders where state = 'pending' and next_try_at <= @now and {Membership.HasBot} order by due_at limit 500
                """,
                new { now });
            return
            [
                .. from row in rows
                   let day = sql.QueryFirstOrDefault<StrengthDayStore.Row>($"select {StrengthDayStore.Columns} from strength_days where id = @DayId", row)
                   where day is not null
                   select new Reminder(row.Id, day.ToStrengthDay(), row.Date, row.Due, row.FirstTried, row.Tries),
            ];
        },
        ct);

    /// <summary>Notes that it is being handed to the platform now. Committed before it is: a crash in between must not lead to a second post later.</summary>
    public Task TryAsync(long id, Instant firstTried, Instant nextTry, CancellationToken ct) => database.WriteAsync(
        sql =>
        {
            sql.Execute("update reminders set first_tried_at = @firstTried, next_try_at = @nextTry, tries = tries + 1 where id = @id", new { id, firstTried, nextTry });
        },
        ct);

    /// <summary>To be tried again; <paramref name="firstTried"/> is null when the platform certainly did not take it.</summary>
    public Task PutBackAsync(long id, Instant? firstTried, Instant nextTry, CancellationToken ct) => database.WriteAsync(
        sql => { sql.Execute("update reminders set first_tried_at = @firstTried, next_try_at = @nextTry where id = @id", new { id, firstTried, nextTry }); }, ct);

    /// <summary>Ends a reminder, and tells the coach's list why when it was not posted.</summary>
    /// <param name="state"><c>sent</c>, <c>skipped</c>, <c>refused</c> or <c>unknown</c>.</param>
    public Task EndAsync(Reminder reminder, string state, MessageId? messageId, string? note, CancellationToken ct) => database.WriteAsync(
        sql =>
        {
            sql.Execute("update reminders set state = @state, message_id = @messageId, note = @note where id = @Id", new { reminder.Id, state, messageId, note });
            sql.Execute("update strength_days set trouble = @note where id = @Id", new { reminder.Day.Id, note });
        },
        ct);

    /// <summary>The channel took nothing and will take nothing: ends what is pending of this strength day, and claims no more of it.</summary>
    public Task CloseAsync(Reminder reminder, string? note, Instant now, CancellationToken ct) => database.WriteAsync(
        sql =>
        {
            sql.Execute("update reminders set state = 'refused', note = @note where strength_day_id = @Id and state = 'pending'", new { reminder.Day.Id, note });
            sql.Execute("update strength_days set trouble = @note, off_since = @now where id = @Id", new { reminder.Day.Id, note, now });
        },
        ct);

    /// <summary>The newest occurrence of each of a team's strength days that was skipped since a moment.</summary>
    public Task<IReadOnlyList<Skipped>> SkippedAsync(TeamId team, Instant since, CancellationToken ct) => database.ReadAsync<IReadOnlyList<Skipped>>(
        sql => [.. sql.Query<Skipped>(
            """
            select strength_day_id as DayId, max(due_at) as Due, note as Note from reminders
            where team_id = @team and state = 'skipped' and due_at >= @since group by strength_day_id
            """,
            new { team, since })],
        ct);

    public void Erase(DbConnection sql, TeamId team) => sql.Execute("delete from reminders where team_id = @team", new { team });

    public void Prune(DbConnection sql, Instant now) => sql.Execute("delete from reminders where state <> 'pending' and due_at < @before", new { before = now - Kept });

    internal sealed record Skipped
    {
        public required long DayId { get; init; }

        public required Instant Due { get; init; }

        public string? Note { get; init; }
    }

    internal sealed record Row
    {
        public required long Id { get; init; }

        public required long DayId { get; init; }

        public required LocalDate Date { get; init; }

        public required Instant Due { get; init; }

        public Instant? FirstTried { get; init; }

        public int Tries { get; init; }
    }
}
