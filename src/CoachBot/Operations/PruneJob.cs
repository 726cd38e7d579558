using CoachBot.Chat;
using CoachBot.Exercises.Own;
using CoachBot.Storage;
using NodaTime;
using Quartz;

namespace CoachBot.Operations;

/// <summary>Deletes each day what is no longer needed.</summary>
[DisallowConcurrentExecution]
internal sealed class PruneJob(Database database, Membership membership, TimeProvider time) : IJob
{
    // A call is delivered again within minutes or never; an undo is offered for as long as a day can be logged.
    private static readonly Duration Calls = Duration.FromHours(24);
    private static readonly Duration Changes = Duration.FromDays(30);
    private static readonly Duration Reminders = Duration.FromDays(90);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var now = time.Now();
        await database.WriteAsync(
            sql =>
            {
                sql.Execute("delete from seen_interactions where seen_at < @before", new { before = now - Calls });
                sql.Execute("delete from check_in_changes where changed_at < @before", new { before = now - Changes });
                OwnExerciseStore.PruneImports(sql, now);
                sql.Execute("delete from reminders where state <> 'pending' and due_at < @before", new { before = now - Reminders });
            },
            cancellationToken);
        await membership.EraseAsync(cancellationToken);
    }
}
