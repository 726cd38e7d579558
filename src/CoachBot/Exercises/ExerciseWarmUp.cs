using CoachBot.Exercises.Search;
using Microsoft.Extensions.Hosting;

namespace CoachBot.Exercises;

/// <summary>
/// Makes the first look-up as quick as the next one: the drawing library and a search take a moment the first time. It needs nothing of the
/// rest of the program, so it begins at once, beside all else that starts.
/// </summary>
internal sealed class ExerciseWarmUp(Catalogue catalogue, ExercisePictures pictures) : BackgroundService
{
    private readonly Task warm = Task.Run(() =>
    {
        pictures.Card(catalogue.Exercises[0]);
        // With a letter wrong, so that the whole way of a search has been walked once.
        new ExerciseSearch(catalogue.Index).Suggest(catalogue.Exercises[0].Name[1..], 1);
    });

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => warm;
}
