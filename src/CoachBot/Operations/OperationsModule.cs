using NodaTime;
using Quartz;

namespace CoachBot.Operations;

internal static class OperationsModule
{
    private static readonly TimeSpan Nightly = TimeSpan.FromHours(24);
    private static readonly TimeSpan Often = TimeSpan.FromMinutes(10);

    // A start has enough to do.
    private static readonly Duration First = Duration.FromMinutes(1);

    public static void AddPruning(this IQuartzBuilder quartz, TimeProvider time)
    {
        var first = (time.Now() + First).ToMoment();
        quartz.ScheduleJob<PruneJob>(trigger => trigger
            .WithIdentity("prune").StartAt(first).WithSimpleSchedule(every => every.WithInterval(Nightly).RepeatForever()));
        quartz.ScheduleJob<ForgetCallsJob>(trigger => trigger
            .WithIdentity("forget-calls").StartAt(first).WithSimpleSchedule(every => every.WithInterval(Often).RepeatForever()));
    }
}
