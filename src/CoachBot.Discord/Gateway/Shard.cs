namespace CoachBot.Discord.Gateway;

/// <summary>One of the connections that share a bot's servers (Discord: Gateway, "Sharding").</summary>
internal readonly record struct Shard(int Id, int Count)
{
    public bool IsAlone => Count == 1;
}
