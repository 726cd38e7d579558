using Quartz;

namespace CoachBot.Operations;

internal static class OperationsModule
{
    private static readonly TimeSpan Daily = TimeSpan.FromHours(24);

    public static void AddPruning(this IQuartzBuilder quartz) => quartz.ScheduleJob<PruneJob>(trigger => trigger
        .WithIdentity("prune").WithSimpleSchedule(every => every.WithInterval(Daily).RepeatForever()));
}
