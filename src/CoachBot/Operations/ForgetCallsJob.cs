using CoachBot.Storage;
using Quartz;

namespace CoachBot.Operations;

/// <summary>Forgets the calls that cannot come again: once a night would be too seldom for what one person can call in a day.</summary>
[DisallowConcurrentExecution]
internal sealed class ForgetCallsJob(Database database, SeenCalls calls, TimeProvider time) : IJob
{
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var now = time.Now();
        return new ValueTask(database.WriteAsync(sql => calls.Prune(sql, now), cancellationToken));
    }
}
