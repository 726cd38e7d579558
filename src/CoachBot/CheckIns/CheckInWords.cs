using System.Globalization;
using CoachBot.Chat.Saying;
using CoachBot.CheckIns.Reading;
using CoachBot.Language;
using CoachBot.Teams;
using NodaTime;
using NodaTime.Text;

namespace CoachBot.CheckIns;

/// <summary>What this slice says, in English. Another language is a class that overrides it.</summary>
internal class CheckInWords
{
    private static readonly CheckInWords English = new();
    private static readonly LocalDatePattern Shown = LocalDatePattern.CreateWithInvariantCulture("ddd d MMM");

    public static CheckInWords In(Locale locale)
    {
        _ = locale;
        return English;
    }

    public virtual string Command => "Log your strength session: done today, in one step";
    public virtual string EffortOption => "How hard it felt: 1 very easy, 10 all you had";
    public virtual string MinutesOption => "How long it took";
    public virtual string WhatOption => "What you did, such as: squat 3x12, plank 3x45s";
    public virtual string DateOption => "When, if not today: yesterday, or a date up to 14 days back";
    public virtual string Undo => "Undo";
    public virtual string WriteAgain => "Write it again";
    public virtual string WorkFormTitle => "What did you do?";
    public virtual string WorkFormLabel => "Your exercises";
    public virtual string WorkFormExample => "squat 3x12, plank 3x45s, clamshell 2x10 each side";
    public virtual string OutOfDate => "This button is out of date. Type /checkin what: and what you did. Nothing was changed.";
    public virtual string UndoneBefore => "That was undone already, or is too long ago to undo. Nothing changed now.";
    public virtual string TooMuchForADay =>
        $"That would be more than {CheckIn.MostWork} entries for one day, and I can't keep that many. Nothing was changed.";

    public virtual string Date(LocalDate day) => Shown.Format(day);

    public virtual string OfferedDay(LocalDate day, LocalDate today) => Period.DaysBetween(day, today) switch
    {
        0 => $"Today ({Date(day)})",
        1 => $"Yesterday ({Date(day)})",
        _ => Date(day),
    };

    public virtual string NotADay(string typed, LocalDate today) =>
        $"I can't read the day {Markup.Quote(typed)}. Write today, yesterday, 3 days ago, or a date like {Date(today)}. Nothing was logged.";

    public virtual string WhichDay(string typed, LocalDate one, LocalDate other) =>
        $"{Markup.Quote(typed)} could be {Date(one)} or {Date(other)}. Please write it like {Date(one)}. Nothing was logged.";

    public virtual string StillToCome(LocalDate day) => $"{Date(day)} is still to come. Log it once it is done. Nothing was logged.";

    public virtual string TooFarBack(LocalDate day, int most, LocalDate earliest) =>
        $"{Date(day)} is more than {most} days back. The earliest day I can log is {Date(earliest)}. Nothing was logged.";

    public virtual string Logged(LocalDate day, LocalDate today) => "✅ " + Markup.Strong($"Logged: strength done {DayName(day, today)}.");

    public virtual string LoggedBesideHelp(LocalDate day, LocalDate today, string details) =>
        $"Your check-in for {Bare(day, today)} is logged{(details.Length > 0 ? $": {details}" : "")}.";

    /// <summary>Under the answer to somebody in trouble.</summary>
    public virtual string OnlyTheExercisesAreKept => "Only you see this. Of what you typed, only the exercises are kept.";

    public virtual string LoggedBefore(LocalDate day, LocalDate today) =>
        "✅ " + Markup.Strong($"Updated: you had already checked in for {Bare(day, today)}.") + " It counts once.";

    public virtual string Updated(LocalDate day, LocalDate today) =>
        "✅ " + Markup.Strong($"Updated your check-in for {Bare(day, today)}.") + " It counts once.";

    public virtual string Undone(bool nothingLeft, LocalDate day, LocalDate today) => "↩️ " + Markup.Strong("Undone.") + (nothingLeft
        ? $" There is no check-in for {Bare(day, today)} now."
        : $" Your check-in for {Bare(day, today)} is as it was before.");

    public virtual string ChangedSince(LocalDate day) =>
        $"Your check-in for {Date(day)} was changed after this message. Use Undo under the newest one. Nothing changed now.";

    public virtual string Week(Week week)
    {
        var which = week.IsThisWeek ? "this week" : "that week";
        return week.Done switch
        {
            < Team.WeeklyGoal => $"{Markup.Strong($"{week.Done} of {Team.WeeklyGoal}")} {which}.",
            Team.WeeklyGoal =>
                $"{Markup.Strong($"{week.Done} of {Team.WeeklyGoal}")} {which}. "
                + $"{(week.IsThisWeek ? "That's your week of strength. Nice work." : "That was a full week of strength.")}",
            _ => $"{Markup.Strong($"{week.Done} days")} {which}; {Team.WeeklyGoal} make a full week.",
        };
    }

    /// <summary>The catalogue's rule "gap", with the first of its sources.</summary>
    public virtual string DaysInARow =>
        "That is strength on days in a row. Your muscles like a gap: leave about 48 hours between hard sessions for the same muscles.\n"
        + Markup.Small("[Lloyd et al. 2014, International consensus on youth resistance training](https://bjsm.bmj.com/content/48/7/498.long)");

    public virtual string Added(string names) => $"Added: {names}.";

    public virtual string Replaced(string names) => $"Replaced with what you wrote now: {names}.";

    public virtual string LeftOut(string parts) => $"I left out: {parts}.";

    public virtual string Part(LeftOut part) => Markup.Quote(part.Typed) + part.Why switch
    {
        WhyLeftOut.WeightOrEffort => " (a weight or an effort? For a weight, add kg or lb)",
        WhyLeftOut.SetsOrTime => " (sets, seconds or minutes?)",
        WhyLeftOut.WeightRestOrHold => " (a weight, a rest or a hold? For a weight, add kg or lb)",
        WhyLeftOut.NotDone => " (not done)",
        WhyLeftOut.BodyWeight => " (I never keep what somebody weighs)",
        _ => "",
    };

    public virtual string Unread(UnreadPart part) => $"I did not understand {Markup.Quote(part.Typed)}" + part.Why switch
    {
        WhyUnread.UnknownExercise when part.Nearest.Count == 0 => ": it is not in the library.",
        WhyUnread.UnknownExercise => $": which exercise is it? Near it: {string.Join(", ", part.Nearest.Select(Markup.Escape))}.",
        WhyUnread.NoExercise => ": I see numbers and no exercise.",
        WhyUnread.OutOfRange =>
            $": a number is too small or too big (up to {SetsWriter.MostSets} sets, {SetsWriter.MostReps} reps, {SetsWriter.MostSeconds / 60} minutes).",
        WhyUnread.TooMuch => ": that is more than one check-in holds. Log the rest as a second one.",
        _ => ": the numbers can be read in more than one way. Write it like squat 3x12.",
    };

    public virtual string MoreUnread(int count) => $"… and {count} more parts.";

    public virtual string AndMore(int count) => $" and {count} more";

    public virtual string Minutes(int minutes) => minutes == 1 ? "1 minute" : $"{minutes} minutes";

    public virtual string Effort(int effort) => $"effort {effort} of 10";

    /// <summary>How much of one exercise: 3×12 with 20 kg each side; rows that differ one after the other.</summary>
    public virtual string Amounts(IReadOnlyList<Work> rows) => rows switch
    {
        [var one] => (Amount(one) + Behind(one)).Trim(),
        [var first, ..] when rows.All(row => Behind(row) == Behind(first)) =>
            (string.Join(", ", rows.Select(Amount)) + Behind(first)).Trim(),
        _ => string.Join(", ", rows.Select(row => (Amount(row) + Behind(row)).Trim())),
    };

    protected virtual string Amount(Work work)
    {
        var most = work.AsManyAsPossible ? "+" : "";
        var amount = (work.Reps, work.Seconds) switch
        {
            ({ } reps, _) => $"{reps}{(work.RepsTo is { } to ? $"–{to}" : "")}{most}",
            (_, { } seconds) => $"{seconds}{(work.SecondsTo is { } to ? $"–{to}" : "")} s{most}",
            _ => work.AsManyAsPossible ? "as many as possible" : "",
        };
        return (work.Sets, amount) switch
        {
            ({ } sets, "") => sets == 1 ? "1 set" : $"{sets} sets",
            ({ } sets, _) => $"{sets}×{amount}",
            _ => amount,
        };
    }

    protected virtual string Behind(Work work)
    {
        var load = work.Load?.ToString("0.##", CultureInfo.InvariantCulture);
        var pieces = work.LoadPieces is > 1 ? $"{work.LoadPieces}×" : "";
        var weight = work.LoadUnit switch
        {
            LoadUnit.Kilograms => $" with {pieces}{load} kg",
            LoadUnit.Pounds => $" with {pieces}{load} lb",
            LoadUnit.Unnamed => $" with {pieces}{load}",
            LoadUnit.BodyWeight => " with no extra weight",
            _ => "",
        };
        return weight + (work.PerSide ? " each side" : work.OnlySide switch { Side.Left => " left", Side.Right => " right", _ => "" });
    }

    private string DayName(LocalDate day, LocalDate today) => Period.DaysBetween(day, today) switch
    {
        0 => "today, " + Date(day),
        1 => "yesterday, " + Date(day),
        _ => "on " + Date(day),
    };

    private string Bare(LocalDate day, LocalDate today) => Period.DaysBetween(day, today) > 1 ? Date(day) : DayName(day, today);
}
