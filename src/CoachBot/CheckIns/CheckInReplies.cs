using CoachBot.Chat.Saying;
using CoachBot.CheckIns.Reading;
using CoachBot.Exercises;
using CoachBot.Exercises.Shelves;
using CoachBot.Runtime;
using NodaTime;

namespace CoachBot.CheckIns;

internal static class CheckInReplies
{
    /// <summary>Of a long list, so many are named.</summary>
    private const int MostShown = 15;

    /// <summary>What the parts of an answer may take of the 2000 characters that a message has.</summary>
    private const int RoomForDetails = 500;
    private const int RoomForNames = 150;
    private const int RoomForLeftOut = 300;
    private const int RoomForUnread = 480;

    public static Reply Logged(SavedCheckIn saved, ReadWork read, Week week, UserId athlete, Shelf shelf, CheckInWords words)
    {
        var first = saved.Before switch
        {
            null => words.Logged(week.Day, week.Today),
            var before when IsSame(before, saved.CheckIn) => words.LoggedBefore(week.Day, week.Today),
            _ => words.Updated(week.Day, week.Today),
        };
        return new Reply
        {
            Text = Lines(
            [
                first,
                Details(saved.CheckIn, shelf, words),
                .. Changed(saved, read, shelf, words),
                .. LeftOut(read, words),
                Unread(read, words),
                words.Week(week),
                saved.IsNextToAnother ? words.DaysInARow : "",
            ]),
            Buttons = [Undo(saved, athlete, words)],
        };
    }

    /// <summary>Under the answer to somebody in trouble: that the exercises are logged, and not a word of the rest.</summary>
    public static Reply BesideHelp(Reply help, SavedCheckIn saved, LocalDate today, UserId athlete, Shelf shelf, CheckInWords words) =>
        help with
        {
            Text = words.LoggedBesideHelp(saved.CheckIn.Day, today, Details(saved.CheckIn, shelf, words)),
            Card = help.Card is { } card ? card with { Footer = words.OnlyTheExercisesAreKept } : null,
            Buttons = [.. help.Buttons, Undo(saved, athlete, words)],
        };

    private static Button Undo(SavedCheckIn saved, UserId athlete, CheckInWords words) =>
        new(words.Undo, CheckInActions.Undo, saved.ChangeId.ToString("x")) { Owner = athlete };

    public static Reply Undone(CheckIn? left, Week week, Shelf shelf, CheckInWords words) => new()
    {
        Text = Lines([words.Undone(left is null, week.Day, week.Today), left is null ? ""
            : Details(left, shelf, words), words.Week(week)]),
        Replaces = true,
    };

    /// <summary>What a second check-in of the day did to the exercises of the first.</summary>
    private static IEnumerable<string> Changed(SavedCheckIn saved, ReadWork read, Shelf shelf, CheckInWords words)
    {
        if (saved.Before is not { Work.Count: > 0 } before || read.Work.Count == 0) yield break;
        var typed = read.Work.Select(work => work.ExerciseId).Distinct().ToLookup(id => before.Work.Any(work => work.ExerciseId == id));
        if (typed[false].Any()) yield return words.Added(Names(typed[false], shelf, words));
        if (typed[true].Any()) yield return words.Replaced(Names(typed[true], shelf, words));
    }

    /// <summary>As many parts as there is room for; how many more there are is said.</summary>
    private static string Unread(ReadWork read, CheckInWords words)
    {
        var lines = read.Unread.Select(words.Unread).ToList();
        var shown = 0;
        for (var length = 0; shown < lines.Count
            && (shown == 0 || length + lines[shown].Length < RoomForUnread); shown++) length += lines[shown].Length + 1;
        return Lines([.. lines.Take(shown), shown < lines.Count ? words.MoreUnread(lines.Count - shown) : ""]);
    }

    private static string Names(IEnumerable<string> ids, Shelf shelf, CheckInWords words)
    {
        var names = ids.Select(shelf.NameOf).ToList();
        return Markup.Shorten(string.Join(", ", names.Take(MostShown)) + (names.Count > MostShown
            ? words.AndMore(names.Count - MostShown) : ""), RoomForNames);
    }

    private static IEnumerable<string> LeftOut(ReadWork read, CheckInWords words)
    {
        if (read.LeftOut.Count == 0) yield break;
        var parts = read.LeftOut.Select(words.Part).Distinct().ToList();
        yield return words.LeftOut(Markup
            .Shorten(string.Join(", ", parts.Take(MostShown)) + (parts.Count > MostShown ? words.AndMore(parts.Count - MostShown) : ""),
            RoomForLeftOut));
    }

    private static string Details(CheckIn checkIn, Shelf shelf, CheckInWords words)
    {
        var exercises = checkIn.Work.GroupBy(work => work.ExerciseId)
            .Select(rows => $"{shelf.NameOf(rows.Key)} {words.Amounts([.. rows])}".TrimEnd()).ToList();
        var parts = new List<string>();
        if (exercises.Count > 0)
            parts.Add(Markup.Shorten(string
                .Join(", ", exercises.Take(MostShown)) + (exercises.Count > MostShown ? words.AndMore(exercises.Count - MostShown) : ""),
                RoomForDetails));
        if (checkIn.Minutes is { } minutes) parts.Add(words.Minutes(minutes));
        if (checkIn.Effort is { } effort) parts.Add(words.Effort(effort));
        return string.Join(" · ", parts);
    }

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines.Where(line => line.Length > 0));

    private static bool IsSame(CheckIn before, CheckIn after) =>
        before.Effort == after.Effort && before.Minutes == after.Minutes && before.Work.SequenceEqual(after.Work);
}
