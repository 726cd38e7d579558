using CoachBot.Storage;
using CoachBot.Teams;
using Quartz;

namespace CoachBot.Operations;

/// <summary>Deletes each day what is no longer needed: each room says what that is.</summary>
[DisallowConcurrentExecution]
internal sealed class PruneJob(Database database, IEnumerable<ITeamData> rooms, Erasure erasure, TimeProvider time) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var now = time.Now();
        foreach (var room in rooms) await database.WriteAsync(sql => room.Prune(sql, now), cancellationToken);
        await erasure.EraseAsync(cancellationToken);
    }
}
