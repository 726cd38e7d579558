using Microsoft.Extensions.Hosting;

namespace CoachBot.Exercises;

/// <summary>
/// Draws the cards once everything has started, in teaching order, so that the first who asks does not wait for a drawing. Who asks meanwhile waits for
/// their own picture only. Films and faults, asked for less, are still drawn when somebody wants one.
/// </summary>
internal sealed class DrawAhead(Catalogue catalogue, ExercisePictures pictures, IHostApplicationLifetime lifetime, ILogger<DrawAhead> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        try
        {
            // One thread of its own, whose time nobody waits for.
            await Task.Factory.StartNew(() => Draw(catalogue.Exercises, pictures, stoppingToken), stoppingToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
        catch (Exception problem) when (problem is DllNotFoundException or TypeInitializationException)
        {
            log.LogWarning(problem, "Pictures cannot be drawn on this machine");
        }
    }

    public static void Draw(IEnumerable<Exercise> exercises, ExercisePictures pictures, CancellationToken ct)
    {
        foreach (var exercise in exercises)
        {
            if (ct.IsCancellationRequested) return;
            pictures.Card(exercise);
        }
    }
}
