using CoachBot.Storage;
using CoachBot.Teams;
using Quartz;

namespace CoachBot.Operations;

/// <summary>Deletes each day what is no longer needed: each room says what that is.</summary>
[DisallowConcurrentExecution]
internal sealed class PruneJob(Database database, IEnumerable<ITeamData> rooms, Erasure erasure, TimeProvider time, ILogger<PruneJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var now = time.Now();
        foreach (var room in rooms) await database.WriteAsync(sql => room.Prune(sql, now), cancellationToken);
        await erasure.EraseAsync(cancellationToken);
        if (!await database.ScrubAsync(cancellationToken))
        {
            log.LogWarning("Another program reads the database, so what was deleted stays in its log file until the next pruning, a day from now");
        }
    }
}
