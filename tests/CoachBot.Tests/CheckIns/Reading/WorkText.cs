using System.Globalization;
using CoachBot.CheckIns;
using CoachBot.CheckIns.Reading;

namespace CoachBot.Tests.CheckIns.Reading;

/// <summary>What was read, in one line for a table.</summary>
internal static class WorkText
{
    public static string Of(ReadWork read) =>
        string.Join("; ", read.Work.Select(Of))
        + string.Concat(read.LeftOut.Select(left => $" | left {left.Typed}" + (left.Why == WhyLeftOut.NoPlace ? "" : $" ({left.Why})")))
        + string.Concat(read.Unread.Select(part => $" | unread {part.Typed} ({part.Why})"));

    public static string Of(Work work) =>
        work.ExerciseId
        + (work is { Sets: null, Reps: null, Seconds: null, AsManyAsPossible: false } ? "" : $" {work.Sets}x")
        + work.Reps + (work.RepsTo is { } reps ? $"-{reps}" : "")
        + (work.Seconds is { } seconds ? $"{seconds}{(work.SecondsTo is { } to ? $"-{to}" : "")}s" : "")
        + (work.AsManyAsPossible ? "+" : "")
        + (work.LoadUnit is { } unit
            ? " @" + (work.LoadPieces is { } pieces ? $"{pieces}x" : "") + work.Load?
            .ToString("0.##", CultureInfo.InvariantCulture) + Of(unit) : "")
        + (work.PerSide ? " each" : "")
        + (work.OnlySide is { } side ? " " + side.ToString().ToLowerInvariant() : "");

    private static string Of(LoadUnit unit) =>
        unit switch { LoadUnit.Kilograms => "kg", LoadUnit.Pounds => "lb", LoadUnit.BodyWeight => "bw", _ => "" };
}
