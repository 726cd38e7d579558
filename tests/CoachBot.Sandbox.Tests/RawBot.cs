using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace CoachBot.Sandbox.Tests;

/// <summary>A bot with nothing but a websocket and an http client, so that the tests see every byte's meaning themselves.</summary>
internal sealed class RawBot : IAsyncDisposable
{
    public const string ReplyText = "Hello.";

    private readonly SandboxServer sandbox;
    private readonly HttpClient http;
    private ClientWebSocket socket = new();
    private int? lastSeq;

    private RawBot(SandboxServer sandbox, string token)
    {
        this.sandbox = sandbox;
        Token = token;
        http = new HttpClient { BaseAddress = sandbox.ApiBaseUrl };
        if (token.Length > 0) http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bot", token);
    }

    public string Token { get; }

    public string ApplicationId { get; private set; } = "";

    public string SessionId { get; private set; } = "";

    public int LastSeq => lastSeq ?? 0;

    public WebSocketCloseStatus? CloseStatus => socket.CloseStatus;

    // A guard against a hanging test; nothing waits for it.
    private static CancellationToken Guard => new CancellationTokenSource(TimeSpan.FromSeconds(20)).Token;

    /// <summary>REST only.</summary>
    public static RawBot Offline(SandboxServer sandbox, string token = "raw") => new(sandbox, token);

    public static async Task<RawBot> ConnectAsync(SandboxServer sandbox, string token = "raw", string query = "?v=10&encoding=json")
    {
        var bot = new RawBot(sandbox, token);
        await bot.ReconnectAsync(query);
        return bot;
    }

    /// <summary>Connected, identified and past READY; the teams' GUILD_CREATE events are still to be read.</summary>
    public static async Task<RawBot> LogInAsync(SandboxServer sandbox, string token = "raw", int intents = 0)
    {
        var bot = await ConnectAsync(sandbox, token);
        await bot.IdentifyAsync(intents);
        await bot.EventAsync("READY");
        return bot;
    }

    /// <summary>Logged in, with a command that has no options.</summary>
    public static async Task<RawBot> WithCommandAsync(SandboxServer sandbox, string name = "hello", JsonObject? command = null)
    {
        var bot = await LogInAsync(sandbox);
        await bot.RegisterAsync(command ?? new JsonObject { ["name"] = name, ["description"] = "A command" });
        return bot;
    }

    public async Task<JsonObject> ReconnectAsync(string query = "?v=10&encoding=json")
    {
        socket.Dispose();
        socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri($"ws://{sandbox.PageUrl.Authority}/gateway{query}"), Guard);
        return query.Contains("compress", StringComparison.Ordinal) ? [] : await NextAsync();
    }

    public Task IdentifyAsync(int intents = 0, JsonArray? shard = null)
    {
        var data = new JsonObject
        {
            ["token"] = Token,
            ["intents"] = intents,
            ["properties"] = new JsonObject { ["os"] = "linux", ["browser"] = "test", ["device"] = "test" }
        };
        if (shard is not null) data["shard"] = shard;
        return SendAsync(2, data);
    }

    public Task ResumeAsync(int? seq = null, string? sessionId = null) =>
        SendAsync(6, new JsonObject { ["token"] = Token, ["session_id"] = sessionId ?? SessionId, ["seq"] = seq ?? LastSeq });

    public Task SendAsync(int op, JsonNode? data) => SendTextAsync(new JsonObject { ["op"] = op, ["d"] = data }.ToJsonString());

    public Task SendTextAsync(string text) => socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, Guard);

    /// <summary>The next payload, whatever it is. A close of the other side is an exception.</summary>
    public async Task<JsonObject> NextAsync()
    {
        var bytes = await NextBytesAsync() ?? throw new InvalidOperationException($"The sandbox closed with {(int?)CloseStatus}.");
        var payload = JsonNode.Parse(bytes)!.AsObject();
        if (payload["s"] is { } seq) lastSeq = (int)seq;
        if ((string?)payload["t"] == "READY")
        {
            SessionId = (string)payload["d"]!["session_id"]!;
            ApplicationId = (string)payload["d"]!["application"]!["id"]!;
        }

        return payload;
    }

    /// <summary>One message's bytes; null when the sandbox closed the connection.</summary>
    public async Task<byte[]?> NextBytesAsync()
    {
        using var whole = new MemoryStream();
        var buffer = new byte[8192];
        while (true)
        {
            var frame = await socket.ReceiveAsync(buffer, Guard);
            if (frame.MessageType == WebSocketMessageType.Close) return null;
            whole.Write(buffer, 0, frame.Count);
            if (frame.EndOfMessage) return whole.ToArray();
        }
    }

    public async Task<int> ClosedWithAsync()
    {
        while (await NextBytesAsync() is not null) { }
        return (int)CloseStatus!.Value;
    }

    public async Task CloseAsync(int code) => await socket.CloseAsync((WebSocketCloseStatus)code, "", Guard);

    /// <summary>The data of the next event of that name; others are skipped.</summary>
    public async Task<JsonObject> EventAsync(string name)
    {
        while (true)
        {
            var payload = await NextAsync();
            if ((string?)payload["t"] == name) return payload["d"]!.AsObject();
        }
    }

    public Task<JsonObject> InteractionAsync() => EventAsync("INTERACTION_CREATE");

    public async Task<Reply> RestAsync(string method, string path, JsonNode? body = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null) request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        return await RestAsync(request);
    }

    public async Task<Reply> RestAsync(HttpRequestMessage request)
    {
        using var response = await http.SendAsync(request, Guard);
        var text = await response.Content.ReadAsStringAsync(Guard);
        return new Reply((int)response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text), response.Headers);
    }

    public async Task<Reply> RegisterAsync(params JsonNode[] commands)
    {
        if (ApplicationId.Length == 0) ApplicationId = (string)(await RestAsync("GET", "applications/@me")).Json["id"]!;
        return await RestAsync("PUT", $"applications/{ApplicationId}/commands", new JsonArray(commands));
    }

    public Task<Reply> AnswerAsync(JsonObject interaction, int type, JsonObject? data = null, string query = "")
    {
        var body = new JsonObject { ["type"] = type };
        if (data is not null) body["data"] = data;
        return RestAsync("POST", $"interactions/{interaction["id"]}/{interaction["token"]}/callback{query}", body);
    }

    public Task<Reply> ReplyAsync(JsonObject interaction, string text = ReplyText, int flags = 0) =>
        AnswerAsync(interaction, 4, new JsonObject { ["content"] = text, ["flags"] = flags });

    public string Webhook(JsonObject interaction, string rest = "") => $"webhooks/{ApplicationId}/{interaction["token"]}{rest}";

    /// <summary>Has the member type, and answers with one reply.</summary>
    public async Task<SandboxAnswer> AnsweredAsync(SandboxMember member, string line, JsonObject data)
    {
        var typing = member.TypeAsync(line);
        var reply = await AnswerAsync(await InteractionAsync(), 4, data);
        Assert.Equal(204, reply.Status);
        return await typing;
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        socket.Dispose();
        await Task.CompletedTask;
    }
}

internal sealed record Reply(int Status, JsonNode? Body, HttpResponseHeaders Headers)
{
    public JsonNode Json => Body ?? throw new InvalidOperationException($"The response {Status} has no body.");

    public int Code => (int)Json["code"]!;

    /// <summary>The code of the first error at a field such as "embeds.0.title".</summary>
    public string? ErrorAt(string field) =>
        (string?)field.Split('.').Aggregate(Body?["errors"], (node, step) => node?[step])?["_errors"]?[0]?["code"];
}
