using CoachBot.Chat;
using CoachBot.Exercises.Search;
using Microsoft.Extensions.Hosting;

namespace CoachBot.Exercises;

/// <summary>Makes the first look-up as quick as the next one: the drawing library, a search and the way of an answer take a moment the first time.</summary>
/// <param name="warm">What <see cref="BeginAsync"/> began.</param>
internal sealed class ExerciseWarmUp(Task warm, Catalogue catalogue, IChatPlatform platform, ILogger<ExerciseWarmUp> log) : BackgroundService
{
    /// <summary>What needs nothing of the rest of the program, beside all else that starts.</summary>
    /// <param name="before">What it waits for, however that ends.</param>
    public static async Task BeginAsync(Task before, Catalogue catalogue, ExercisePictures pictures)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        pictures.Card(catalogue.Exercises[0]);
        // With a letter wrong, so that the whole way of a search has been walked once.
        new ExerciseSearch(catalogue.Index).Suggest(catalogue.Exercises[0].Name[1..], 1);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await warm;
            await platform.RehearseAsync("exercise", new("name", catalogue.Exercises[0].Name), stoppingToken);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            // A bot whose pictures cannot be drawn, or whose database is held just now, still reminds its teams.
            log.LogWarning(problem, "The first look-up could not be rehearsed, so it may take longer");
        }
    }
}
