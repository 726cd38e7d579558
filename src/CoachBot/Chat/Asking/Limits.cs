using CoachBot.Chat.Saying;
using CoachBot.Runtime;

namespace CoachBot.Chat.Asking;

/// <summary>
/// Keeps one person from taking the bot away from the others. The limits are far above what hands can do; a person over them is told so once a
/// minute and shortly otherwise, for an unanswered call looks like a broken bot. There is no limit for a server: it would let one member
/// silence the team. Memory is fixed: two people may share a place, and then the newer one takes it, with a full bucket.
/// </summary>
internal sealed class Limits(TimeProvider time)
{
    /// <summary>Calls and presses of one person: so many at once, and so many a second after that.</summary>
    public const int Burst = 400;
    public const int PerSecond = 40;

    public enum Verdict
    {
        /// <summary>Over the limit, and told so for the first time in a minute.</summary>
        SlowDown,

        /// <summary>Over the limit, and told so a moment ago.</summary>
        LeftOut,
    }

    private const int Places = 4096;
    private static readonly TimeSpan BetweenNotices = TimeSpan.FromMinutes(1);

    private readonly Place[] calls = new Place[Places];
    private readonly Place[] suggestions = new Place[Places];
    private readonly Lock gate = new();

    /// <returns>Null when the call may go on.</returns>
    public Verdict? Refusal(UserId? caller)
    {
        // The platform did not say who, and strangers do not share a limit.
        if (caller is not { Value: var user }) return null;
        lock (gate)
        {
            ref var place = ref calls[At(user)];
            var now = time.GetTimestamp();
            if (Takes(ref place, user, now)) return null;
            if (place.WasTold && time.GetElapsedTime(place.ToldAt, now) < BetweenNotices) return Verdict.LeftOut;
            (place.WasTold, place.ToldAt) = (true, now);
            return Verdict.SlowDown;
        }
    }

    /// <summary>Typing asks for suggestions with every letter; it has a limit of its own.</summary>
    public bool MaySuggest(UserId? caller)
    {
        if (caller is not { Value: var user }) return true;
        lock (gate) return Takes(ref suggestions[At(user)], user, time.GetTimestamp());
    }

    /// <summary>The low bits of a snowflake count up within a millisecond only.</summary>
    private static int At(ulong user) => (int)((user * 0x9E3779B97F4A7C15) >> 52);

    private bool Takes(ref Place place, ulong user, long now)
    {
        if (place.User != user) place = new Place { User = user, Left = Burst, At = now };
        place.Left = Math.Min(Burst, place.Left + (time.GetElapsedTime(place.At, now).TotalSeconds * PerSecond));
        place.At = now;
        if (place.Left < 1) return false;
        place.Left--;
        return true;
    }

    private struct Place
    {
        public ulong User;
        public double Left;
        public long At;
        public bool WasTold;
        public long ToldAt;
    }
}
