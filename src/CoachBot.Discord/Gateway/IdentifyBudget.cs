namespace CoachBot.Discord.Gateway;

/// <summary>
/// Spaces identifies. Discord allows one per 5 s, and resets the bot's token after 1000 in 24 hours (Discord:
/// Gateway, "Identifying"). So the spacing grows with the number already spent in the last 24 hours, far below
/// that: a session that dies all day long costs under 200. What <c>GET gateway/bot</c> says is left is obeyed too.
/// </summary>
internal sealed class IdentifyBudget(TimeProvider time)
{
    /// <summary>Left for a person who restarts the bot while the budget is nearly spent.</summary>
    private const int Reserve = 20;
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);
    private readonly Queue<long> _spent = new();
    private long _last;
    private int? _left;
    private long _resetAt;

    /// <summary>How long until the next identify may be sent.</summary>
    public TimeSpan Wait()
    {
        while (_spent.TryPeek(out var oldest) && time.GetElapsedTime(oldest) >= Day) _spent.Dequeue();
        var spacing = _spent.Count == 0 ? TimeSpan.Zero : Spacing(_spent.Count) - time.GetElapsedTime(_last);
        var reset = time.GetElapsedTime(time.GetTimestamp(), _resetAt);
        if (_left < Reserve && reset > spacing) spacing = reset;
        return spacing > TimeSpan.Zero ? spacing : TimeSpan.Zero;
    }

    /// <summary>An identify is being sent.</summary>
    public void Spend()
    {
        _last = time.GetTimestamp();
        _spent.Enqueue(_last);
        _left--;
    }

    public void Learn(GatewayBot told)
    {
        if (told.IdentifiesLeft is not { } left || told.ResetAfter is not { } resetAfter) return;
        _left = left;
        _resetAt = time.GetTimestamp() + (long)(resetAfter.TotalSeconds * time.TimestampFrequency);
    }

    internal static TimeSpan Spacing(int spent) => spent switch
    {
        < 50 => TimeSpan.FromSeconds(5),
        < 100 => TimeSpan.FromMinutes(1),
        _ => TimeSpan.FromMinutes(15),
    };
}
