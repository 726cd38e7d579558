using System.Buffers.Binary;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;

namespace CoachBot.Discord.Tests.Fakes;

/// <summary>The server's end of one gateway connection, frame by frame (RFC 6455).</summary>
internal sealed class GatewayPeer
{
    private readonly TcpClient client;
    private readonly NetworkStream stream;
    private readonly Channel<JsonElement> received = Channel.CreateUnbounded<JsonElement>();
    private readonly TaskCompletionSource<int?> closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock writing = new();
    private bool saidGoodbye;

    private GatewayPeer(TcpClient client, FakeRequest request)
    {
        this.client = client;
        stream = client.GetStream();
        Request = request;
    }

    /// <summary>The upgrade.</summary>
    public FakeRequest Request { get; }

    public Channel<JsonElement> Beats { get; } = Channel.CreateUnbounded<JsonElement>();

    /// <summary>Answer heartbeats, as Discord does.</summary>
    public bool Acknowledges { get; set; } = true;

    /// <summary>Close the line when the client says goodbye, as Discord does.</summary>
    public bool HangsUp { get; set; } = true;

    /// <summary>The code the client closed with; null when the line just ended.</summary>
    public Task<int?> Closed => closed.Task.WaitAsync(Patience.Bound, TimeProvider.System);

    public bool IsClosed => closed.Task.IsCompleted;

    public static async Task<GatewayPeer> AcceptAsync(TcpClient client, FakeRequest request)
    {
        var key = request.Headers["Sec-WebSocket-Key"] + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
#pragma warning disable CA5350 // RFC 6455 demands SHA-1.
        var accept = Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(key)));
#pragma warning restore CA5350
        var peer = new GatewayPeer(client, request);
        await peer.RawAsync(Encoding.ASCII.GetBytes(
            $"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: {accept}\r\n\r\n"));
        _ = Task.Run(peer.ReadAsync);
        return peer;
    }

    /// <summary>There is a message that is no heartbeat and was not received yet.</summary>
    public bool HasMore => received.Reader.TryPeek(out _);

    /// <summary>The next message that is no heartbeat.</summary>
    public async Task<JsonElement> ReceiveAsync(int op)
    {
        var message = await received.Reader.ReadAsync().AsTask().WaitAsync(Patience.Bound, TimeProvider.System);
        Assert.Equal(op, message.GetProperty("op").GetInt32());
        return message.GetProperty("d");
    }

    /// <summary>The next message of any kind but a heartbeat; null when the client leaves instead.</summary>
    public Task<JsonElement?> NextMessageAsync() => NextAsync(received.Reader);

    /// <summary>The next heartbeat's data; null when the client leaves instead.</summary>
    public async Task<JsonElement?> NextBeatAsync() => (await NextAsync(Beats.Reader))?.GetProperty("d");

    /// <summary>The next heartbeat's data.</summary>
    public async Task<JsonElement> BeatAsync() =>
        (await Beats.Reader.ReadAsync().AsTask().WaitAsync(Patience.Bound, TimeProvider.System)).GetProperty("d");

    /// <summary>All that was sent so far has been taken in: a requested heartbeat came back.</summary>
    public async Task SettleAsync()
    {
        await SendAsync("""{"op":1}""");
        await BeatAsync();
    }

    public Task HelloAsync(string interval = "41250") => SendAsync($$"""{"op":10,"d":{"heartbeat_interval":{{interval}}},"s":null,"t":null}""");

    public Task DispatchAsync(string type, long sequence, string data) => SendAsync($$"""{"op":0,"t":"{{type}}","s":{{sequence}},"d":{{data}}}""");

    public Task SendAsync(string json) => RawAsync(Frame(1, Encoding.UTF8.GetBytes(json)));

    /// <summary>A close frame, the last thing a server sends (RFC 6455, section 5.5.1): what is sent after it goes nowhere.</summary>
    public Task CloseAsync(int? code)
    {
        var payload = new byte[code is null ? 0 : 2];
        if (code is { } c) BinaryPrimitives.WriteUInt16BigEndian(payload, (ushort)c);
        lock (writing)
        {
            stream.Write(Frame(8, payload));
            saidGoodbye = true;
        }

        return Task.CompletedTask;
    }

    /// <summary>Drops the line without a word.</summary>
    public void Cut() => client.Dispose();

    /// <summary>Ends the line with a reset: what the client has not read yet is lost to it.</summary>
    public void Reset()
    {
        try
        {
            client.LingerState = new LingerOption(true, 0);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or NullReferenceException)
        {
            // The client has left already.
        }

        client.Dispose();
    }

    public Task RawAsync(ReadOnlyMemory<byte> bytes)
    {
        lock (writing)
        {
            if (!saidGoodbye) stream.Write(bytes.Span);
        }

        return Task.CompletedTask;
    }

    public static byte[] Frame(int opcode, ReadOnlySpan<byte> payload, bool final = true)
    {
        var head = new List<byte> { (byte)((final ? 0x80 : 0) | opcode) };
        var length = new byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(length, (ulong)payload.Length);
        if (payload.Length < 126) head.Add((byte)payload.Length);
        else if (payload.Length <= ushort.MaxValue) head.AddRange([126, length[6], length[7]]);
        else head.AddRange([127, .. length]);
        return [.. head, .. payload];
    }

    private async Task<JsonElement?> NextAsync(ChannelReader<JsonElement> messages)
    {
        await Task.WhenAny(messages.WaitToReadAsync().AsTask(), closed.Task).WaitAsync(Patience.Bound, TimeProvider.System);
        return messages.TryRead(out var next) ? next : null;
    }

    private async Task ReadAsync()
    {
        int? code = null;
        try
        {
            while (true)
            {
                var (opcode, payload) = await ReadFrameAsync();
                if (opcode == 8)
                {
                    code = payload.Length >= 2 ? BinaryPrimitives.ReadUInt16BigEndian(payload) : null;
                    break;
                }

                var message = JsonDocument.Parse(payload).RootElement.Clone();
                var beat = message.GetProperty("op").GetInt32() == 1;
                if (beat && Acknowledges) await SendAsync("""{"op":11}""");
                (beat ? Beats : received).Writer.TryWrite(message);
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or SocketException or EndOfStreamException)
        {
            // The client is gone.
        }

        closed.TrySetResult(code);
        if (code is null || HangsUp) client.Dispose();
    }

    private async Task<(int Opcode, byte[] Payload)> ReadFrameAsync()
    {
        var head = new byte[2];
        await stream.ReadExactlyAsync(head);
        var length = head[1] & 0x7f;
        if (length == 126)
        {
            var more = new byte[2];
            await stream.ReadExactlyAsync(more);
            length = BinaryPrimitives.ReadUInt16BigEndian(more);
        }

        var mask = new byte[4];
        await stream.ReadExactlyAsync(mask);
        var payload = new byte[length];
        await stream.ReadExactlyAsync(payload);
        for (var i = 0; i < payload.Length; i++) payload[i] ^= mask[i % 4];
        return (head[0] & 0xf, payload);
    }
}
