namespace CoachBot.Discord.Tests.Chaos;

/// <summary>
/// Seeded randomness that costs nothing to start (SplitMix64), so that each schedule and each frame has a seed of
/// its own and can be made again alone, on any version of .NET.
/// </summary>
internal sealed class Dice(ulong seed, ulong part = 0)
{
    private ulong state = seed * 0x9E3779B97F4A7C15 ^ (part + 1) * 0xD1B54A32D192ED03;

    public ulong Next()
    {
        var z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>From 0 up to, not including, <paramref name="bound"/>; 0 when that is 0.</summary>
    public int Below(int bound) => bound <= 0 ? 0 : (int)(Next() % (ulong)bound);

    /// <summary>True once in so many throws.</summary>
    public bool OneIn(int throws) => Below(throws) == 0;

    public T Of<T>(ReadOnlySpan<T> things) => things[Below(things.Length)];
}

/// <summary>The same dice where .NET asks for its own kind; used by one client under its own lock.</summary>
internal sealed class DiceRandom(Dice dice) : Random
{
    public override double NextDouble() => (dice.Next() >> 11) * (1.0 / (1UL << 53));

    public override void NextBytes(byte[] buffer)
    {
        for (var i = 0; i < buffer.Length; i++) buffer[i] = (byte)dice.Next();
    }
}
