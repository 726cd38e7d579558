using CoachBot.Exercises;
using CoachBot.Exercises.Shelves;
using CoachBot.Language;
using CoachBot.TeamExercises;
using CoachBot.Tests.Exercises;

namespace CoachBot.Tests.TeamExercises;

public sealed class TeamExerciseTextTests
{
    private static readonly Exercise Step = Shelves.Own("Hill step-up", 1, after: "split-squat");
    private static readonly Exercise High = Shelves.Own("High step-up", 2, after: "own-1");
    private static readonly Exercise Gone = Shelves.Own("Old step-up", 3, retired: true);
    private static readonly TeamExerciseWords Words = TeamExerciseWords.In(Locale.English);
    private static readonly Shelf Shelf = Shelves.With(Step, High, Gone);

    private static TeamExerciseText Text(string name = "Wall sit") =>
        new() { Name = name, Level = Level.Basic, Steps = ["Sit."], Cues = ["Tall"], Dose = "2 x 20 s" };

    [Fact]
    public void AWholeTextHasNoProblem() => Assert.Null(Text().Problem(Shelf, null, Words));

    [Theory]
    [InlineData("Glute Bridge")]
    [InlineData("clams")]
    [InlineData("front-planks")]
    [InlineData("sqaut")]
    public void TheLibrarysNamesAreNeverTaken(string name) =>
        Assert.StartsWith("The library already has", Text(name).Problem(Shelf, null, Words), StringComparison.Ordinal);

    [Fact]
    public void ANameThatReadsLikeAnotherOfTheTeamIsRefusedButNotItsOwn()
    {
        Assert.Contains("already has “Hill step-up”", Text("hill stepups").Problem(Shelf, null, Words), StringComparison.Ordinal);
        Assert.Null(Text("hill stepups").Problem(Shelf, Step, Words));
        Assert.Null(Text("Old step-up").Problem(Shelf, null, Words));
    }

    [Fact]
    public void ALadderNeverGoesRoundInACircle()
    {
        Assert.Contains("circle", (Text("Hill step-up") with { After = "own-2" }).Problem(Shelf, Step, Words), StringComparison.Ordinal);
        Assert.Contains("circle", (Text("Hill step-up") with { After = "own-1" }).Problem(Shelf, Step, Words), StringComparison.Ordinal);
        Assert.Null((Text("Hill step-up") with { After = "reverse-lunge" }).Problem(Shelf, Step, Words));
    }

    [Theory]
    [InlineData("2 x 20 s", "Seconds")]
    [InlineData("3x45sec", "Seconds")]
    [InlineData("2 minutes", "Seconds")]
    [InlineData("2 x 8 reps per side", "Reps")]
    [InlineData("2 sets of 8", "Reps")]
    public void TheDoseSaysWhetherItIsHeld(string dose, string type) => Assert.Equal(type, (Text() with { Dose = dose }).DoseType.ToString());

    [Fact]
    public void LinesLoseTheirOwnNumbersAndWhatIsInvisible() =>
        Assert.Equal(["Stand.", "Step up.", "3 s down"], TeamExerciseText.Lines("1. Stand.\r\n\n - \u202EStep up.\n3 s down\u0000"));

    [Fact]
    public void ATeamsOwnStandsBehindTheLibraryOnTheLadder()
    {
        Assert.Equal("split-squat", Shelf.Easier(Step)!.Id);
        Assert.Equal("own-2", Shelf.Harder(Step)!.Id);
        Assert.Equal("reverse-lunge", Shelf.Harder(Shelves.Get("split-squat"))!.Id);
        Assert.Equal("own-9", Shelves.With(Shelves.Own("Heavy one", 9, after: "barbell-deadlift")).Harder(Shelves.Get("barbell-deadlift"))!.Id);
    }

    [Fact]
    public void ARetiredOneIsNamedButNotOffered()
    {
        Assert.Equal("Old step-up", Shelf.NameOf("own-3"));
        Assert.NotEqual("own-3", Shelf.Search.Find("old step-up")?.Id);
        Assert.DoesNotContain(Gone, Shelf.Exercises);
        Assert.Equal("own-7", Shelves.Core.NameOf("own-7"));
    }

    [Fact]
    public void ATeamsOwnNeverChangesWhatTheLibrarysNamesOpen()
    {
        var crowded = Shelves.With([.. Enumerable.Range(1, 50).Select(i => Shelves.Own($"Squat bridge plank {(char)('a' + (i % 26))}{i}", i))]);
        Assert.All(Shelves.Core.Exercises, e => Assert.Same(e, crowded.Search.Find(e.Name)));
    }

    [Theory]
    [InlineData("90/90 hip switch")]
    [InlineData("4-way hip swing")]
    [InlineData("5-10-5 steps")]
    public void ANumberInANameIsNoDose(string name) => Assert.Null(Text(name).Problem(Shelf, null, Words));

    [Theory]
    [InlineData("Wall sit 3x12")]
    [InlineData("Wall sit 30 s")]
    [InlineData("10 reps wall sit")]
    [InlineData("Wall sit 12")]
    public void ADoseIsLeftOutOfTheName(string name) => Assert.Contains("out of the name", Text(name).Problem(Shelf, null, Words), StringComparison.Ordinal);

    [Theory]
    [InlineData("\u3164\u3164\u3164\u3164")]
    [InlineData("Wall\u3164sit")]
    [InlineData("\u2800\u2800\u2800")]
    [InlineData("\u115F\u1160\uFFA0")]
    [InlineData("Wall sit\uFE0F")]
    public void ANameThatNobodyCanSeeIsRefused(string name) =>
        Assert.Contains("nobody can see", Text(name).Problem(Shelf, null, Words), StringComparison.Ordinal);

    [Fact]
    public void ALineThatNobodyCanSeeIsNone() => Assert.Empty(TeamExerciseText.Lines("\u3164\n\u2800 \u2800\n\uFE0F"));

    [Fact]
    public void ALongCueIsRefusedWithItsLengthAndNotCut() =>
        Assert.Contains(
            "has 5000 characters, and 100 fit", (Text() with { Cues = [new string('c', 5000)] }).Problem(Shelf, null, Words), StringComparison.Ordinal);

    [Fact]
    public void ABasicExerciseNeverComesAfterAnAdvancedOne()
    {
        Assert.Contains("is advanced", (Text() with { After = "goblet-squat" }).Problem(Shelf, null, Words), StringComparison.Ordinal);
        Assert.Null((Text() with { After = "goblet-squat", Level = Level.Advanced }).Problem(Shelf, null, Words));
        // Nor does it come to stand there when the one below becomes advanced.
        Assert.Contains(
            "is basic", (Text("Hill step-up") with { After = "split-squat", Level = Level.Advanced }).Problem(Shelf, Step, Words), StringComparison.Ordinal);
        // A retired one is stepped over.
        var gap = Shelves.With(Shelves.Own("Loaded step", 1, "goblet-squat", level: Level.Advanced), Shelves.Own("Gone", 2, "own-1", retired: true));
        Assert.Contains("Loaded step", (Text() with { After = "own-2" }).Problem(gap, null, Words), StringComparison.Ordinal);
    }
}
