using CoachBot.Chat;
using CoachBot.Exercises;
using Microsoft.Extensions.Logging.Abstractions;

namespace CoachBot.Tests.Exercises;

public sealed class ExerciseWarmUpTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>A service that fails stops the whole bot, and a rehearsal is no reason for that.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ARehearsalThatFailsStopsNothing(bool drawing)
    {
        var stage = new EmptyStage();
        using var warmUp = new ExerciseWarmUp(drawing ? Task.FromException(new DllNotFoundException()) : Task.CompletedTask, new Catalogue(), stage, NullLogger<ExerciseWarmUp>.Instance);
        await warmUp.StartAsync(Ct);
        await warmUp.ExecuteTask!;
        Assert.Equal(drawing ? 0 : 1, stage.Rehearsals);
    }

    /// <summary>Whoever opens the database hears why it failed, and is not to hear it from the warm-up.</summary>
    [Fact]
    public async Task ItDoesNotCareHowWhatItWaitsForEnds() =>
        await ExerciseWarmUp.BeginAsync(Task.FromException(new InvalidOperationException()), new Catalogue(), new ExercisePictures());

    private sealed class EmptyStage : IChatPlatform
    {
        public int Rehearsals { get; private set; }

        public bool IsReady => false;

        public Task<PostResult> PostAsync(Post post, CancellationToken ct) => throw new NotSupportedException();

        public Task RehearseAsync(string command, KeyValuePair<string, object?> option, CancellationToken ct)
        {
            Rehearsals++;
            throw new InvalidOperationException();
        }
    }
}
