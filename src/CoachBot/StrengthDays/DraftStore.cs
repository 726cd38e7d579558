using System.Data.Common;
using CoachBot.Chat.Asking;
using CoachBot.Runtime;
using CoachBot.Storage;
using NodaTime;

namespace CoachBot.StrengthDays;

/// <summary>Strength days that wait for an answer of the coach. Kept for a day; a button that comes later is told so.</summary>
internal sealed class DraftStore(Database database) : ITeamData
{
    private static readonly Duration Kept = Duration.FromDays(1);

    /// <summary>Of one team; an older one has to be typed again.</summary>
    public const int Most = 20;

    public Task<StrengthDayDraft> KeepAsync(CallId call, StrengthDayDraft draft, Instant now, CancellationToken ct) => database.WriteAsync(
        sql =>
        {
            sql.Claim(call, now);
            var id = sql.ExecuteScalar<long>(
                """
                insert into strength_day_drafts (team_id, weekdays, local_time, time_is_sure, zone, channel_id, role_id, message, created_at)
                values (@TeamId, @weekdays, @time, @sure, @ZoneId, @ChannelId, @RoleId, @Message, @now) returning id
                """,
                new
                {
                    draft.TeamId,
                    weekdays = WeekdayDigits.Of(draft.Weekdays),
                    time = draft.Time.Time,
                    sure = draft.Time.SaysHalf,
                    draft.ZoneId,
                    draft.ChannelId,
                    draft.RoleId,
                    draft.Message,
                    now,
                });
            sql.Execute(
                $"""
                delete from strength_day_drafts where team_id = @TeamId and id <=
                  (select id from strength_day_drafts where team_id = @TeamId order by id desc limit 1 offset {Most})
                """,
                new { draft.TeamId });
            return draft with { Id = id };
        },
        ct);

    /// <returns>Null when the team has none of that id (any more).</returns>
    public Task<StrengthDayDraft?> GetAsync(TeamId team, long id, Instant now, CancellationToken ct) => database.ReadAsync(
        sql => sql.QueryFirstOrDefault<Row>(
            """
            select id as Id, team_id as TeamId, weekdays as Weekdays, local_time as LocalTime, time_is_sure as TimeIsSure, zone as ZoneId,
              channel_id as ChannelId, role_id as RoleId, message as Message
            from strength_day_drafts where id = @id and team_id = @team and created_at >= @after
            """,
            new { id, team, after = now - Kept })?.ToDraft(),
        ct);

    public void Erase(DbConnection sql, TeamId team) => sql.Execute("delete from strength_day_drafts where team_id = @team", new { team });

    public void Prune(DbConnection sql, Instant now) => sql.Execute("delete from strength_day_drafts where created_at < @before", new { before = now - Kept });

    internal sealed record Row
    {
        public required long Id { get; init; }

        public required TeamId TeamId { get; init; }

        public required string Weekdays { get; init; }

        public required LocalTime LocalTime { get; init; }

        public bool TimeIsSure { get; init; }

        public string? ZoneId { get; init; }

        public required ChannelId ChannelId { get; init; }

        public RoleId? RoleId { get; init; }

        public string? Message { get; init; }

        public StrengthDayDraft ToDraft() => new()
        {
            Id = Id,
            TeamId = TeamId,
            Weekdays = WeekdayDigits.Read(Weekdays),
            Time = new TypedTime(LocalTime, TimeIsSure),
            ZoneId = ZoneId,
            ChannelId = ChannelId,
            RoleId = RoleId,
            Message = Message,
        };
    }
}
