namespace CoachBot.Chat;

/// <summary>
/// Covers a handler that is not done in time: first "thinking" is sent, and when it takes far too long, a word that something is wrong.
/// Either the notice goes out or the watch ends, never both: the first of the two wins.
/// </summary>
internal sealed class ThinkingNotice : IDisposable
{
    /// <summary>Nobody waits longer for an answer in a chat.</summary>
    public static readonly TimeSpan TooLong = TimeSpan.FromSeconds(30);

    private readonly Lock gate = new();
    private readonly Func<Task> think;
    private readonly Func<bool, Task> apologise;
    private readonly ITimer timer;
    private Task? thinking;
    private Task apologising = Task.CompletedTask;
    private bool ended;

    /// <param name="after">How long the handler may take without a word.</param>
    /// <param name="apologise">Gets whether "thinking" went out.</param>
    public ThinkingNotice(TimeProvider time, TimeSpan after, Func<Task> think, Func<bool, Task> apologise)
    {
        (this.think, this.apologise) = (think, apologise);
        timer = time.CreateTimer(static notice => ((ThinkingNotice)notice!).Speak(), this, after, TooLong);
    }

    /// <summary>The handler is done. Throws what sending the first notice threw.</summary>
    /// <returns>Whether it went out before.</returns>
    public async ValueTask<bool> EndAsync()
    {
        lock (gate) ended = true;
        Dispose();
        if (thinking is null) return false;
        await thinking;
        // So that it does not come after the answer.
        await apologising;
        return true;
    }

    public void Dispose() => timer.Dispose();

    private void Speak()
    {
        lock (gate)
        {
            if (ended) return;
            if (thinking is null)
            {
                thinking = think();
                return;
            }
            apologising = ApologiseAsync(thinking);
        }
        Dispose();
    }

    /// <summary>A handler that never ends waits for neither of the two, so what went wrong with them ends here.</summary>
    private async Task ApologiseAsync(Task before)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await apologise(before.IsCompletedSuccessfully).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
