using CoachBot.Chat.Saying;
using CoachBot.Exercises;
using CoachBot.Runtime;
using CoachBot.Teams;
using NodaTime;

namespace CoachBot.CheckIns;

internal static class CheckInReplies
{
    public static Reply Logged(SavedCheckIn saved, Week week, UserId athlete, Shelf shelf)
    {
        var day = DayName(week.Day, week.Today);
        var first = saved.Before switch
        {
            null => $"✅ **Logged: strength done {day}.**",
            var before when Same(before, saved.CheckIn) => $"✅ **Updated: you had already checked in for {Bare(day)}.** It counts once.",
            _ => $"✅ **Updated your check-in for {Bare(day)}.** It counts once.",
        };
        return new Reply
        {
            Text = string.Join('\n', new[] { first, Details(saved.CheckIn, shelf), Rhythm(week) }.Where(line => line.Length > 0)),
            Buttons = [new Button("Undo", UndoButton.ActionName, saved.ChangeId.ToString("x")) { Owner = athlete }],
        };
    }

    public static Reply Undone(LocalDate day, CheckIn? left, Week week, Shelf shelf)
    {
        var what = left is null
            ? $"↩️ **Undone.** There is no check-in for {Bare(DayName(day, week.Today))} now."
            : $"↩️ **Undone.** Your check-in for {Bare(DayName(day, week.Today))} is as it was before.";
        var details = left is null ? "" : Details(left, shelf);
        return new Reply { Text = string.Join('\n', new[] { what, details, Rhythm(week) }.Where(line => line.Length > 0)), Replaces = true };
    }

    public static Reply UndoneBefore() => Reply.Of("That was undone already. Nothing changed now.");

    public static Reply ChangedSince(LocalDate day) =>
        Reply.Of($"Your check-in for {DayParser.Show(day)} was changed after this message. Use Undo under the newest one. Nothing changed now.");

    private static string DayName(LocalDate day, LocalDate today) => Period.DaysBetween(day, today) switch
    {
        0 => "today, " + DayParser.Show(day),
        1 => "yesterday, " + DayParser.Show(day),
        _ => "on " + DayParser.Show(day),
    };

    private static string Bare(string day) => day.StartsWith("on ", StringComparison.Ordinal) ? day[3..] : day;

    private static string Rhythm(Week week)
    {
        var which = week.IsThisWeek ? "this week" : "that week";
        return week.Done >= Team.WeeklyGoal
            ? $"**{week.Done} of {Team.WeeklyGoal}** {which}. {(week.IsThisWeek ? "That's your week of strength. Nice work." : "That was a full week of strength.")}"
            : $"**{week.Done} of {Team.WeeklyGoal}** {which}.";
    }

    private static string Details(CheckIn checkIn, Shelf shelf)
    {
        var parts = new List<string>();
        if (checkIn.Work.Count > 0) parts.Add(string.Join(", ", checkIn.Work.Select(work => Show(work, shelf))));
        if (checkIn.Minutes is { } minutes) parts.Add(minutes == 1 ? "1 minute" : $"{minutes} minutes");
        if (checkIn.Effort is { } effort) parts.Add($"effort {effort} of 10");
        return string.Join(" · ", parts);
    }

    private static string Show(Work work, Shelf shelf)
    {
        var name = shelf.NameOf(work.ExerciseId);
        var dose = (work.Sets, work.Reps, work.Seconds) switch
        {
            ({ } sets, { } reps, _) => $" {sets}×{reps}",
            ({ } sets, _, { } seconds) => $" {sets}×{seconds} s",
            ({ } sets, _, _) => $" {sets} {(sets == 1 ? "set" : "sets")}",
            _ => "",
        };
        return name + dose + (work.PerSide ? " each side" : "");
    }

    private static bool Same(CheckIn before, CheckIn after) =>
        before.Effort == after.Effort && before.Minutes == after.Minutes && before.Work.SequenceEqual(after.Work);
}
