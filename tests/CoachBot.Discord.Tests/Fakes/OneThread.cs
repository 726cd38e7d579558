using System.Collections.Concurrent;

namespace CoachBot.Discord.Tests.Fakes;

/// <summary>Runs asynchronous code on the caller's thread, one continuation after the other, so that a long simulation is the same each time.</summary>
internal sealed class OneThread : SynchronizationContext
{
    private readonly ConcurrentQueue<(SendOrPostCallback Callback, object? State)> posted = new();

    /// <param name="whenIdle">Called when nothing is left to run: the time for time to pass.</param>
    public static void Run(Func<Task> start, Action whenIdle)
    {
        var before = Current;
        var lastRan = TimeProvider.System.GetTimestamp();
        var thread = new OneThread();
        SetSynchronizationContext(thread);
        try
        {
            var task = start();
            while (true)
            {
                while (thread.posted.TryDequeue(out var next))
                {
                    next.Callback(next.State);
                    lastRan = TimeProvider.System.GetTimestamp();
                }

                if (task.IsCompleted) break;
                Assert.True(TimeProvider.System.GetElapsedTime(lastRan) < Patience.Bound, "The simulation stands still.");
                // What has hopped to another thread may come back first.
                Thread.Yield();
                whenIdle();
            }

            task.GetAwaiter().GetResult();
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }

    public override void Post(SendOrPostCallback d, object? state) => posted.Enqueue((d, state));
}
