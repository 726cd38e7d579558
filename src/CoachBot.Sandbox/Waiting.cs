namespace CoachBot.Sandbox;

/// <summary>Waiting for something that is there already or will happen.</summary>
internal static class Waiting
{
    /// <param name="now">Looks whether it is there already; called with the gate held.</param>
    /// <param name="then">Looks whether this news is it; called with the gate held.</param>
    public static async Task<T> ForAsync<T>(LocalDiscord discord, Func<T?> now, Func<News, T?> then, CancellationToken ct)
        where T : class
    {
        var found = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (discord.Gate)
        {
            if (now() is { } present) return present;
            discord.Happened += Look;
        }

        try
        {
            return await found.Task.WaitAsync(ct);
        }
        finally
        {
            lock (discord.Gate) discord.Happened -= Look;
        }

        void Look(News news)
        {
            try
            {
                if (then(news) is { } it) found.TrySetResult(it);
            }
            catch (Exception wrong) when (wrong is not OutOfMemoryException)
            {
                // The condition is the caller's code: its failure is theirs to see, not the bot's that happened to write.
                found.TrySetException(wrong);
            }
        }
    }
}
