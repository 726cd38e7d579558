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
    private readonly int[] _cells = new int[WindowSeconds / CellSeconds + 1];
    private readonly Lock _gate = new();
    private readonly long _started = time.GetTimestamp();
    private long _newest;
    private int _count;
    private int _told;
    private double _openUntil;

    /// <summary>In the last 10 minutes.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                Roll();
                return _count;
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
        lock (_gate)
        {
            Roll();
            _cells[_newest % _cells.Length]++;
            _count++;
            if (_count >= NothingButAnswers && _openUntil <= Now) _openUntil = Now + WindowSeconds;
            Tell();
        }
    }

    /// <summary>How long a call of the bot token must wait; zero when it may go.</summary>
    /// <param name="canWait">A message that its sender keeps and tries again later.</param>
    public TimeSpan Wait(bool canWait)
    {
        lock (_gate)
        {
            if (_count == 0) return TimeSpan.Zero;
            Roll();
            var seconds = Math.Max(0, _openUntil - Now);
            if (canWait && _count >= NoMessages) seconds = Math.Max(seconds, UntilBelow(NoMessages));
            return TimeSpan.FromSeconds(seconds);
        }
    }

    private double Now => time.GetElapsedTime(_started).TotalSeconds;

    private double UntilBelow(int limit)
    {
        var left = _count;
        for (var cell = Math.Max(0, _newest - _cells.Length + 1); cell <= _newest; cell++)
        {
            left -= _cells[cell % _cells.Length];
            if (left < limit) return (cell + _cells.Length) * CellSeconds - Now;
        }

        return WindowSeconds;
    }

    private void Roll()
    {
        var cell = (long)Now / CellSeconds;
        if (cell - _newest >= _cells.Length)
        {
            Array.Clear(_cells);
            _count = 0;
            _newest = cell;
        }

        while (_newest < cell)
        {
            _newest++;
            ref var oldest = ref _cells[_newest % _cells.Length];
            _count -= oldest;
            oldest = 0;
        }

        if (_count < Worrying) _told = 0;
    }

    private void Tell()
    {
        if (_count < Worrying || _count < _told) return;
        switch (_count)
        {
            case >= NothingButAnswers:
                log.LogCritical("{Count} calls were refused in 10 minutes: nothing is sent but answers to interactions, for 10 minutes", _count);
                _told = int.MaxValue;
                break;
            case >= NoMessages:
                log.LogError("{Count} calls were refused in 10 minutes: messages wait until there are fewer", _count);
                _told = NothingButAnswers;
                break;
            default:
                log.LogWarning("{Count} calls were refused in 10 minutes; Discord bans an address at 10000", _count);
                _told = NoMessages;
                break;
        }
    }
}
