namespace CoachBot.Discord.Delivery;

/// <summary>
/// Remembers the last few thousand interactions: Discord may deliver an event more than once (Discord:
/// Reference, "Consistency"), above all after a resume. Its caller sees to it that one thread at a time asks.
/// </summary>
internal sealed class RecentIds(int capacity)
{
    private readonly HashSet<ulong> known = new(capacity);
    private readonly ulong[] ring = new ulong[capacity];
    private int next;
    private bool full;

    /// <returns>False when the id is known already.</returns>
    public bool Add(ulong id)
    {
        if (!known.Add(id)) return false;
        if (full) known.Remove(ring[next]);
        ring[next] = id;
        next = (next + 1) % capacity;
        full |= next == 0;
        return true;
    }
}
