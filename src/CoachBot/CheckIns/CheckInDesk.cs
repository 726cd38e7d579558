using CoachBot.Chat;
using CoachBot.Exercises;
using CoachBot.Teams;
using NodaTime;

namespace CoachBot.CheckIns;

/// <summary>Where a check-in is made, whether it was typed or tapped: decide the day, save, read the week back, reply.</summary>
internal sealed class CheckInDesk(CheckInStore store, TeamStore teams, Library library, TimeProvider time)
{
    public async Task<Reply> LogAsync(ulong callId, Caller caller, Func<LocalDate, CheckIn> make, CancellationToken ct)
    {
        var team = await teams.GetAsync(caller.RequireTeam(), ct);
        var athlete = caller.RequirePerson();
        var now = time.Now();
        var today = team.TrainingDay(now);
        var checkIn = make(today);
        var saved = await store.SaveAsync(callId, team.Id, athlete, checkIn, now, ct);
        var week = await WeekAsync(team, athlete, checkIn.Day, today, ct);
        return CheckInReplies.Logged(saved, week, athlete, await library.OfAsync(team.Id, ct));
    }

    public async Task<Reply> UndoAsync(ulong callId, Caller caller, long change, CancellationToken ct)
    {
        var team = await teams.GetAsync(caller.RequireTeam(), ct);
        var now = time.Now();
        var (undone, day, left) = await store.UndoAsync(callId, team.Id, caller.UserId, change, now, ct);
        if (day is null) return CheckInReplies.UndoneBefore();
        if (!undone) return CheckInReplies.ChangedSince(day.Value);
        var week = await WeekAsync(team, caller.UserId, day.Value, team.TrainingDay(now), ct);
        return CheckInReplies.Undone(day.Value, left, week, await library.OfAsync(team.Id, ct));
    }

    private async Task<Week> WeekAsync(Team team, ulong athlete, LocalDate day, LocalDate today, CancellationToken ct)
    {
        var first = team.WeekOf(day);
        var done = await store.CountAsync(team.Id, athlete, first, first.PlusDays(6), ct);
        return new Week(done, Day: day, Today: today, IsThisWeek: first == team.WeekOf(today));
    }
}

/// <summary>How a week stands for one athlete.</summary>
/// <param name="Done">Training days with a check-in.</param>
/// <param name="Day">The day that was just logged.</param>
internal sealed record Week(int Done, LocalDate Day, LocalDate Today, bool IsThisWeek);
