using NodaTime;

namespace CoachBot.Runtime;

/// <summary>
/// What somebody typed and may want again, such as a form that was refused. It may be about a person, so it is held in memory alone: a restart forgets it, and
/// so do time and too much else to remember. Safe for many threads.
/// </summary>
/// <param name="most">What is remembered at once; the oldest goes first.</param>
internal class ShortMemory<TKey, TValue>(TimeProvider time, int most, Duration kept) where TKey : notnull where TValue : class
{
    private readonly Lock gate = new();
    private readonly Dictionary<TKey, (TValue Value, Instant At)> remembered = [];

    public void Keep(TKey key, TValue value)
    {
        lock (gate)
        {
            var now = time.Now();
            foreach (var old in remembered.Where(entry => now - entry.Value.At >= kept).Select(entry => entry.Key).ToList()) remembered.Remove(old);
            if (remembered.Count >= most && !remembered.ContainsKey(key)) remembered.Remove(remembered.MinBy(entry => entry.Value.At).Key);
            remembered[key] = (value, now);
        }
    }

    /// <returns>Null when it is not remembered.</returns>
    public TValue? Find(TKey key)
    {
        lock (gate) return remembered.TryGetValue(key, out var entry) && time.Now() - entry.At < kept ? entry.Value : null;
    }

    public void Forget(TKey key)
    {
        lock (gate) remembered.Remove(key);
    }
}
