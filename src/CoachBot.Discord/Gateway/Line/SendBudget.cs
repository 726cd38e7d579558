namespace CoachBot.Discord.Gateway.Line;

/// <summary>
/// At most 120 events per connection and 60 s (Discord: Gateway, "Rate Limiting"). 5 are kept for heartbeats,
/// which are counted but never wait: a late heartbeat costs the connection.
/// </summary>
internal sealed class SendBudget(TimeProvider time)
{
    public const int Allowed = 115;
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(60);
    private readonly Queue<long> sent = new();
    private readonly Lock gate = new();

    /// <returns>Zero when the event may go now, and is counted; otherwise how long to wait before asking again.</returns>
    public TimeSpan Take(bool heartbeat)
    {
        lock (gate)
        {
            while (sent.TryPeek(out var oldest) && time.GetElapsedTime(oldest) >= Window) sent.Dequeue();
            if (!heartbeat && sent.Count >= Allowed) return Window - time.GetElapsedTime(sent.Peek());
            sent.Enqueue(time.GetTimestamp());
            return TimeSpan.Zero;
        }
    }
}
