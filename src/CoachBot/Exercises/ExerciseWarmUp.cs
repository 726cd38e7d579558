using Microsoft.Extensions.Hosting;

namespace CoachBot.Exercises;

/// <summary>Makes the first look-up as quick as the next one: the search index and the drawing library take a moment the first time.</summary>
internal sealed class ExerciseWarmUp(Catalogue catalogue, ExerciseSearch search, ExercisePictures pictures) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(
        () =>
        {
            search.Suggest(catalogue.Exercises[0].Name, 1);
            pictures.Card(catalogue.Exercises[0]);
        },
        stoppingToken);
}
