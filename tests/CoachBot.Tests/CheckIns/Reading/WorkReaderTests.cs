using System.Runtime.CompilerServices;
using CoachBot.CheckIns.Reading;
using CoachBot.Exercises;
using CoachBot.Exercises.Shelves;
using CoachBot.Tests.Exercises;
using FsCheck.Xunit;

namespace CoachBot.Tests.CheckIns.Reading;

public sealed class WorkReaderTests
{
    /// <summary>A team whose own exercises have numbers and separators in their names.</summary>
    private static readonly Shelf Shelf = Shelves.With(
        Shelves.Own("90/90 hip switch"), Shelves.Own("Step up and over", 2), Shelves.Own("Clean + press", 3));

    private static IReadOnlyList<string[]> Examples([CallerFilePath] string here = "") =>
    [
        .. File.ReadLines(Path.Combine(Path.GetDirectoryName(here)!, "work-examples.tsv"))
            .Where(line => line.Length > 0 && line[0] != '%').Select(line => line.Split('\t')),
    ];

    [Fact]
    public void EveryExampleOfTheTableIsReadAsItSays()
    {
        var examples = Examples();
        Assert.True(examples.Count >= 400, $"{examples.Count} examples");
        var wrong = examples.Select(example =>
            (Typed: example[0], Wanted: example[1],
            Read: WorkText.Of(WorkReader.Read(example[0].Replace("\\n", "\n", StringComparison.Ordinal), Shelf))))
            .Where(example => example.Read != example.Wanted)
            .Select(example => $"{example.Typed}\n  wanted {example.Wanted}\n  read   {example.Read}");
        Assert.Equal([], wrong);
    }

    [Fact]
    public void NoNumberOfTheTableIsLost()
    {
        // Labels of a list ("A1", "1.") were nothing that was done.
        var lost = Examples().Select(example => example[0].Replace("\\n", "\n", StringComparison.Ordinal))
            .Where(typed => !typed.Contains("90", StringComparison.Ordinal) && !char.IsAsciiLetterUpper(typed[0])
                && typed[0] is not '(' and not '#' and not '①' and not '1')
            .Where(typed => !typed.Contains("kettlebell)", StringComparison.Ordinal) && !typed.Contains("leg", StringComparison.Ordinal)
                && !typed.Contains("way", StringComparison.Ordinal))
            .Where(typed => !typed.Contains('½', StringComparison.Ordinal) && !typed.Contains("half", StringComparison.Ordinal)
                && !typed.Contains("1/2", StringComparison.Ordinal) && !typed.Contains(".5 min", StringComparison.Ordinal)
                && !typed.Contains(",5 min", StringComparison.Ordinal))
            .Where(typed => Accounting.Missing(typed, WorkReader.Read(typed, Shelf)).Count > 0);
        Assert.Equal([], lost);
    }

    [Property(MaxTest = 5000)]
    public void EveryWorkIsReadBackAsItWasWritten(int seed)
    {
        var (work, text) = new AnyWork(new Random(seed)).Next();
        Assert.Equal($"{text}\n{string.Join("; ", work.Select(WorkText.Of))}",
            $"{text}\n{WorkText.Of(WorkReader.Read(text, Shelves.Core))}");
    }

    [Fact]
    public void NoAcceptedTextHasANumberThatIsNotAccountedFor()
    {
        const int Texts = 4000;
        var accepted = 0;
        var lost = new List<string>();
        for (var seed = 0; seed < Texts; seed++)
        {
            var text = new AnyText(new Random(seed)).Next();
            var read = WorkReader.Read(text, Shelves.Core);
            if (read.Work.Count > 0) accepted++;
            if (Accounting.Missing(text, read) is { Count: > 0 } missing) lost
                .Add($"{text}\n  {WorkText.Of(read)}\n  lost {string.Join(", ", missing)}");
        }
        TestContext.Current.TestOutputHelper?
            .WriteLine($"{Texts} texts, {accepted} with something to log, {lost.Count} with a number lost");
        Assert.InRange(accepted, Texts / 10, Texts);
        Assert.Equal([], lost);
    }

    [Property(MaxTest = 2000)]
    public void AnythingAtAllCanBeTyped(string? text) => WorkReader.Read(text ?? "", Shelves.Core);

    [Fact]
    public void AnUnknownExerciseComesWithTheNearest()
    {
        var part = Assert.Single(WorkReader.Read("jump squat 3x10", Shelves.Core).Unread);
        Assert.Equal(WhyUnread.UnknownExercise, part.Why);
        Assert.InRange(part.Nearest.Count, 1, 3);
    }

    [Fact]
    public void MoreThanACheckInHoldsIsSaidNotToBeKept()
    {
        var read = WorkReader.Read(string
            .Join(", ", Enumerable.Range(5, WorkReader.MostRows + 3).Select(reps => $"squat 3x{reps}, plank 3x{reps}")), Shelves.Core);
        Assert.True(read.Work.Count <= WorkReader.MostRows);
        Assert.Contains(read.Unread, part => part.Why == WhyUnread.TooMuch);
    }

    [Theory]
    [InlineData("squat ３ｘ１２")]
    [InlineData("squat ٣x١٢")]
    [InlineData("squat ३×१२")]
    [InlineData("squat 𝟑х𝟏𝟐")]
    public void TheDigitsOfEveryScriptCount(string typed) =>
        Assert.Equal("bodyweight-squat 3x12", WorkText.Of(WorkReader.Read(typed, Shelves.Core)));
}
