using System.Threading.Channels;

using Microsoft.Extensions.Logging;

namespace CoachBot.Discord.Gateway;

/// <summary>Brings news of servers to who asked for them, one at a time and in order, off the loop that reads the gateway.</summary>
internal sealed class GuildFeed(ILogger log)
{
    private readonly Channel<GuildNews> _news = Channel.CreateUnbounded<GuildNews>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Lock _gate = new();
    private bool _running;

    /// <summary>Null while nobody listens; then nothing is kept.</summary>
    public Func<GuildNews, CancellationToken, Task>? Listener { get; set; }

    public CancellationToken Halt { get; set; }

    public void Tell(GuildNews news)
    {
        if (Listener is null) return;
        _news.Writer.TryWrite(news);
        lock (_gate)
        {
            if (_running) return;
            _running = true;
        }

        _ = Task.Run(BringAsync);
    }

    private async Task BringAsync()
    {
        while (true)
        {
            while (_news.Reader.TryRead(out var news)) await BringAsync(news);
            lock (_gate)
            {
                if (_news.Reader.TryPeek(out _)) continue;
                _running = false;
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
        catch (Exception e)
        {
            log.LogError("News of a server ({Kind}) was not taken in: {Error}: {Problem}", news.Kind, e.GetType().Name, e.Message);
        }
    }
}
