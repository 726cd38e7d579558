using System.Net;
using Microsoft.Extensions.Logging;

namespace CoachBot.Discord.Rest.Limits;

/// <summary>
/// Keeps us far from Discord's ban: 10 000 answers of 401, 403 or 429 (scope shared excepted) within 10 minutes
/// shut an address out (Discord: Rate Limits, "Invalid Request Limit"). From 2 000 on messages that can wait are
/// not sent; at 5 000 nothing is but answers to interactions, for 10 minutes. Counted in cells of 10 s, so that a
/// refusal is remembered for 10 minutes and at most 10 s more.
/// </summary>
internal sealed class InvalidRequests(TimeProvider time, ILogger log)
{
    public const int Worrying = 500;
    public const int NoMessages = 2000;
    public const int NothingButAnswers = 5000;

    private const int CellSeconds = 10;
    private const int WindowSeconds = 600;
    private readonly int[] cells = new int[WindowSeconds / CellSeconds + 1];
    private readonly Lock gate = new();
    private readonly long started = time.GetTimestamp();
    private long newest;
    private int count;
    private int told;
    private double openUntil;

    /// <summary>In the last 10 minutes.</summary>
    public int Count
    {
        get
        {
            lock (gate)
            {
                Roll();
                return count;
            }
        }
    }

    /// <summary>Whether Discord counts such an answer.</summary>
    public static bool Counts(int status, TooManyRequests? refusal) => status switch
    {
        (int)HttpStatusCode.Unauthorized or (int)HttpStatusCode.Forbidden => true,
        (int)HttpStatusCode.TooManyRequests => refusal?.Scope != "shared",
        _ => false,
    };

    public void Note()
    {
        lock (gate)
        {
            Roll();
            cells[newest % cells.Length]++;
            count++;
            if (count >= NothingButAnswers && openUntil <= Now) openUntil = Now + WindowSeconds;
            Tell();
        }
    }

    /// <summary>How long a call of the bot token must wait; zero when it may go.</summary>
    /// <param name="canWait">A message that its sender keeps and tries again later.</param>
    public TimeSpan Wait(bool canWait)
    {
        lock (gate)
        {
            if (count == 0) return TimeSpan.Zero;
            Roll();
            var seconds = Math.Max(0, openUntil - Now);
            if (canWait && count >= NoMessages) seconds = Math.Max(seconds, UntilBelow(NoMessages));
            return TimeSpan.FromSeconds(seconds);
        }
    }

    private double Now => time.GetElapsedTime(started).TotalSeconds;

    private double UntilBelow(int limit)
    {
        var left = count;
        for (var cell = Math.Max(0, newest - cells.Length + 1); cell <= newest; cell++)
        {
            left -= cells[cell % cells.Length];
            if (left < limit) return (cell + cells.Length) * CellSeconds - Now;
        }

        return WindowSeconds;
    }

    private void Roll()
    {
        var cell = (long)Now / CellSeconds;
        if (cell - newest >= cells.Length)
        {
            Array.Clear(cells);
            count = 0;
            newest = cell;
        }

        while (newest < cell)
        {
            newest++;
            ref var oldest = ref cells[newest % cells.Length];
            count -= oldest;
            oldest = 0;
        }

        if (count < Worrying) told = 0;
    }

    private void Tell()
    {
        if (count < Worrying || count < told) return;
        switch (count)
        {
            case >= NothingButAnswers:
                log.LogCritical(
                    "{Count} calls were refused in 10 minutes: nothing is sent but answers to interactions, for 10 minutes", count);
                told = int.MaxValue;
                break;
            case >= NoMessages:
                log.LogError("{Count} calls were refused in 10 minutes: messages wait until there are fewer", count);
                told = NothingButAnswers;
                break;
            default:
                log.LogWarning("{Count} calls were refused in 10 minutes; Discord bans an address at 10000", count);
                told = NoMessages;
                break;
        }
    }
}
