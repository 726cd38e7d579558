using NodaTime;
using Quartz;

namespace CoachBot.StrengthDays;

/// <summary>
/// Claims what is due. It is woken at the earliest due instant, and every 30 seconds as a safety net: the tables are the truth, a lost
/// or doubled wake-up changes nothing.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class ReminderSweepJob(ReminderStore outbox, StrengthDayStore days, TimeProvider time) : IJob
{
    public static readonly JobKey Key = new("reminder-sweep");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        await outbox.ClaimDueAsync(time.Now(), ReminderSender.Window, cancellationToken);
        var due = await days.EarliestDueAsync(cancellationToken);
        // A scheduler that is shutting down takes nothing more; what was claimed is sent after the next start.
        if (await context.Scheduler.GetStatus(cancellationToken) != SchedulerStatus.Running) return;
        await ReminderAlarm.SetAsync(context.Scheduler, due, cancellationToken);
        await context.Scheduler.TriggerJob(ReminderSendJob.Key, cancellationToken);
    }
}

/// <summary>Sends what was claimed, and what an earlier try left over.</summary>
[DisallowConcurrentExecution]
internal sealed class ReminderSendJob(ReminderSender sender) : IJob
{
    public static readonly JobKey Key = new("reminder-send");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await sender.SendAsync(cancellationToken);
}

/// <summary>The trigger that wakes the sweep at the earliest due instant.</summary>
internal sealed class ReminderAlarm(ISchedulerFactory schedulers)
{
    private static readonly TriggerKey Key = new("next-reminder");

    public async Task SetAsync(Instant? due, CancellationToken ct) => await SetAsync(await schedulers.GetScheduler(ct), due, ct);

    public static async Task SetAsync(IScheduler scheduler, Instant? due, CancellationToken ct)
    {
        if (due is null)
        {
            await scheduler.UnscheduleJob(Key, ct);
            return;
        }
        var trigger = TriggerBuilder.Create().WithIdentity(Key).ForJob(ReminderSweepJob.Key).StartAt(due.Value.ToMoment()).Build();
        await scheduler.ScheduleTrigger(trigger, TriggerConflict.Replace, ct);
    }
}
