namespace CoachBot.Discord.Delivery;

/// <summary>Logs something that may happen a thousand times a second: the first time at once, then once a minute how often.</summary>
internal sealed class CountedLog(TimeProvider time, Action<long> write)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private readonly Lock gate = new();
    private ITimer? timer;
    private long count;

    public void Note()
    {
        lock (gate)
        {
            if (timer is not null)
            {
                count++;
                return;
            }

            timer = time.CreateTimer(_ => MinuteIsOver(), null, Minute, Timeout.InfiniteTimeSpan);
        }

        write(1);
    }

    /// <summary>Logs what is still to be logged.</summary>
    public void Flush()
    {
        long rest;
        lock (gate)
        {
            (rest, count) = (count, 0);
            timer?.Dispose();
            timer = null;
        }

        if (rest > 0) write(rest);
    }

    private void MinuteIsOver()
    {
        long happened;
        lock (gate)
        {
            (happened, count) = (count, 0);
            if (happened > 0)
            {
                timer?.Change(Minute, Timeout.InfiniteTimeSpan);
            }
            else
            {
                timer?.Dispose();
                timer = null;
            }
        }

        if (happened > 0) write(happened);
    }
}
