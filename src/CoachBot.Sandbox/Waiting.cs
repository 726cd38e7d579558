namespace CoachBot.Sandbox;

/// <summary>Waiting for something that is there already or will happen.</summary>
internal static class Waiting
{
    /// <param name="now">Looks whether it is there already; called inside the lock.</param>
    /// <param name="then">Looks whether this news is it; called inside the lock.</param>
    public static async Task<T> ForAsync<T>(LocalDiscord discord, Func<DiscordState, T?> now, Func<News, T?> then, CancellationToken ct)
        where T : class
    {
        var found = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var present = discord.Locked(state =>
        {
            var there = now(state);
            if (there is null) state.News.Happened += Look;
            return there;
        });
        if (present is not null) return present;

        try
        {
            return await found.Task.WaitAsync(ct);
        }
        finally
        {
            discord.Locked(state => state.News.Happened -= Look);
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
