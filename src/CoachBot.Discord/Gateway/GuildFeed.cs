using System.Text.Json;
using System.Threading.Channels;
using CoachBot.Discord.Model;
using Microsoft.Extensions.Logging;

namespace CoachBot.Discord.Gateway;

/// <summary>Brings news of servers to who asked for them, one at a time and in order, off the loop that reads the gateway.</summary>
/// <param name="settings">See <see cref="DiscordOptions.SettingPrefix"/>.</param>
internal sealed class GuildFeed(ILogger log, string settings = "")
{
    /// <summary>Discord refuses a shard with more than 2500 servers (4011).</summary>
    private const int ManyServers = 2000;

    private readonly Channel<GuildNews> waiting = Channel.CreateUnbounded<GuildNews>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Lock gate = new();
    private bool running;

    /// <summary>Null while nobody listens; then nothing is kept.</summary>
    public Func<GuildNews, CancellationToken, Task>? Listener { get; set; }

    public CancellationToken Halt { get; set; }

    /// <summary>READY lists the shard's servers.</summary>
    public void List(IReadOnlyList<ulong> guilds, Shard shard)
    {
        if (guilds.Count > ManyServers)
        {
            log.LogWarning(
                "Shard {Shard} has {Count} servers and Discord allows 2500: "
                + "start again with {Settings}ShardCount on auto, or with a higher one",
                shard.Id, guilds.Count, settings);
        }

        Tell(GuildNewsKind.Listed, guilds, shard);
    }

    /// <summary>GUILD_CREATE: the bot is in this server, newly or again.</summary>
    /// <exception cref="JsonException">Damaged before the id.</exception>
    public void Join(ReadOnlySpan<byte> guildCreate, Shard shard)
    {
        if (Listener is not null && GuildEvent.Id(guildCreate) is { } id) Tell(GuildNewsKind.Joined, [id], shard);
    }

    /// <summary>GUILD_DELETE: the bot was removed, or the server has an outage.</summary>
    /// <exception cref="JsonException">Not JSON.</exception>
    public void Leave(ReadOnlySpan<byte> guildDelete, Shard shard)
    {
        if (GuildEvent.Id(guildDelete) is not { } id) return;
        var outage = GuildEvent.IsOutage(guildDelete);
        log.LogInformation("The bot lost a server: {Why}", outage ? "it is unavailable for now" : "the bot was removed");
        if (!outage) Tell(GuildNewsKind.Left, [id], shard);
    }

    private void Tell(GuildNewsKind kind, IReadOnlyList<ulong> guilds, Shard shard)
    {
        if (Listener is null) return;
        var news = new GuildNews(kind, guilds, shard.Id, shard.Count);
        waiting.Writer.TryWrite(news);
        lock (gate)
        {
            if (running) return;
            running = true;
        }

        _ = Task.Run(BringAsync);
    }

    private async Task BringAsync()
    {
        while (true)
        {
            while (waiting.Reader.TryRead(out var news)) await BringAsync(news);
            lock (gate)
            {
                if (waiting.Reader.TryPeek(out _)) continue;
                running = false;
                return;
            }
        }
    }

    private async Task BringAsync(GuildNews news)
    {
        try
        {
            foreach (var listener in Delegate.EnumerateInvocationList(Listener)) await listener(news, Halt);
        }
        catch (OperationCanceledException) when (Halt.IsCancellationRequested)
        {
            // Stopping.
        }
        catch (Exception problem)
        {
            log.LogError(
                "News of a server ({Kind}) was not taken in: {Error} at {Where}", news.Kind, problem.GetType().Name, problem.StackTrace);
        }
    }
}
