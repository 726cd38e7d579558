using CoachBot.Discord.Model;
using CoachBot.Discord.Options;
using Microsoft.Extensions.Logging;

namespace CoachBot.Discord.Gateway;

/// <summary>
/// Lets the shards of this process identify one after the other in each of Discord's buckets (<c>shard_id % max_concurrency</c>),
/// in the order in which they came, as far apart as <see cref="IdentifyBudget"/> asks. A turn is held from before the
/// connection is made until IDENTIFY is sent or the connection has ended without.
/// </summary>
internal sealed class IdentifyGate(TimeProvider time, IdentifyLedger? ledger, ILogger log)
{
    /// <summary>A storage that does not answer must not keep the bot from its work.</summary>
    private static readonly TimeSpan RecallTime = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    private readonly Lock gate = new();
    private readonly Dictionary<int, Task> last = [];
    private Task recalled = Task.CompletedTask;
    private Task kept = Task.CompletedTask;
    private int buckets = 1;

    public IdentifyBudget Budget { get; } = new(time);

    public void Learn(GatewayBot told)
    {
        buckets = told.MaxConcurrency;
        Budget.Learn(told);
    }

    /// <summary>Begins to read what earlier processes spent; the first turn waits for it.</summary>
    public void Recall()
    {
        if (ledger is not null) recalled = Task.Run(RecallAsync);
    }

    /// <param name="waiting">Told before a wait begins.</param>
    /// <returns>Null when a stop was asked for.</returns>
    public async Task<IdentifyTurn?> EnterAsync(Shard shard, Action waiting, CancellationToken halt)
    {
        var bucket = shard.Id % buckets;
        var turn = new IdentifyTurn(() => Spend(bucket));
        Task before;
        lock (gate)
        {
            before = last.GetValueOrDefault(bucket, Task.CompletedTask);
            last[bucket] = turn.Over;
        }

        try
        {
            await recalled;
            if (!before.IsCompleted)
            {
                waiting();
                await before.WaitAsync(halt);
            }

            for (TimeSpan wait; (wait = Budget.Wait(bucket)) > TimeSpan.Zero;)
            {
                if (wait > TimeSpan.FromMinutes(1))
                {
                    log.LogError(
                        "Too many new sessions ({Spent} in 24 hours); the next one in {Minutes:0} min", Budget.Spent, wait.TotalMinutes);
                }

                waiting();
                await Task.Delay(wait, time, halt);
            }

            return turn;
        }
        catch (OperationCanceledException)
        {
            turn.Dispose();
            return null;
        }
    }

    /// <summary>Waits until what was spent is kept.</summary>
    public Task SettleAsync() => kept;

    private void Spend(int bucket)
    {
        Budget.Spend(bucket);
        if (ledger is null) return;
        var now = time.GetUtcNow();
        lock (gate)
        {
            var before = kept;
            kept = Task.Run(async () =>
            {
                await before;
                await TryAsync("kept", () => ledger.Add(now, CancellationToken.None));
            });
        }
    }

    private Task RecallAsync() => TryAsync("read", async () =>
    {
        using var limit = new CancellationTokenSource(RecallTime, time);
        Budget.Recall(await ledger!.Since(time.GetUtcNow() - Day, limit.Token).WaitAsync(limit.Token));
    });

    private async Task TryAsync(string what, Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (Exception problem)
        {
            log.LogWarning("The count of new sessions could not be {What}, so it may be too low: {Error}", what, problem.GetType().Name);
        }
    }
}

/// <summary>The right to identify, once.</summary>
internal sealed class IdentifyTurn(Action spend) : IDisposable
{
    private readonly TaskCompletionSource over = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Over => over.Task;

    /// <summary>IDENTIFY is being sent.</summary>
    public void Spend()
    {
        spend();
        Dispose();
    }

    public void Dispose() => over.TrySetResult();
}
