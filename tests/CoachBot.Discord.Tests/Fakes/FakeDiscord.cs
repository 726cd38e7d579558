using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace CoachBot.Discord.Tests.Fakes;

/// <summary>
/// A scripted Discord on loopback: REST and gateway on one port, on raw sockets, so that a test can cut a frame
/// or an answer where it likes. It decides nothing: tests say what to answer.
/// </summary>
internal sealed class FakeDiscord : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Channel<GatewayPeer> peers = Channel.CreateUnbounded<GatewayPeer>();
    private readonly ConcurrentBag<TcpClient> clients = [];
    private readonly Task accepting;

    public FakeDiscord()
    {
        listener.Start();
        accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public Uri RestBase => new($"http://127.0.0.1:{Port}/api/v10/");

    public Uri GatewayUrl => new($"ws://127.0.0.1:{Port}/");

    /// <summary>Every REST request, in order of arrival.</summary>
    public ConcurrentQueue<FakeRequest> Requests { get; } = new();

    /// <summary>Upgrades that were asked for, refused ones included.</summary>
    public int Upgrades;

    /// <summary>What to answer; null falls back to <see cref="Usual"/>.</summary>
    public Func<FakeRequest, FakeReply?> Answer { get; set; } = _ => null;

    /// <summary>Refuses upgrades while set.</summary>
    public Func<FakeRequest, FakeReply?> Upgrade { get; set; } = _ => null;

    public FakeReply Usual(FakeRequest request) => request.Route switch
    {
        "GET gateway/bot" => FakeReply.Json($$$"""{"url":"{{{GatewayUrl}}}","shards":1,"session_start_limit":{"total":1000,"remaining":999,"reset_after":0,"max_concurrency":1}}"""),
        _ when request.Route.EndsWith("/callback", StringComparison.Ordinal) => FakeReply.Empty(204),
        _ => FakeReply.Json("""{"id":"77"}"""),
    };

    public Task<GatewayPeer> NextPeerAsync() => peers.Reader.ReadAsync().AsTask().WaitAsync(Patience.Bound, TimeProvider.System);

    public bool TryNextPeer(out GatewayPeer? peer) => peers.Reader.TryRead(out peer);

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        // The loop may be between two accepts: the listener is closed only once it has left.
        await accepting;
        listener.Stop();
        foreach (var client in clients) client.Dispose();
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(stop.Token);
                client.NoDelay = true;
                clients.Add(client);
                _ = Task.Run(() => ServeAsync(client));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        var kept = false;
        try
        {
            var stream = client.GetStream();
            while (await FakeRequest.ReadAsync(stream, stop.Token) is { } request)
            {
                if (request.Headers.TryGetValue("Upgrade", out _))
                {
                    Interlocked.Increment(ref Upgrades);
                    if (Upgrade(request) is { } refusal)
                    {
                        await refusal.WriteAsync(stream, stop.Token);
                        return;
                    }

                    kept = true;
                    peers.Writer.TryWrite(await GatewayPeer.AcceptAsync(client, request));
                    return;
                }

                Requests.Enqueue(request);
                var reply = Answer(request) ?? Usual(request);
                if (reply.Hold is not null) await reply.Hold.WaitAsync(stop.Token);
                if (reply.Status == 0) return;
                await reply.WriteAsync(stream, stop.Token);
                if (reply.Promised is not null) return;
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The other side left.
        }
        finally
        {
            if (!kept) client.Dispose();
        }
    }
}
