using NodaTime;
using Quartz;

namespace CoachBot.StrengthDays;

/// <summary>
/// Claims what is due. It is woken at the earliest instant at which there is something to do, and every 30 seconds as a safety net: the
/// tables are the truth, a lost or doubled wake-up changes nothing.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class ReminderSweepJob(ReminderStore outbox, ReminderSender sender, ReminderAlarm alarm, TimeProvider time) : IJob
{
    public static readonly JobKey Key = new("reminder-sweep");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        await outbox.ClaimDueAsync(time.Now(), LateRule.Reminders, cancellationToken);
        // A scheduler that is shutting down takes nothing more; what was claimed is sent after the next start.
        if (await context.Scheduler.GetStatus(cancellationToken) != SchedulerStatus.Running) return;
        await alarm.SetAsync(cancellationToken);
        // Sending may be under way still, held up by a channel that does not answer: then it takes up at once what is new.
        sender.LookAgain();
        await context.Scheduler.TriggerJob(ReminderSendJob.Key, cancellationToken);
    }
}

/// <summary>Sends what was claimed, and what an earlier try left over.</summary>
[DisallowConcurrentExecution]
internal sealed class ReminderSendJob(ReminderSender sender, ReminderAlarm alarm) : IJob
{
    public static readonly JobKey Key = new("reminder-send");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        await sender.SendAsync(cancellationToken);
        if (await context.Scheduler.GetStatus(cancellationToken) == SchedulerStatus.Running) await alarm.SetAsync(cancellationToken);
    }
}

/// <summary>The trigger that wakes the sweep: when the next strength day is due, or the next try of a reminder that could not be posted.</summary>
internal sealed class ReminderAlarm(ISchedulerFactory schedulers, StrengthDayStore days, ReminderStore outbox, TimeProvider time)
{
    private static readonly TriggerKey Key = new("next-reminder");

    public async Task SetAsync(CancellationToken ct)
    {
        var scheduler = await schedulers.GetScheduler(ct);
        var due = await days.EarliestDueAsync(ct);
        var next = await outbox.NextTryAsync(time.Now(), ct);
        var at = due is { } first && next is { } second ? Instant.Min(first, second) : due ?? next;
        if (at is null)
        {
            await scheduler.UnscheduleJob(Key, ct);
            return;
        }
        var trigger = TriggerBuilder.Create().WithIdentity(Key).ForJob(ReminderSweepJob.Key).StartAt(at.Value.ToMoment()).Build();
        await scheduler.ScheduleTrigger(trigger, TriggerConflict.Replace, ct);
    }
}
