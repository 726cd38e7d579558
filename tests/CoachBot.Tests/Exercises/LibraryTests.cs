using CoachBot.Exercises;
using CoachBot.Exercises.Shelves;
using CoachBot.Runtime;

namespace CoachBot.Tests.Exercises;

public sealed class LibraryTests
{
    private static readonly TeamId One = new(1);
    private static readonly TeamId Two = new(2);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ATeamsShelfIsReadOnceAndOnlyThatTeams()
    {
        var asked = new List<TeamId>();
        var library = new Library(Shelves.Catalogue, new Added(team =>
        {
            asked.Add(team);
            return Task.FromResult<IReadOnlyList<Exercise>>(team == One ? [Shelves.Own("Hill step-up")] : []);
        }));
        Assert.Equal("own-1", (await library.OfAsync(One, Ct)).Search.Find("hill stepup")?.Id);
        Assert.Same(await library.OfAsync(One, Ct), await library.OfAsync(One, Ct));
        Assert.Same(library.Core, await library.OfAsync(Two, Ct));
        Assert.Same(library.Core, await library.OfAsync(null, Ct));
        Assert.Null((await library.OfAsync(Two, Ct)).Find("own-1"));
        Assert.Equal([One, Two], asked);
    }

    [Fact]
    public async Task AShelfReadBeforeAChangeIsNotCachedAfterIt()
    {
        var first = new TaskCompletionSource<IReadOnlyList<Exercise>>(TaskCreationOptions.RunContinuationsAsynchronously);
        var reads = 0;
        var library = new Library(Shelves.Catalogue, new Added(_ =>
            Interlocked.Increment(ref reads) == 1 ? first.Task : Task.FromResult<IReadOnlyList<Exercise>>([Shelves.Own("Hill step-up")])));
        var slow = library.OfAsync(One, Ct).AsTask();
        library.Forget(One);
        first.SetResult([]);
        Assert.Same(library.Core, await slow);
        Assert.NotNull((await library.OfAsync(One, Ct)).Find("own-1"));
    }

    [Fact]
    public async Task AReadThatFailedIsTriedAgain()
    {
        var reads = 0;
        var library = new Library(Shelves.Catalogue, new Added(_ =>
            ++reads == 1 ? throw new InvalidOperationException("boom") : Task.FromResult<IReadOnlyList<Exercise>>([])));
        await Assert.ThrowsAsync<InvalidOperationException>(() => library.OfAsync(One, Ct).AsTask());
        Assert.Same(library.Core, await library.OfAsync(One, Ct));
    }

    [Fact]
    public async Task WithoutTheRoomOfTheTeamsExercisesAShelfIsTheCatalogue() =>
        Assert.Same(Shelves.Library.Core, await Shelves.Library.OfAsync(One, Ct));

    [Fact]
    public void ARetiredStepIsSteppedOverSoThatNoneHangsInTheAir()
    {
        var low = Shelves.Own("Low step", 1, after: "split-squat");
        var middle = Shelves.Own("Middle step", 2, after: "own-1", retired: true);
        var high = Shelves.Own("High step", 3, after: "own-2");
        var shelf = Shelves.With(low, middle, high);
        Assert.Same(low, shelf.Easier(high));
        Assert.Same(high, shelf.Harder(low));
        var open = Shelves.With(low with { Retired = true }, middle, high);
        Assert.Equal("split-squat", open.Easier(high)!.Id);
    }

    private sealed class Added(Func<TeamId, Task<IReadOnlyList<Exercise>>> read) : ITeamExercises
    {
        public Task<IReadOnlyList<Exercise>> ListAsync(TeamId team, CancellationToken ct) => read(team);
    }
}
