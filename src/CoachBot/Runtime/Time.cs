using NodaTime;

namespace CoachBot.Runtime;

internal static class Time
{
    /// <summary>The one clock as an <see cref="Instant"/>.</summary>
    public static Instant Now(this TimeProvider time) => Instant.FromDateTimeOffset(time.GetUtcNow());

    public static DateTimeOffset ToMoment(this Instant instant) => instant.ToDateTimeOffset();
}
