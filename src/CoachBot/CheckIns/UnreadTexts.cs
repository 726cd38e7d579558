using CoachBot.Runtime;
using NodaTime;

namespace CoachBot.CheckIns;

/// <summary>
/// What was typed and not understood, until it was written again: an athlete's own words, so they are held in memory alone, for a
/// day at most, and for a limited number
/// of calls. After a restart the form opens empty; the answer above it still quotes the part.
/// </summary>
internal sealed class UnreadTexts(TimeProvider time)
{
    private const int Most = 1000;
    private static readonly Duration Kept = Duration.FromHours(24);

    private readonly Lock gate = new();
    private readonly Dictionary<CallId, (UserId Athlete, string Typed, Instant At)> texts = [];

    public void Keep(CallId call, UserId athlete, string typed)
    {
        lock (gate)
        {
            var now = time.Now();
            foreach (var old in texts.Where(text => now - text.Value.At >= Kept).Select(text => text.Key).ToList()) texts.Remove(old);
            if (texts.Count >= Most) texts.Remove(texts.MinBy(text => text.Value.At).Key);
            texts[call] = (athlete, typed, now);
        }
    }

    /// <returns>Null when it is not remembered, or is somebody else's.</returns>
    public string? Find(CallId call, UserId athlete)
    {
        lock (gate) return texts.TryGetValue(call, out var text) && text.Athlete == athlete && time.Now() - text.At < Kept ? text.Typed
            : null;
    }

    public void Forget(CallId call)
    {
        lock (gate) texts.Remove(call);
    }
}
