using Microsoft.Extensions.Logging;

namespace CoachBot.Discord.Gateway;

/// <summary>Where each shard stands, and the worst of them.</summary>
internal sealed class ShardStates(ILogger log)
{
    private readonly Lock gate = new();
    private readonly Dictionary<int, GatewayState> states = [];
    private volatile GatewayState worstNow;
    private bool ended;

    public GatewayState Worst => worstNow;

    public void Enter(Shard shard, GatewayState state)
    {
        lock (gate)
        {
            if (ended || (states.TryGetValue(shard.Id, out var before) && before == state)) return;
            log.LogDebug("Gateway, shard {Shard}: {From} -> {To}", shard.Id, before, state);
            states[shard.Id] = state;
            var worst = GatewayState.Ready;
            foreach (var one in states.Values)
            {
                if (Distance(one) > Distance(worst)) worst = one;
            }

            worstNow = worst;
        }
    }

    /// <summary>All together, for good.</summary>
    public void End(GatewayState state)
    {
        lock (gate) (ended, worstNow) = (true, state);
    }

    /// <summary>How far from ready.</summary>
    private static int Distance(GatewayState state) => state switch
    {
        GatewayState.Ready => 0,
        GatewayState.Resuming => 1,
        GatewayState.Identifying => 2,
        GatewayState.Connecting => 3,
        GatewayState.Backoff => 4,
        GatewayState.Idle => 5,
        _ => 6,
    };
}
