using Microsoft.Extensions.Hosting;

namespace CoachBot.Exercises.Shelves;

/// <summary>Reads the catalogue and makes its search ready while the program starts, so that the first look-up need not wait for it.</summary>
internal sealed class ReadAhead(Library library) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(() => library.Core, stoppingToken);
}
