using System.Net.WebSockets;
using Microsoft.AspNetCore.Http;

namespace CoachBot.Sandbox.Gateway;

/// <summary>Accepts gateway connections and pumps their frames.</summary>
internal sealed class GatewayDoor(LocalDiscord discord, CancellationToken stopping)
{
    private const int LargestPayload = 4096;

    public async Task AcceptAsync(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            context.Response.StatusCode = StatusCodes.Status426UpgradeRequired;
            await context.Response.WriteAsync("This is the gateway: connect with a websocket.");
            return;
        }

        using var websocket = await context.WebSockets.AcceptWebSocketAsync();
        var compress = context.Request.Query["compress"].ToString();
        using var socket = new GatewaySocket(websocket, discord.Traffic, compress == "zlib-stream");
        var conversation = new GatewayConversation(discord, socket);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stopping, socket.Aborted);
        if (Unknown(context.Request.Query, compress) is { } reason) socket.Close(4012, reason);
        else conversation.Begin();

        var writing = WriteAsync(socket, ending);
        int? closeCode = null;
        try
        {
            closeCode = await ReadAsync(websocket, socket, conversation, ending.Token);
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or IOException)
        {
            // The line was cut; the session waits for a resume.
        }
        finally
        {
            conversation.End(closeCode);
            socket.Close(1000, "");
            try
            {
                await writing;
            }
            catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException)
            {
                // Nobody is listening any more.
            }
        }
    }

    // Once this side has said its last word, a bot that never closes is not waited for.
    private static async Task WriteAsync(GatewaySocket socket, CancellationTokenSource ending)
    {
        await socket.WriteAsync(ending.Token);
        ending.CancelAfter(TimeSpan.FromSeconds(5));
    }

    private static string? Unknown(IQueryCollection query, string compress) =>
        query["v"].ToString() is not ("" or "10" or "9") ? "Invalid API version: the sandbox speaks 10 and 9."
        : query["encoding"].ToString() is not ("" or "json") ? "The sandbox only speaks encoding=json."
        : compress is not ("" or "zlib-stream") ? "The sandbox only knows compress=zlib-stream."
        : null;

    /// <returns>The code with which the bot closed.</returns>
    private static async Task<int?> ReadAsync(WebSocket websocket, GatewaySocket socket, GatewayConversation conversation,
        CancellationToken ct)
    {
        var buffer = new byte[LargestPayload + 1];
        while (true)
        {
            var length = 0;
            ValueWebSocketReceiveResult frame;
            do
            {
                if (length == buffer.Length) length = 0;
                frame = await websocket.ReceiveAsync(buffer.AsMemory(length), ct);
                if (frame.MessageType == WebSocketMessageType.Close) return (int?)websocket.CloseStatus;
                length += frame.Count;
                if (length > LargestPayload) socket.Close(4002, "Payload larger than 4096 bytes.");
            }
            while (!frame.EndOfMessage);

            // After our own close only the bot's close frame is of interest.
            if (!socket.IsClosing) conversation.Receive(buffer.AsSpan(0, length));
        }
    }
}
