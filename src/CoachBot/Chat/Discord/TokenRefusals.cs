using CoachBot.Discord.Rest;

namespace CoachBot.Chat.Discord;

/// <summary>
/// A supervisor may start the program again and again with a token that Discord refuses. Each refusal counts towards a ban of this
/// machine's address, so from the second start in a row the token is tried with one small request first, and the program waits,
/// twice as long each time, before it ends.
/// </summary>
internal sealed class TokenRefusals(GatewayLedger ledger, ConnectionClock clock, ILogger<TokenRefusals> log)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);
    private int before;

    /// <exception cref="FatalDiscordException">The token is refused, as at the last start.</exception>
    public async Task CheckAsync(Func<CancellationToken, Task> tryToken, CancellationToken ct)
    {
        await TryAsync(async () => before = await ledger.RefusedStartsAsync(ct));
        if (before == 0) return;
        try
        {
            await tryToken(ct);
        }
        catch (DiscordApiException)
        {
            // No answer says nothing about the token.
        }
    }

    /// <summary>Notes the refusal, and waits where it was not the first in a row.</summary>
    public async Task RefusedAsync(CancellationToken ct)
    {
        await TryAsync(() => ledger.NoteRefusedStartAsync(clock.Time.Now(), ct));
        if (before == 0) return;
        var wait = TimeSpan.FromSeconds(Math.Min(Math.Pow(2, Math.Min(before, 20)), Longest.TotalSeconds));
        log.LogWarning(
            "Discord refused the token {Count} starts in a row; ending in {Seconds:0} s, so that its limits are not hit", before + 1, wait.TotalSeconds);
        await Task.Delay(wait, clock.Time, ct);
    }

    /// <summary>The token is good.</summary>
    public Task AcceptedAsync(CancellationToken ct)
    {
        if (before == 0) return Task.CompletedTask;
        before = 0;
        return TryAsync(() => ledger.ForgetRefusedStartsAsync(ct));
    }

    /// <summary>The count is a kindness; that it cannot be kept is no reason to end.</summary>
    private async Task TryAsync(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            log.LogWarning("The count of refused starts cannot be kept: {Problem}", problem.Message);
        }
    }
}
