using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace CoachBot.Discord.Tests.Chaos;

/// <summary>How a <see cref="ChaosProxy"/> ends a line.</summary>
internal enum Ending
{
    /// <summary>RST both ways.</summary>
    Reset,

    /// <summary>The client is told that no more comes; what it sends still arrives.</summary>
    HalfClose,

    /// <summary>Nothing arrives any more, either way, and nobody is told.</summary>
    BlackHole,
}

/// <summary>
/// A TCP relay between the client and a fake server that spoils the line as told: in pieces, held back, merged, cut
/// at a byte. Everything counts bytes, nothing takes time. "Down" is towards the client. An ending strikes the lines
/// that are open; the next one is whole again.
/// </summary>
internal sealed class ChaosProxy : IAsyncDisposable
{
    private readonly int target;
    private readonly Dice dice;
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<Line> lines = [];
    private readonly CancellationTokenSource over = new();
    private readonly SemaphoreSlim allowed = new(0);
    private readonly Task accepting;
    private long bytesDown;

    public ChaosProxy(int server, ulong seed = 0)
    {
        (target, dice) = (server, new Dice(seed));
        listener.Start();
        accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Bytes passed on towards the client so far, all lines together.</summary>
    public long BytesDown => Interlocked.Read(ref bytesDown);

    /// <summary>What comes in one write goes out in random pieces of at most so many bytes.</summary>
    public int LargestPiece { get; set; } = int.MaxValue;

    /// <summary>Down, so many bytes are collected and go out as one write: delay by count, and many writes merged.</summary>
    public int Collects { get; set; } = 1;

    /// <summary>Down, each byte waits for its <see cref="Allow"/>: a slow server.</summary>
    public bool Holds { get; set; }

    /// <summary>When <see cref="BytesDown"/> would pass this, the line ends there, once.</summary>
    public (long At, Ending How)? Cut { get; set; }

    public void Allow(int bytes) => allowed.Release(bytes);

    public void End(Ending how)
    {
        foreach (var line in lines) line.End(how);
    }

    public async ValueTask DisposeAsync()
    {
        await over.CancelAsync();
        await accepting;
        listener.Stop();
        End(Ending.Reset);
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(over.Token);
                var server = new TcpClient { NoDelay = client.NoDelay = true };
                await server.ConnectAsync(IPAddress.Loopback, target, over.Token);
                var line = new Line(client, server);
                lines.Enqueue(line);
                _ = Task.Run(() => RelayAsync(line, client, server, UpAsync));
                _ = Task.Run(() => RelayAsync(line, server, client, DownAsync));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
            // The test is over.
        }
    }

    private static async Task RelayAsync(Line line, TcpClient from, TcpClient to, Func<Line, Stream, Stream, Task> passAsync)
    {
        try
        {
            await passAsync(line, from.GetStream(), to.GetStream());
            if (line.Ended is null) to.Client.Shutdown(SocketShutdown.Send);
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            // One side is gone: the other learns it, unless nothing passes any more.
            if (line.Ended is null) line.End(Ending.Reset);
        }
    }

    private async Task UpAsync(Line line, Stream client, Stream server)
    {
        var buffer = new byte[16 * 1024];
        while (await client.ReadAsync(buffer, over.Token) is > 0 and var read)
        {
            for (var at = 0; at < read && line.Ended is null or Ending.HalfClose;)
            {
                var piece = Math.Min(read - at, Piece());
                await server.WriteAsync(buffer.AsMemory(at, piece), over.Token);
                at += piece;
            }
        }
    }

    private async Task DownAsync(Line line, Stream server, Stream client)
    {
        var buffer = new byte[64 * 1024];
        for (int kept = 0, read; (read = await server.ReadAsync(buffer.AsMemory(kept), over.Token)) > 0;)
        {
            if ((kept += read) < Collects && kept < buffer.Length) continue;
            for (var at = 0; at < kept && line.Ended is null;)
            {
                if (Holds) await allowed.WaitAsync(over.Token);
                var piece = Math.Min(kept - at, Piece());
                var (cut, here) = (Cut, BytesDown);
                if (cut?.At < here + piece) piece = (int)Math.Max(0, cut.Value.At - here);
                await client.WriteAsync(buffer.AsMemory(at, piece), over.Token);
                Interlocked.Add(ref bytesDown, piece);
                at += piece;
                if (!(cut?.At <= here + piece)) continue;
                Cut = null;
                line.End(cut.Value.How);
            }

            kept = 0;
        }
    }

    private int Piece()
    {
        if (Holds) return 1;
        if (LargestPiece == int.MaxValue) return int.MaxValue;
        lock (dice) return 1 + dice.Below(LargestPiece);
    }

    private sealed class Line(TcpClient client, TcpClient server)
    {
        public Ending? Ended { get; private set; }

        public void End(Ending how)
        {
            Ended = how;
            try
            {
                if (how == Ending.HalfClose) client.Client.Shutdown(SocketShutdown.Send);
                if (how != Ending.Reset) return;
                client.LingerState = server.LingerState = new LingerOption(true, 0);
                client.Dispose();
                server.Dispose();
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException or NullReferenceException)
            {
                // It had ended already.
            }
        }
    }
}
