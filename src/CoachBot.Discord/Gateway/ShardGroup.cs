using CoachBot.Discord.Gateway.Line;
using CoachBot.Discord.Model;
using CoachBot.Discord.Rest;
using Microsoft.Extensions.Logging;

namespace CoachBot.Discord.Gateway;

/// <summary>
/// The shards that this process runs, each with a session, heartbeat and back-off of its own. They share the address, the
/// turns to identify and the interactions in flight. When one is refused for good, all end.
/// </summary>
internal sealed class ShardGroup(GatewayWiring wiring, Action<Shard, GatewayState> enter, Action<Session> ready, ILoggerFactory logs)
{
    /// <param name="halt">A clean stop, or the bot token was refused.</param>
    /// <exception cref="FatalDiscordException">Discord refuses this bot for good.</exception>
    public async Task RunAsync(CancellationToken halt)
    {
        wiring.Gate.Recall();
        if (await CountAsync(halt) is not { } count) return;
        var ids = wiring.Options.ShardIds ?? Enumerable.Range(0, count);
        var shards = ids.Order().Select(id => new Shard(id, count)).ToList();
        wiring.Gate.Budget.Shards = shards.Count;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(halt);
        // All are known before the first moves: one that is ready does not make the client so.
        foreach (var shard in shards) enter(shard, GatewayState.Idle);
        var running = shards.Select(shard => RunAsync(shard, shard == shards[0], end)).ToList();
        try
        {
            await Task.WhenAll(running);
        }
        finally
        {
            await wiring.Gate.SettleAsync();
        }
    }

    private async Task RunAsync(Shard shard, bool first, CancellationTokenSource end)
    {
        var own = wiring with
        {
            Shard = shard,
            Log = shard.IsAlone ? wiring.Log : logs.CreateLogger($"CoachBot.Discord.Gateway.Shard{shard.Id}"),
            Enter = state => enter(shard, state),
            // What is to be done once for the bot, such as registering commands, is not done for each shard.
            Ready = session =>
            {
                if (first) ready(session);
            },
        };
        try
        {
            await new GatewayLoop(own).RunAsync(end.Token);
        }
        catch
        {
            await end.CancelAsync();
            throw;
        }
    }

    /// <returns>Null when a stop was asked for.</returns>
    private async Task<int?> CountAsync(CancellationToken halt)
    {
        if (wiring.Options.ShardCount is { } fixedCount) return fixedCount;
        var policy = new ReconnectPolicy(wiring.Time, wiring.Jitter);
        while (true)
        {
            try
            {
                wiring.Enter(GatewayState.Connecting);
                await wiring.Address.GetAsync(halt);
                return wiring.Address.Shards;
            }
            catch (OperationCanceledException) when (halt.IsCancellationRequested)
            {
                return null;
            }
            catch (DiscordApiException problem)
            {
                var end = new ConnectionEnd(NextStep.Resume, problem.Message) { MinimumWait = problem.RetryAfter ?? TimeSpan.Zero };
                var plan = policy.After(end, canResume: false);
                wiring.Log.LogInformation(
                    "Gateway: {Reason}; next: asking again in {Seconds:0.0} s", problem.Message, plan.Wait.TotalSeconds);
                wiring.Enter(GatewayState.Backoff);
                await Task.Delay(plan.Wait, wiring.Time, halt).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                if (halt.IsCancellationRequested) return null;
            }
        }
    }
}
