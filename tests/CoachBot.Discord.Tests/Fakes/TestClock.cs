using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace CoachBot.Discord.Tests.Fakes;

/// <summary>A clock that stands still, and knows what is being waited for: a test advances it when the wait has really begun.</summary>
internal sealed class TestClock : FakeTimeProvider
{
    private readonly ConcurrentDictionary<Watched, (TimeSpan Due, long Start)> waits = new();

    /// <summary>Somebody waits for exactly this long.</summary>
    public Task WaitedForAsync(TimeSpan due) =>
        Patience.UntilAsync(() => IsWaitedFor(d => d == due), $"a wait of {due}; there are: {string.Join(", ", waits.Values.Select(w => w.Due).Order())}");

    public bool IsWaitedFor(Func<TimeSpan, bool> due) => waits.Values.Any(w => due(w.Due));

    /// <summary>Lets time pass until the earliest of all waits is over, and no longer. False when nobody waits, or only for longer.</summary>
    /// <param name="still">Asked once the wait is chosen: what the waits were looked at for still holds.</param>
    public bool PassToNext(TimeSpan? atMost = null, Func<bool>? still = null)
    {
        TimeSpan? next = null;
        foreach (var (watched, (due, start)) in waits)
        {
            var left = due - GetElapsedTime(start);
            // Its time came while it was being noted: it has gone off.
            if (left <= TimeSpan.Zero) waits.TryRemove(watched, out _);
            else if (!(next <= left)) next = left;
        }

        if (next is not { } wait || wait > atMost || still?.Invoke() == false) return false;
        Advance(wait);
        return true;
    }

    /// <summary>Waits until somebody waits for exactly this long, then lets that time pass.</summary>
    public async Task PassAsync(TimeSpan due)
    {
        await WaitedForAsync(due);
        Advance(due);
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var watched = new Watched(this);
        watched.Inner = base.CreateTimer(s =>
        {
            waits.TryRemove(watched, out _);
            callback(s);
        }, state, dueTime, period);
        watched.Note(dueTime);
        return watched;
    }

    private sealed class Watched(TestClock clock) : ITimer
    {
        public ITimer Inner { get; set; } = null!;

        public void Note(TimeSpan due)
        {
            if (due > TimeSpan.Zero) clock.waits[this] = (due, clock.GetTimestamp());
            else clock.waits.TryRemove(this, out _);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            var changed = Inner.Change(dueTime, period);
            Note(dueTime);
            return changed;
        }

        public void Dispose()
        {
            clock.waits.TryRemove(this, out _);
            Inner.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}

/// <summary>Randomness without surprise.</summary>
internal sealed class FixedRandom(double value) : Random
{
    public override double NextDouble() => value;
}
