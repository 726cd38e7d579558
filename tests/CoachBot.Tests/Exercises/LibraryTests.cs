using CoachBot.Exercises;
using CoachBot.Exercises.Own;
using CoachBot.Runtime;

namespace CoachBot.Tests.Exercises;

public sealed class LibraryTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ATeamsShelfIsReadOnceAndOnlyThatTeams()
    {
        var asked = new List<ulong>();
        var library = new Library(Shelves.Catalogue, (team, _) =>
        {
            asked.Add(team.Value);
            return Task.FromResult<IReadOnlyList<OwnExercise>>(team.Value == 1 ? [Shelves.Own("Hill step-up")] : []);
        });
        Assert.Equal("own-1", (await library.OfAsync(new TeamId(1), Ct)).Search.Find("hill stepup")?.Id);
        Assert.Same(await library.OfAsync(new TeamId(1), Ct), await library.OfAsync(new TeamId(1), Ct));
        Assert.Same(library.Core, await library.OfAsync(new TeamId(2), Ct));
        Assert.Same(library.Core, await library.OfAsync(null, Ct));
        Assert.Null((await library.OfAsync(new TeamId(2), Ct)).Find("own-1"));
        Assert.Equal([1ul, 2ul], asked);
    }

    [Fact]
    public async Task WhatWasReadBeforeAChangeIsNotKeptAfterIt()
    {
        var first = new TaskCompletionSource<IReadOnlyList<OwnExercise>>(TaskCreationOptions.RunContinuationsAsynchronously);
        var reads = 0;
        var library = new Library(Shelves.Catalogue, (_, _) => Interlocked.Increment(ref reads) == 1 ? first.Task : Task.FromResult<IReadOnlyList<OwnExercise>>([Shelves.Own("Hill step-up")]));
        var slow = library.OfAsync(new TeamId(1), Ct).AsTask();
        library.Forget(new TeamId(1));
        first.SetResult([]);
        Assert.Same(library.Core, await slow);
        Assert.NotNull((await library.OfAsync(new TeamId(1), Ct)).Find("own-1"));
    }

    [Fact]
    public async Task AReadThatFailedIsTriedAgain()
    {
        var reads = 0;
        var library = new Library(Shelves.Catalogue, (_, _) => ++reads == 1 ? throw new InvalidOperationException("boom") : Task.FromResult<IReadOnlyList<OwnExercise>>([]));
        await Assert.ThrowsAsync<InvalidOperationException>(() => library.OfAsync(new TeamId(1), Ct).AsTask());
        Assert.Same(library.Core, await library.OfAsync(new TeamId(1), Ct));
    }
}
