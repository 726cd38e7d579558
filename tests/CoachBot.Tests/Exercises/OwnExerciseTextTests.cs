using CoachBot.Exercises;
using CoachBot.Exercises.Own;

namespace CoachBot.Tests.Exercises;

public sealed class OwnExerciseTextTests
{
    private static readonly OwnExercise Step = Shelves.Own("Hill step-up", 1, after: "split-squat");
    private static readonly OwnExercise High = Shelves.Own("High step-up", 2, after: "own-1");
    private static readonly OwnExercise Gone = Shelves.Own("Old step-up", 3, retired: true);
    private static readonly Shelf Shelf = Shelves.With(Step, High, Gone);

    private static OwnExerciseText Text(string name = "Wall sit") => new() { Name = name, Level = Level.Basic, Steps = ["Sit."], Cues = ["Tall"], Dose = "2 x 20 s" };

    [Fact]
    public void AWholeTextHasNoProblem() => Assert.Null(Text().Problem(Shelf, null));

    [Theory]
    [InlineData("Glute Bridge")]
    [InlineData("clams")]
    [InlineData("front-planks")]
    [InlineData("sqaut")]
    public void TheLibrarysNamesAreNeverTaken(string name) => Assert.StartsWith("The library already has", Text(name).Problem(Shelf, null), StringComparison.Ordinal);

    [Fact]
    public void ANameThatReadsLikeAnotherOfTheTeamIsRefusedButNotItsOwn()
    {
        Assert.Contains("already has “Hill step-up”", Text("hill stepups").Problem(Shelf, null), StringComparison.Ordinal);
        Assert.Null(Text("hill stepups").Problem(Shelf, Step));
        Assert.Null(Text("Old step-up").Problem(Shelf, null));
    }

    [Fact]
    public void ALadderNeverGoesRoundInACircle()
    {
        Assert.Contains("circle", (Text("Hill step-up") with { After = "own-2" }).Problem(Shelf, Step), StringComparison.Ordinal);
        Assert.Contains("circle", (Text("Hill step-up") with { After = "own-1" }).Problem(Shelf, Step), StringComparison.Ordinal);
        Assert.Null((Text("Hill step-up") with { After = "reverse-lunge" }).Problem(Shelf, Step));
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
        Assert.Equal(["Stand.", "Step up.", "3 s down"], OwnExerciseText.Lines("1. Stand.\r\n\n - \u202EStep up.\n3 s down\u0000"));

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
        Assert.All(Shelves.Catalogue.Exercises, e => Assert.Same(e, crowded.Search.Find(e.Name)));
    }
}
