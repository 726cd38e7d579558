using System.Diagnostics.CodeAnalysis;

namespace CoachBot.Discord.Rest.Limits;

/// <summary>
/// One rate limit bucket. Until an answer has told its size, one call is in flight at a time. Within a window
/// (from an answer's headers until their reset) each call takes one of what remains; outside a window as many
/// calls go at once as the limit allows, and the first answer opens the next window. Waiters stand in line
/// behind one turnstile, so the first to come is the first to go.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "The turnstile holds no handle, and a forgotten bucket may be waited for.")]
internal sealed class Bucket(TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly SemaphoreSlim turnstile = new(1, 1);
    private TaskCompletionSource nextLeave = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int? limit;
    private int free;
    private int inFlight;
    private long resetsAt;
    private long leftAt = time.GetTimestamp();

    /// <summary>As answers call it (X-RateLimit-Bucket); null until one has.</summary>
    public string? Name { get; set; }

    /// <summary>Nobody in flight for so long, and no reset to wait for.</summary>
    public bool IsIdleFor(TimeSpan span)
    {
        lock (gate) return inFlight == 0 && UntilReset() <= TimeSpan.Zero && time.GetElapsedTime(leftAt) >= span;
    }

    /// <summary>Waits for a turn; every return must be followed by one <see cref="Leave"/>.</summary>
    /// <param name="patience">The longest wait for a reset that makes sense to the caller.</param>
    /// <returns>Null with a turn; otherwise how long the reset is away, without a turn.</returns>
    public async ValueTask<TimeSpan?> EnterAsync(TimeSpan patience, CancellationToken ct)
    {
        await turnstile.WaitAsync(ct);
        try
        {
            while (true)
            {
                TimeSpan wait;
                Task changed;
                lock (gate)
                {
                    wait = UntilReset();
                    var open = wait > TimeSpan.Zero ? free : (limit ?? 1) - inFlight;
                    if (open > 0)
                    {
                        inFlight++;
                        free--;
                        return null;
                    }

                    changed = nextLeave.Task;
                }

                if (wait > patience) return wait;
                if (wait > TimeSpan.Zero) await Task.Delay(wait, time, ct);
                else await changed.WaitAsync(ct);
            }
        }
        finally
        {
            turnstile.Release();
        }
    }

    /// <summary>
    /// Calls are over, or counted elsewhere. What a turn took stays taken, sent or not: an answer may have counted it in between.
    /// </summary>
    public void Leave(int calls = 1)
    {
        lock (gate)
        {
            inFlight -= calls;
            leftAt = time.GetTimestamp();
            var changed = nextLeave;
            nextLeave = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            changed.TrySetResult();
        }
    }

    /// <summary>Calls in flight that entered through another bucket, and will be counted in this one.</summary>
    public void Receive(int calls)
    {
        lock (gate)
        {
            inFlight += calls;
            free -= calls;
        }
    }

    /// <summary>A 429: nothing remains until then.</summary>
    public void Pause(TimeSpan wait)
    {
        lock (gate)
        {
            free = 0;
            resetsAt = Math.Max(resetsAt, time.GetTimestamp() + Ticks(wait));
        }
    }

    /// <summary>Takes in the headers of an answer to a call in flight.</summary>
    public void Learn(RateLimitHeaders headers)
    {
        if (headers is not { Remaining: { } left, ResetAfter: { } resetAfter }) return;
        lock (gate)
        {
            var resetAt = time.GetTimestamp() + Ticks(resetAfter);
            // The others in flight may not be counted yet. Answers overtake each other: within one window the smaller remainder
            // is the truth.
            var remaining = left - (inFlight - 1);
            var sameWindow = UntilReset() > TimeSpan.Zero && resetAt <= resetsAt + Ticks(TimeSpan.FromMilliseconds(250));
            free = sameWindow ? Math.Min(free, remaining) : remaining;
            limit = Math.Max(1, headers.Limit ?? left);
            resetsAt = Math.Max(resetsAt, resetAt);
        }
    }

    private TimeSpan UntilReset() => resetsAt == 0 ? TimeSpan.Zero : time.GetElapsedTime(time.GetTimestamp(), resetsAt);

    private long Ticks(TimeSpan span) => (long)(span.TotalSeconds * time.TimestampFrequency);
}
