namespace CoachBot.Discord.Options;

/// <summary>Randomness shared by the gateway and REST; <see cref="Random"/> alone is not safe to share.</summary>
internal sealed class Jitter(Random? random)
{
    private readonly Random source = random ?? new Random();
    private readonly Lock gate = new();

    /// <summary>From 0 up to, not including, 1.</summary>
    public double Fraction()
    {
        lock (gate) return source.NextDouble();
    }

    public TimeSpan Between(TimeSpan low, TimeSpan high) => low + (high - low) * Fraction();

    public string Hex(int bytes)
    {
        var buffer = new byte[bytes];
        lock (gate) source.NextBytes(buffer);
        return Convert.ToHexStringLower(buffer);
    }
}
