using NodaTime;
using Quartz;

namespace CoachBot.Operations;

internal static class OperationsModule
{
    private static readonly TimeSpan Daily = TimeSpan.FromHours(24);

    // A start has enough to do.
    private static readonly Duration First = Duration.FromMinutes(1);

    public static void AddPruning(this IQuartzBuilder quartz, TimeProvider time) => quartz.ScheduleJob<PruneJob>(trigger => trigger
        .WithIdentity("prune").StartAt((time.Now() + First).ToMoment()).WithSimpleSchedule(every => every.WithInterval(Daily).RepeatForever()));
}
