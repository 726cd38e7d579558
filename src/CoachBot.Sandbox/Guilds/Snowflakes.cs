using System.Security.Cryptography;

namespace CoachBot.Sandbox.Guilds;

/// <summary>
/// Discord's ids: milliseconds since 2015 in the upper bits. The lower 22 bits come from one counter of the whole process that starts at a
/// random place, so that two sandboxes under the same frozen test clock never give the same id to two things.
/// Discord: reference, "Snowflakes".
/// </summary>
internal sealed class Snowflakes(TimeProvider time)
{
    private const long DiscordEpoch = 1_420_070_400_000;

    private static int counter = RandomNumberGenerator.GetInt32(1 << 21);

    public ulong Next() => At(time.GetUtcNow()) | ((ulong)Interlocked.Increment(ref counter) & 0x3F_FFFF);

    public static ulong At(DateTimeOffset instant) => (ulong)(instant.ToUnixTimeMilliseconds() - DiscordEpoch) << 22;

    public static bool TryParse(string? text, out ulong id) =>
        ulong.TryParse(text, System.Globalization.NumberStyles.None, null, out id) && id > 0;
}
