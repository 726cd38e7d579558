using System.Collections.Concurrent;
using System.Globalization;

namespace CoachBot.Discord.Tests.Chaos;

/// <summary>
/// Random schedules over real sockets, and what must hold in all of them: one effect and one answer per interaction
/// (row A24), no session resumed that was forgotten, no identify too many or too soon, beats that tell the truth, ready
/// again soon after the last fault, a clean end. COACHBOT_CHAOS_SEED plays one schedule, COACHBOT_CHAOS_SCHEDULES
/// another number of them.
/// </summary>
[Collection(nameof(Alone))]
public sealed class ScheduleTests
{
    private const int AtATime = 12;

    [Fact, Fault("A24")]
    public async Task A24_TenThousandRandomSchedulesKeepEveryPromise()
    {
        var one = Setting("COACHBOT_CHAOS_SEED");
        var count = one is null ? Setting("COACHBOT_CHAOS_SCHEDULES") ?? 10_000 : 1;
        var failed = new ConcurrentQueue<(Schedule Schedule, IReadOnlyList<string> Wrong)>();
        var unobserved = new ConcurrentQueue<Exception>();
        void Observe(object? sender, UnobservedTaskExceptionEventArgs e) => unobserved.Enqueue(e.Exception);
        TaskScheduler.UnobservedTaskException += Observe;
        try
        {
            var seeds = Enumerable.Range(0, count).Select(n => Schedule.Make((ulong)(one ?? n)));
            await Parallel.ForEachAsync(seeds, new ParallelOptions { MaxDegreeOfParallelism = AtATime }, async (schedule, _) =>
            {
                if (!failed.IsEmpty) return;
                var wrong = await ScheduleRun.PlayAsync(schedule);
                if (wrong.Count > 0) failed.Enqueue((schedule, wrong));
            });
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= Observe;
        }

        if (failed.TryDequeue(out var first))
        {
            // What waits for ever is not played again and again.
            var shortest = first.Wrong.Any(w => w.Contains("Exception", StringComparison.Ordinal)) ? first.Schedule : await ShrinkAsync(first.Schedule);
            Assert.Fail($"{1 + failed.Count} failed, such as {first.Schedule}\n{string.Join('\n', first.Wrong)}\nThe shortest that still fails: {shortest}");
        }

        Assert.DoesNotContain(unobserved, e => !e.ToString().Contains("CoachBot.Discord.Tests", StringComparison.Ordinal));
    }

    private static int? Setting(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var set) ? set : null;

    /// <summary>Leaves out halves, then quarters, then single steps, as long as it still fails.</summary>
    private static async Task<Schedule> ShrinkAsync(Schedule schedule)
    {
        for (var length = schedule.Steps.Count / 2; length > 0; length = length == 1 ? 0 : (length + 1) / 2)
        {
            for (var from = 0; from < schedule.Steps.Count;)
            {
                var shorter = schedule with { Steps = [.. schedule.Steps.Take(from), .. schedule.Steps.Skip(from + length)] };
                if ((await ScheduleRun.PlayAsync(shorter)).Count > 0) schedule = shorter;
                else from += length;
            }
        }

        return schedule;
    }
}
