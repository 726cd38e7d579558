using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;
using CoachBot.Exercises;
using CoachBot.Runtime;
using CoachBot.Teams;
using NodaTime;

namespace CoachBot.CheckIns;

/// <summary>Where a check-in is made, whether it was typed or tapped: decide the day, save and read the week back in one go, reply.</summary>
internal sealed class CheckInDesk(CheckInStore store, TeamStore teams, Library library, TimeProvider time)
{
    public async Task<Reply> LogAsync(CallId callId, Caller caller, Func<LocalDate, CheckIn> make, CancellationToken ct)
    {
        var team = await teams.GetAsync(caller.RequireTeam(), ct);
        var athlete = caller.RequirePerson();
        var now = time.Now();
        var today = team.TrainingDay(now);
        var checkIn = make(today);
        var saved = await store.SaveAsync(callId, team.Id, athlete, checkIn, team.WeekOf, now, ct);
        return CheckInReplies.Logged(saved, Week(team, saved.DaysInWeek, checkIn.Day, today), athlete, await library.OfAsync(team.Id, ct));
    }

    public async Task<Reply> UndoAsync(CallId callId, Caller caller, long change, CancellationToken ct)
    {
        var team = await teams.GetAsync(caller.RequireTeam(), ct);
        var now = time.Now();
        var (undone, day, left, days) = await store.UndoAsync(callId, team.Id, caller.RequirePerson(), change, team.WeekOf, now, ct);
        if (day is null) return CheckInReplies.UndoneBefore();
        if (!undone) return CheckInReplies.ChangedSince(day.Value);
        return CheckInReplies.Undone(day.Value, left, Week(team, days, day.Value, team.TrainingDay(now)), await library.OfAsync(team.Id, ct));
    }

    private static Week Week(Team team, int done, LocalDate day, LocalDate today) => new(done, Day: day, Today: today, IsThisWeek: team.WeekOf(day) == team.WeekOf(today));
}

/// <summary>How a week stands for one athlete.</summary>
/// <param name="Done">Training days with a check-in.</param>
/// <param name="Day">The day that was just logged.</param>
internal sealed record Week(int Done, LocalDate Day, LocalDate Today, bool IsThisWeek);
