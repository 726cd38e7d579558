using Microsoft.Extensions.Hosting;

namespace CoachBot.Exercises;

/// <summary>Makes the first look-up as quick as the next one: the search index and the drawing library take a moment the first time.</summary>
internal sealed class ExerciseWarmUp(Catalogue catalogue, Library library, ExercisePictures pictures) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(
        () =>
        {
            // With a letter wrong, so that the whole way of a search has been walked once.
            library.Core.Search.Suggest(catalogue.Exercises[0].Name[1..], 1);
            pictures.Card(catalogue.Exercises[0]);
        },
        stoppingToken);
}
