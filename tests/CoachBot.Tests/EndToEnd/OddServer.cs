using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CoachBot.Tests.EndToEnd;

/// <summary>
/// A server that speaks as Discord does, but is not Discord: another API version, a gateway address without a path, sequence numbers from
/// 0, no list of commands, an empty answer to their registration, and no files.
/// </summary>
internal sealed class OddServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Channel<JsonObject> answers = Channel.CreateUnbounded<JsonObject>();
    private readonly Channel<JsonObject> logIns = Channel.CreateUnbounded<JsonObject>();
    private readonly ConcurrentQueue<string> requests = new();
    private readonly TaskCompletionSource registered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private WebSocket? gateway;
    private int sequence;

    private OddServer(WebApplication app) => this.app = app;

    /// <summary>What it answers to method and path of a REST call, such as <c>GET /api/v9/guilds/42</c>; without a word it is 404.</summary>
    public ConcurrentDictionary<string, (int Status, string Json)> Says { get; } = new();

    public Uri ApiBaseUrl => new($"{app.Urls.First()}/api/v9");

    /// <summary>Method and path of each REST call.</summary>
    public IReadOnlyCollection<string> Requests => requests;

    public string? UserAgentOfTheGateway { get; private set; }

    public Task Registered => registered.Task;

    /// <summary>A close code that the next IDENTIFY is answered with; 0 for none.</summary>
    public int RefusesWith { get; set; }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<OddServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new OddServer(app);
        app.UseWebSockets();
        app.Run(server.AnswerAsync);
        await app.StartAsync(Ct);
        return server;
    }

    /// <summary>Sends an interaction with nothing in it but what is given.</summary>
    public Task InteractAsync(ulong id, string json)
    {
        var interaction = JsonNode.Parse(json)!.AsObject();
        interaction["id"] = id.ToString(System.Globalization.CultureInfo.InvariantCulture);
        interaction["token"] = $"token-{id}";
        return SendAsync(new JsonObject { ["op"] = 0, ["t"] = "INTERACTION_CREATE", ["s"] = sequence++, ["d"] = interaction });
    }

    public Task SendAsync(JsonObject frame) => gateway!.SendAsync(Encoding.UTF8.GetBytes(frame.ToJsonString()), WebSocketMessageType.Text, true, Ct);

    /// <summary>What the next IDENTIFY or RESUME said; it has been answered.</summary>
    public async Task<JsonObject> LogInAsync() => await logIns.Reader.ReadAsync(Ct);

    /// <summary>The next callback, in the order in which they come.</summary>
    public async Task<JsonObject> AnswerAsync() => await answers.Reader.ReadAsync(Ct);

    public bool HasMoreAnswers => answers.Reader.TryPeek(out _);

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        if (context.WebSockets.IsWebSocketRequest)
        {
            await TalkAsync(context);
            return;
        }
        var path = context.Request.Path.Value!;
        requests.Enqueue($"{context.Request.Method} {path}");
        if (Says.TryGetValue($"{context.Request.Method} {path}", out var said))
        {
            context.Response.StatusCode = said.Status;
            await context.Response.WriteAsync(said.Json);
        }
        else if (path == "/api/v9/gateway/bot")
        {
            await context.Response.WriteAsJsonAsync(new { url = app.Urls.First().Replace("http://", "ws://", StringComparison.Ordinal) });
        }
        else if (context.Request.Method == "PUT")
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            registered.TrySetResult();
        }
        else if (path.EndsWith("/callback", StringComparison.Ordinal))
        {
            if (context.Request.HasFormContentType)
            {
                context.Response.StatusCode = StatusCodes.Status400BadRequest;
                return;
            }
            answers.Writer.TryWrite((await JsonNode.ParseAsync(context.Request.Body))!.AsObject());
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }

    private async Task TalkAsync(HttpContext context)
    {
        UserAgentOfTheGateway = context.Request.Headers.UserAgent;
        var socket = gateway = await context.WebSockets.AcceptWebSocketAsync();
        await SendAsync(new JsonObject { ["op"] = 10, ["d"] = new JsonObject { ["heartbeat_interval"] = 41250 } });
        var buffer = new byte[8192];
        while (socket.State == WebSocketState.Open)
        {
            WebSocketReceiveResult received;
            try
            {
                received = await socket.ReceiveAsync(buffer, CancellationToken.None);
            }
            catch (WebSocketException)
            {
                return;
            }
            if (received.MessageType == WebSocketMessageType.Close)
            {
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
                return;
            }
            var frame = JsonNode.Parse(buffer.AsSpan(0, received.Count))!.AsObject();
            switch ((int)frame["op"]!)
            {
                case 1:
                    await SendAsync(new JsonObject { ["op"] = 11 });
                    break;
                case 2 when RefusesWith > 0:
                    await socket.CloseOutputAsync((WebSocketCloseStatus)RefusesWith, "refused", CancellationToken.None);
                    return;
                case 2:
                    await SendAsync(Event("READY", new JsonObject
                    {
                        ["application"] = new JsonObject { ["id"] = "777" },
                        ["session_id"] = "s",
                        ["resume_gateway_url"] = app.Urls.First().Replace("http://", "ws://", StringComparison.Ordinal),
                    }));
                    logIns.Writer.TryWrite(frame["d"]!.AsObject());
                    break;
                case 6:
                    await SendAsync(Event("RESUMED", []));
                    logIns.Writer.TryWrite(frame["d"]!.AsObject());
                    break;
            }
        }
    }

    private JsonObject Event(string name, JsonObject data) => new() { ["op"] = 0, ["t"] = name, ["s"] = sequence++, ["d"] = data };
}
