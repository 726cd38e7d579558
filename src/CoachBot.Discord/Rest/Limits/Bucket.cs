using System.Diagnostics.CodeAnalysis;

namespace CoachBot.Discord.Rest.Limits;

/// <summary>
/// One rate limit bucket. Until an answer has told its size, one call is in flight at a time. Within a window
/// (from an answer's headers until their reset) each call takes one of what remains; outside a window as many
/// calls go at once as the limit allows, and the first answer opens the next window. Waiters stand in line
/// behind one turnstile, so the first to come is the first to go.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "The turnstile holds no handle, and a bucket may be forgotten while somebody still waits.")]
internal sealed class Bucket(TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _turnstile = new(1, 1);
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int? _limit;
    private int _remaining;
    private int _inFlight;
    private long _resetAt;
    private long _leftAt = time.GetTimestamp();

    /// <summary>As answers call it (X-RateLimit-Bucket); null until one has.</summary>
    public string? Name { get; set; }

    /// <summary>Nobody in flight for so long, and no reset to wait for.</summary>
    public bool IsIdleFor(TimeSpan span)
    {
        lock (_gate) return _inFlight == 0 && UntilReset() <= TimeSpan.Zero && time.GetElapsedTime(_leftAt) >= span;
    }

    /// <summary>Waits for a turn; every return must be followed by one <see cref="Leave"/>.</summary>
    /// <param name="patience">The longest wait for a reset that makes sense to the caller.</param>
    /// <returns>Null with a turn; otherwise how long the reset is away, without a turn.</returns>
    public async ValueTask<TimeSpan?> EnterAsync(TimeSpan patience, CancellationToken ct)
    {
        await _turnstile.WaitAsync(ct);
        try
        {
            while (true)
            {
                TimeSpan wait;
                Task changed;
                lock (_gate)
                {
                    wait = UntilReset();
                    var free = wait > TimeSpan.Zero ? _remaining : (_limit ?? 1) - _inFlight;
                    if (free > 0)
                    {
                        _inFlight++;
                        _remaining--;
                        return null;
                    }

                    changed = _changed.Task;
                }

                if (wait > patience) return wait;
                if (wait > TimeSpan.Zero) await Task.Delay(wait, time, ct);
                else await changed.WaitAsync(ct);
            }
        }
        finally
        {
            _turnstile.Release();
        }
    }

    /// <summary>Calls are over, or counted elsewhere. What a turn took stays taken, sent or not: an answer may have counted it in between.</summary>
    public void Leave(int calls = 1)
    {
        lock (_gate)
        {
            _inFlight -= calls;
            _leftAt = time.GetTimestamp();
            var changed = _changed;
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            changed.TrySetResult();
        }
    }

    /// <summary>Calls in flight that entered through another bucket, and will be counted in this one.</summary>
    public void Receive(int calls)
    {
        lock (_gate)
        {
            _inFlight += calls;
            _remaining -= calls;
        }
    }

    /// <summary>A 429: nothing remains until then.</summary>
    public void Pause(TimeSpan wait)
    {
        lock (_gate)
        {
            _remaining = 0;
            _resetAt = Math.Max(_resetAt, time.GetTimestamp() + Ticks(wait));
        }
    }

    /// <summary>Takes in the headers of an answer to a call in flight.</summary>
    public void Learn(RateLimitHeaders headers)
    {
        if (headers is not { Remaining: { } left, ResetAfter: { } resetAfter }) return;
        lock (_gate)
        {
            var resetAt = time.GetTimestamp() + Ticks(resetAfter);
            // The others in flight may not be counted yet. Answers overtake each other: within one window the smaller remainder is the truth.
            var remaining = left - (_inFlight - 1);
            var sameWindow = UntilReset() > TimeSpan.Zero && resetAt <= _resetAt + Ticks(TimeSpan.FromMilliseconds(250));
            _remaining = sameWindow ? Math.Min(_remaining, remaining) : remaining;
            _limit = Math.Max(1, headers.Limit ?? left);
            _resetAt = Math.Max(_resetAt, resetAt);
        }
    }

    private TimeSpan UntilReset() => _resetAt == 0 ? TimeSpan.Zero : time.GetElapsedTime(time.GetTimestamp(), _resetAt);

    private long Ticks(TimeSpan span) => (long)(span.TotalSeconds * time.TimestampFrequency);
}
