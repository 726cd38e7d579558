namespace CoachBot.Discord.Delivery;

/// <summary>
/// Remembers the last few thousand interactions: Discord may deliver an event more than once (Discord:
/// Reference, "Consistency"), above all after a resume. Its caller sees to it that one thread at a time asks.
/// </summary>
internal sealed class RecentIds(int capacity)
{
    private readonly HashSet<ulong> _known = new(capacity);
    private readonly ulong[] _ring = new ulong[capacity];
    private int _next;
    private bool _full;

    /// <returns>False when the id is known already.</returns>
    public bool Add(ulong id)
    {
        if (!_known.Add(id)) return false;
        if (_full) _known.Remove(_ring[_next]);
        _ring[_next] = id;
        _next = (_next + 1) % capacity;
        _full |= _next == 0;
        return true;
    }
}
