using System.Diagnostics.CodeAnalysis;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace CoachBot.Tests.Faults;

/// <summary>One connection of a bot to a <see cref="ScriptedDiscord"/>.</summary>
[SuppressMessage("Design", "CA1001", Justification = "The semaphore has no handle.")]
internal sealed class ScriptedLine
{
    private readonly ScriptedDiscord discord;
    private readonly HttpContext context;
    private readonly Stream raw;
    private readonly WebSocket socket;
    private readonly SemaphoreSlim sending = new(1);
    private readonly TaskCompletionSource givenUp = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<int?> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int beats;

    private ScriptedLine(ScriptedDiscord discord, HttpContext context, Stream raw)
    {
        this.discord = discord;
        this.context = context;
        this.raw = raw;
        socket = WebSocket.CreateFromStream(raw, new WebSocketCreationOptions { IsServer = true });
    }

    /// <summary>2 for IDENTIFY, 6 for RESUME.</summary>
    public int LoggedInWith { get; private set; }

    /// <summary>Before HELLO was sent, and so before anything that the bot did then.</summary>
    public long OpenedAt { get; } = TimeProvider.System.GetTimestamp();

    /// <summary>Heartbeats, each acknowledged unless the line was given up.</summary>
    public int Beats => Volatile.Read(ref beats);

    /// <summary>The bot was silent for longer than the server bears. Nothing is acknowledged any more; whether the line ends is the test's to say.</summary>
    public Task GivenUp => givenUp.Task;

    /// <summary>The bot's close code; null when it left without one.</summary>
    public Task<int?> Ended => ended.Task;

    public static async Task ServeAsync(HttpContext context, ScriptedDiscord discord, ChannelWriter<ScriptedLine> ready)
    {
#pragma warning disable CA5350 // RFC 6455 demands SHA-1.
        var accept = SHA1.HashData(Encoding.ASCII.GetBytes(context.Request.Headers.SecWebSocketKey + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"));
#pragma warning restore CA5350
        context.Response.Headers.Upgrade = "websocket";
        context.Response.Headers.Connection = "Upgrade";
        context.Response.Headers.SecWebSocketAccept = Convert.ToBase64String(accept);
        var line = new ScriptedLine(discord, context, await context.Features.GetRequiredFeature<IHttpUpgradeFeature>().UpgradeAsync());
        try
        {
            await line.TalkAsync(ready);
        }
        catch (Exception gone) when (gone is WebSocketException or IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The bot, or the test, has ended it.
        }
        line.ended.TrySetResult((int?)line.socket.CloseStatus);
    }

    public Task SendAsync(JsonObject frame) => SendAsync(() => socket.SendAsync(Encoding.UTF8.GetBytes(frame.ToJsonString()), WebSocketMessageType.Text, true, CancellationToken.None));

    /// <summary>Asks for a heartbeat: what was sent before has been read when it comes.</summary>
    public async Task SettleAsync()
    {
        var before = Beats;
        await SendAsync(new JsonObject { ["op"] = 1 });
        await Patience.UntilAsync(() => Beats > before, "a heartbeat that was asked for");
    }

    /// <returns>The frame, to be sent again.</returns>
    public async Task<JsonObject> InteractAsync(JsonObject interaction)
    {
        var frame = discord.Event("INTERACTION_CREATE", interaction);
        await SendAsync(frame);
        return frame;
    }

    /// <summary>Bytes as they are, which no WebSocket library would send.</summary>
    public Task RawAsync(ReadOnlyMemory<byte> bytes) => SendAsync(() => raw.WriteAsync(bytes).AsTask());

    /// <summary>Without a word.</summary>
    public void Cut() => context.Abort();

    private async Task SendAsync(Func<Task> send)
    {
        await sending.WaitAsync();
        try
        {
            await send();
        }
        finally
        {
            sending.Release();
        }
    }

    private async Task TalkAsync(ChannelWriter<ScriptedLine> ready)
    {
        await using var patience = TimeProvider.System.CreateTimer(_ => givenUp.TrySetResult(), null, discord.Patience, Timeout.InfiniteTimeSpan);
        await SendAsync(new JsonObject { ["op"] = 10, ["d"] = new JsonObject { ["heartbeat_interval"] = discord.HeartbeatInterval.TotalMilliseconds } });
        var buffer = new byte[8192];
        while (await socket.ReceiveAsync(buffer, context.RequestAborted) is { MessageType: not WebSocketMessageType.Close } received)
        {
            switch ((int)JsonNode.Parse(buffer.AsSpan(0, received.Count))!["op"]!)
            {
                case 1:
                    patience.Change(discord.Patience, Timeout.InfiniteTimeSpan);
                    if (!givenUp.Task.IsCompleted) await SendAsync(new JsonObject { ["op"] = 11 });
                    Interlocked.Increment(ref beats);
                    break;
                case 2:
                    await ReadyAsync(2, discord.Event("READY", new JsonObject { ["application"] = new JsonObject { ["id"] = "777" }, ["session_id"] = "s" }));
                    break;
                case 6:
                    await ReadyAsync(6, discord.Event("RESUMED", []));
                    break;
            }
        }
        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);

        async Task ReadyAsync(int op, JsonObject answer)
        {
            LoggedInWith = op;
            await SendAsync(answer);
            ready.TryWrite(this);
        }
    }
}
