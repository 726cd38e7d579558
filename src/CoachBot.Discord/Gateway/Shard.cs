namespace CoachBot.Discord.Gateway;

/// <summary>One of the connections that share a bot's servers (Discord: Gateway, "Sharding").</summary>
internal sealed record Shard(int Id, int Count)
{
    public bool IsAlone => Count == 1;
}
