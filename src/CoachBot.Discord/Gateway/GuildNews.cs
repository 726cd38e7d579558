namespace CoachBot.Discord.Gateway;

/// <summary>What the gateway says about the servers the bot is in. An outage of a server is no news: nothing has changed.</summary>
public enum GuildNewsKind
{
    /// <summary>READY: these are all servers of the shard.</summary>
    Listed,

    /// <summary>The bot is in this server (GUILD_CREATE): it joined, or the server came back.</summary>
    Joined,

    /// <summary>The bot was removed from this server (GUILD_DELETE).</summary>
    Left,
}

/// <param name="Guilds">One id, or all of the shard's.</param>
/// <param name="ShardId">The shard that heard it.</param>
/// <param name="ShardCount">A server belongs to shard <c>(id >> 22) % ShardCount</c>.</param>
public sealed record GuildNews(GuildNewsKind Kind, IReadOnlyList<ulong> Guilds, int ShardId, int ShardCount);
