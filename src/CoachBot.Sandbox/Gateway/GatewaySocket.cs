using System.IO.Compression;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using CoachBot.Sandbox.Bots;

namespace CoachBot.Sandbox.Gateway;

/// <summary>
/// The sending half of one gateway connection: a queue, written by one loop. With zlib-stream all payloads share one compression context,
/// and each ends in a sync flush (00 00 FF FF). Discord: events/gateway, "Transport Compression".
/// </summary>
internal sealed class GatewaySocket(WebSocket socket, TrafficLog traffic, bool compressed) : IDisposable
{
    private readonly Channel<byte[]> queue =
        System.Threading.Channels.Channel.CreateUnbounded<byte[]>(new UnboundedChannelOptions { SingleReader = true });
    private readonly CancellationTokenSource aborted = new();
    private readonly MemoryStream deflated = new();
    private ZLibStream? zlib;
    private (int Code, string Reason)? closing;

    /// <summary>The bot, once it has identified.</summary>
    public Bot? Bot { get; set; }

    public CancellationToken Aborted => aborted.Token;

    /// <summary>True once this side has asked to close; nothing more is read then.</summary>
    public bool IsClosing => closing is not null;

    public void Send(JsonObject payload)
    {
        if (queue.Writer.TryWrite(Encoding.UTF8.GetBytes(payload.ToText()))) traffic.Gateway(Bot, Direction.ToBot, payload);
    }

    /// <summary>Closes politely with a code, after what is in the queue.</summary>
    public void Close(int code, string reason)
    {
        closing ??= (code, reason);
        queue.Writer.TryComplete();
    }

    /// <summary>Cuts the line without a word, as a broken network does.</summary>
    public void Abort()
    {
        socket.Abort();
        // Not Cancel: the gate is held here, and continuations of the token would run inside it.
        _ = aborted.CancelAsync();
        queue.Writer.TryComplete();
    }

    /// <summary>Op 9 with false: this session cannot be resumed.</summary>
    public void Invalidate() => Send(new JsonObject { ["op"] = GatewayOp.InvalidSession, ["d"] = false });

    public async Task WriteAsync(CancellationToken ct)
    {
        await foreach (var bytes in queue.Reader.ReadAllAsync(ct))
        {
            if (compressed) await socket.SendAsync(Deflate(bytes), WebSocketMessageType.Binary, endOfMessage: true, ct);
            else await socket.SendAsync(bytes, WebSocketMessageType.Text, endOfMessage: true, ct);
        }

        if (closing is { } why && socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            await socket.CloseOutputAsync((WebSocketCloseStatus)why.Code, why.Reason, ct);
    }

    public void Dispose()
    {
        zlib?.Dispose();
        deflated.Dispose();
        aborted.Dispose();
    }

    private ReadOnlyMemory<byte> Deflate(byte[] bytes)
    {
        deflated.SetLength(0);
        zlib ??= new ZLibStream(deflated, CompressionLevel.Fastest, leaveOpen: true);
        zlib.Write(bytes);
        zlib.Flush();
        return deflated.ToArray();
    }
}
