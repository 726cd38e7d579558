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
    private readonly ClientWebSocket _socket = new();
    private HttpMessageInvoker? _upgrade;
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly SendBudget _budget;
    private readonly TimeProvider _time;
    private LineTap? _line;
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(UsualReceived);

    public GatewaySocket(string userAgent, TimeProvider time)
    {
        _time = time;
        _budget = new SendBudget(time);
        _socket.Options.SetRequestHeader("User-Agent", userAgent);
        // Discord's heartbeat tells whether the line is alive; its answer to websocket pings is not documented.
        _socket.Options.KeepAliveInterval = Timeout.InfiniteTimeSpan;
        _socket.Options.CollectHttpResponseDetails = true;
    }

    /// <summary>The code of the server's close frame; null when it sent none.</summary>
    public int? CloseCode => _socket.CloseStatus is { } status && _line is not { EndsWithEmptyClose: true } ? (int)status : null;

    /// <summary>Bytes kept for reading.</summary>
    internal int Held => _buffer.Length;

    /// <returns>Null when connected; otherwise how it ended before it began.</returns>
    public async Task<ConnectionEnd?> ConnectAsync(Uri address, CancellationToken halt)
    {
        using var limit = new CancellationTokenSource(ConnectTime, _time);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, halt);
        _upgrade = new HttpMessageInvoker(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = !address.IsLoopback,
            PlaintextStreamFilter = (context, _) => ValueTask.FromResult<Stream>(_line = new LineTap(context.PlaintextStream)),
        });
        try
        {
            await _socket.ConnectAsync(address, _upgrade, over.Token);
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
        catch (WebSocketException e)
        {
            return new ConnectionEnd(NextStep.Resume, $"no connection ({Why(e)})") { Label = "connect", MinimumWait = RetryAfter() ?? TimeSpan.Zero };
        }
    }

    /// <summary>The next message; valid until the next call. Null after the server's close frame.</summary>
    /// <exception cref="WebSocketException">The line broke, or the server does not speak the protocol.</exception>
    /// <exception cref="MessageTooBigException">More than <see cref="LargestReceived"/>.</exception>
    public async ValueTask<ReadOnlyMemory<byte>?> ReceiveAsync(CancellationToken ct)
    {
        if (_buffer.Length > LargestPooled) Exchange(UsualReceived, keep: 0);
        var length = 0;
        while (true)
        {
            if (length == _buffer.Length)
            {
                if (length >= LargestReceived)
                {
                    // This line is about to end, but what still knows it may live on for a while.
                    Exchange(UsualReceived, keep: 0);
                    throw new MessageTooBigException();
                }

                Exchange(_buffer.Length < LargestPooled ? _buffer.Length * 2 : LargestReceived, length);
            }

            var part = await _socket.ReceiveAsync(_buffer.AsMemory(length), ct);
            if (part.MessageType == WebSocketMessageType.Close) return null;
            length += part.Count;
            if (part.EndOfMessage) return _buffer.AsMemory(0, length);
        }
    }

    public async Task SendAsync(ReadOnlyMemory<byte> payload, bool heartbeat, CancellationToken ct)
    {
        if (payload.Length > LargestSent)
            throw new InvalidOperationException($"A gateway payload has {payload.Length} bytes; Discord allows {LargestSent}.");
        while (_budget.Take(heartbeat) is var wait && wait > TimeSpan.Zero) await Task.Delay(wait, _time, ct);
        await _sending.WaitAsync(ct);
        try
        {
            await _socket.SendAsync(payload, WebSocketMessageType.Text, true, ct);
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Sends our close frame, or answers the server's; does not wait for the other side. Never throws.</summary>
    public async Task CloseAsync(int code)
    {
        try
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(2), _time);
            if (_socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                await _socket.CloseOutputAsync((WebSocketCloseStatus)code, null, limit.Token);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or ObjectDisposedException or InvalidOperationException or IOException)
        {
            // The line is gone already, which is what closing is for.
        }
    }

    public void Dispose()
    {
        _socket.Dispose();
        _upgrade?.Dispose();
        _sending.Dispose();
        // The buffer is not given back: a receive that was cut off may still hold it.
    }

    /// <summary>The refused upgrade's status, or what went wrong below it: the name, the line, the certificate. Names no address.</summary>
    private string Why(WebSocketException e)
    {
        if (_socket.HttpStatusCode != 0) return $"HTTP {(int)_socket.HttpStatusCode}";
        if (e.InnerException is not HttpRequestException problem) return e.WebSocketErrorCode.ToString();
        return problem.InnerException is AuthenticationException certificate
            ? $"{problem.HttpRequestError}: {certificate.Message}"
            : problem.HttpRequestError.ToString();
    }

    /// <summary>How long a refused upgrade (429) asks to wait.</summary>
    private TimeSpan? RetryAfter()
    {
        if (_socket.HttpStatusCode != HttpStatusCode.TooManyRequests || _socket.HttpResponseHeaders is not { } headers) return null;
        var text = headers.FirstOrDefault(h => h.Key.Equals("Retry-After", StringComparison.OrdinalIgnoreCase)).Value?.FirstOrDefault();
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0 and <= 3600
            ? TimeSpan.FromSeconds(seconds)
            : null;
    }

    /// <summary>A large buffer is not for the pool, which would keep it, and each smaller one on the way to it, for every thread that reads.</summary>
    private void Exchange(int size, int keep)
    {
        var next = size > LargestPooled ? GC.AllocateUninitializedArray<byte>(size) : ArrayPool<byte>.Shared.Rent(size);
        _buffer.AsSpan(0, keep).CopyTo(next);
        if (_buffer.Length <= LargestPooled) ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = next;
    }
}

/// <summary>A message beyond the cap: the connection is given up, not the memory.</summary>
internal sealed class MessageTooBigException : Exception;
