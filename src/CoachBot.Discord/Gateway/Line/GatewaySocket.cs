using System.Buffers;
using System.Globalization;
using System.Net;
using System.Net.WebSockets;
using System.Security.Authentication;

namespace CoachBot.Discord.Gateway.Line;

/// <summary>
/// One websocket: whole messages in, capped; whole payloads out, one at a time, within Discord's sizes and rate.
/// Not reused after its end.
/// </summary>
internal sealed class GatewaySocket : IDisposable
{
    /// <summary>Discord: Gateway, "Sending Events": larger ones are answered with close code 4002.</summary>
    public const int LargestSent = 4096;

    /// <summary>Not documented; far above what the intents of this bot bring.</summary>
    public const int LargestReceived = 16 * 1024 * 1024;

    private static readonly TimeSpan ConnectTime = TimeSpan.FromSeconds(15);
    private const int UsualReceived = 16 * 1024;
    private const int LargestPooled = 1024 * 1024;

    /// <summary>The large buffer that was used last, for the next one who needs one, unless its memory was wanted meanwhile.</summary>
    private static readonly WeakReference<byte[]?> SpareLarge = new(null);
    private readonly ClientWebSocket socket = new();
    private HttpMessageInvoker? upgrade;
    private readonly SemaphoreSlim sending = new(1, 1);
    private readonly SendBudget budget;
    private readonly TimeProvider time;
    private LineTap? line;
    private byte[] buffer = ArrayPool<byte>.Shared.Rent(UsualReceived);

    public GatewaySocket(string userAgent, TimeProvider time)
    {
        this.time = time;
        budget = new SendBudget(time);
        socket.Options.SetRequestHeader("User-Agent", userAgent);
        // Discord's heartbeat tells whether the line is alive; its answer to websocket pings is not documented.
        socket.Options.KeepAliveInterval = Timeout.InfiniteTimeSpan;
        socket.Options.CollectHttpResponseDetails = true;
    }

    /// <summary>The code of the server's close frame; null when it sent none.</summary>
    public int? CloseCode => socket.CloseStatus is { } status && line is not { EndsWithEmptyClose: true } ? (int)status : null;

    /// <summary>Bytes kept for reading.</summary>
    internal int Held => buffer.Length;

    /// <returns>Null when connected; otherwise how it ended before it began.</returns>
    public async Task<ConnectionEnd?> ConnectAsync(Uri address, CancellationToken halt)
    {
        using var limit = new CancellationTokenSource(ConnectTime, time);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, halt);
        upgrade = new HttpMessageInvoker(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = !address.IsLoopback,
            PlaintextStreamFilter = (context, _) => ValueTask.FromResult<Stream>(line = new LineTap(context.PlaintextStream)),
        });
        try
        {
            await socket.ConnectAsync(address, upgrade, over.Token);
            return null;
        }
        catch (OperationCanceledException) when (halt.IsCancellationRequested)
        {
            return new ConnectionEnd(NextStep.Stopped, "a clean stop");
        }
        catch (OperationCanceledException)
        {
            return new ConnectionEnd(NextStep.Resume, "no connection in time") { Label = "connect" };
        }
        catch (WebSocketException problem)
        {
            return new ConnectionEnd(NextStep.Resume, $"no connection ({Why(problem)})")
            {
                Label = "connect",
                MinimumWait = RetryAfter() ?? TimeSpan.Zero,
            };
        }
    }

    /// <summary>The next message; valid until the next call. Null after the server's close frame.</summary>
    /// <exception cref="WebSocketException">The line broke, or the server does not speak the protocol.</exception>
    /// <exception cref="MessageTooBigException">More than <see cref="LargestReceived"/>.</exception>
    public async ValueTask<ReadOnlyMemory<byte>?> ReceiveAsync(CancellationToken ct)
    {
        if (buffer.Length > LargestPooled) Exchange(UsualReceived, keep: 0);
        var length = 0;
        while (true)
        {
            if (length == buffer.Length)
            {
                if (length >= LargestReceived)
                {
                    // This line is about to end, but what still knows it may live on for a while.
                    Exchange(UsualReceived, keep: 0);
                    throw new MessageTooBigException();
                }

                Exchange(buffer.Length < LargestPooled ? buffer.Length * 2 : LargestReceived, length);
            }

            var part = await socket.ReceiveAsync(buffer.AsMemory(length), ct);
            if (part.MessageType == WebSocketMessageType.Close) return null;
            length += part.Count;
            if (part.EndOfMessage) return buffer.AsMemory(0, length);
        }
    }

    public async Task SendAsync(ReadOnlyMemory<byte> payload, bool heartbeat, CancellationToken ct)
    {
        if (payload.Length > LargestSent)
            throw new InvalidOperationException($"A gateway payload has {payload.Length} bytes; Discord allows {LargestSent}.");
        while (budget.Take(heartbeat) is var wait && wait > TimeSpan.Zero) await Task.Delay(wait, time, ct);
        await sending.WaitAsync(ct);
        try
        {
            await socket.SendAsync(payload, WebSocketMessageType.Text, true, ct);
        }
        finally
        {
            sending.Release();
        }
    }

    /// <summary>Sends our close frame, or answers the server's; does not wait for the other side. Never throws.</summary>
    public async Task CloseAsync(int code)
    {
        try
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(2), time);
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                await socket.CloseOutputAsync((WebSocketCloseStatus)code, null, limit.Token);
        }
        catch (Exception problem) when (
            problem is WebSocketException or OperationCanceledException or ObjectDisposedException
                or InvalidOperationException or IOException)
        {
            // The line is gone already, which is what closing is for.
        }
    }

    public void Dispose()
    {
        socket.Dispose();
        upgrade?.Dispose();
        sending.Dispose();
        // The buffer is not given back: a receive that was cut off may still hold it.
    }

    /// <summary>The refused upgrade's status, or what went wrong below it: the name, the line, the certificate. Names no address.</summary>
    private string Why(WebSocketException e)
    {
        if (socket.HttpStatusCode != 0) return $"HTTP {(int)socket.HttpStatusCode}";
        if (e.InnerException is not HttpRequestException problem) return e.WebSocketErrorCode.ToString();
        return problem.InnerException is AuthenticationException certificate
            ? $"{problem.HttpRequestError}: {certificate.Message}"
            : problem.HttpRequestError.ToString();
    }

    /// <summary>How long a refused upgrade (429) asks to wait.</summary>
    private TimeSpan? RetryAfter()
    {
        if (socket.HttpStatusCode != HttpStatusCode.TooManyRequests || socket.HttpResponseHeaders is not { } headers) return null;
        var text = headers.FirstOrDefault(h => h.Key.Equals("Retry-After", StringComparison.OrdinalIgnoreCase)).Value?.FirstOrDefault();
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0 and <= 3600
            ? TimeSpan.FromSeconds(seconds)
            : null;
    }

    private void Exchange(int size, int keep)
    {
        var next = size > LargestPooled ? RentLarge() : ArrayPool<byte>.Shared.Rent(size);
        buffer.AsSpan(0, keep).CopyTo(next);
        Return(buffer);
        buffer = next;
    }

    /// <summary>
    /// A large buffer is not for the pool, which would keep it, and each smaller one on the way to it, for every thread
    /// that reads. But a row of large messages must not cost a new one each.
    /// </summary>
    private static byte[] RentLarge()
    {
        lock (SpareLarge)
        {
            if (!SpareLarge.TryGetTarget(out var spare)) return GC.AllocateUninitializedArray<byte>(LargestReceived);
            SpareLarge.SetTarget(null);
            return spare;
        }
    }

    private static void Return(byte[] used)
    {
        if (used.Length <= LargestPooled) ArrayPool<byte>.Shared.Return(used);
        else lock (SpareLarge) SpareLarge.SetTarget(used);
    }
}

/// <summary>A message beyond the cap: the connection is given up, not the memory.</summary>
internal sealed class MessageTooBigException : Exception;
