using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CoachBot.Tests.Faults;

/// <summary>The REST side of a Discord that takes every answer and keeps it. It asks nobody whether an interaction is real, so a test may send any.</summary>
internal sealed class AnswerBox : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentDictionary<ulong, Call> calls = new();

    private AnswerBox(WebApplication app) => this.app = app;

    public Uri ApiBaseUrl => new(app.Urls.First() + "/api/v10/");

    /// <summary>What to refuse a callback with, as status and Discord's error code; null takes it.</summary>
    public (int Status, int Code)? Refusal { get; set; }

    public static async Task<AnswerBox> StartAsync(CancellationToken ct)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        var box = new AnswerBox(app);
        app.UseRouting();
        app.MapPost("/api/v10/interactions/{id}/{token}/callback", box.CallbackAsync);
        app.MapPatch("/api/v10/webhooks/{application}/{token}/messages/@original", context => box.LaterAsync(context, "edit"));
        app.MapPost("/api/v10/webhooks/{application}/{token}", context => box.LaterAsync(context, "follow-up"));
        app.MapPut("/api/v10/applications/{id}/commands", context => context.Response.WriteAsync("[]"));
        await app.StartAsync(ct);
        return box;
    }

    public Task<Answer> NextAsync(ulong id, CancellationToken ct) => Of(id).Next.Reader.ReadAsync(ct).AsTask();

    /// <summary>Everything that came for an interaction.</summary>
    public IReadOnlyList<Answer> All(ulong id) => [.. Of(id).All];

    /// <summary>The token that a test gives an interaction, so that what comes later finds its way here too.</summary>
    public static string Token(ulong id) => "t" + id.ToString(CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private Call Of(ulong id) => calls.GetOrAdd(id, _ => new Call());

    private async Task CallbackAsync(HttpContext context)
    {
        var json = await ReadAsync(context.Request);
        var id = ulong.Parse((string)context.Request.RouteValues["id"]!, CultureInfo.InvariantCulture);
        if (Refusal is var (status, code))
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = "application/json";
            // As Discord does, it quotes what it refuses.
            var quoted = json["data"]?.ToJsonString() ?? "";
            await context.Response.WriteAsync(new JsonObject
            {
                ["code"] = code,
                ["message"] = $"refused: {quoted}",
                ["errors"] =
                    new JsonObject { ["data"] = new JsonObject { ["_errors"] = new JsonArray(new JsonObject { ["code"] = "X", ["message"] = quoted }) } },
            }.ToJsonString());
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        }
        Of(id).Add(new Answer("callback", (int)json["type"]!, json["data"] as JsonObject ?? []));
    }

    private async Task LaterAsync(HttpContext context, string kind)
    {
        var json = await ReadAsync(context.Request);
        Of(ulong.Parse(((string)context.Request.RouteValues["token"]!)[1..], CultureInfo.InvariantCulture)).Add(new Answer(kind, 0, json));
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync("""{"id":"1"}""");
    }

    private static async Task<JsonObject> ReadAsync(HttpRequest request)
    {
        if (request.HasFormContentType) return JsonNode.Parse((await request.ReadFormAsync())["payload_json"].ToString())!.AsObject();
        return (await JsonNode.ParseAsync(request.Body))!.AsObject();
    }

    private sealed class Call
    {
        public System.Threading.Channels.Channel<Answer> Next { get; } = System.Threading.Channels.Channel.CreateUnbounded<Answer>();

        public ConcurrentQueue<Answer> All { get; } = new();

        public void Add(Answer answer)
        {
            All.Enqueue(answer);
            Next.Writer.TryWrite(answer);
        }
    }
}

/// <summary>What the bot answered.</summary>
/// <param name="Type">The callback's type; 0 for what comes later.</param>
internal sealed record Answer(string Kind, int Type, JsonObject Data)
{
    private const int Ephemeral = 64;

    public string Content => (string?)Data["content"] ?? "";

    public bool IsPrivate => ((int?)Data["flags"] & Ephemeral) == Ephemeral;

    public JsonArray Choices => Data["choices"]!.AsArray();

    /// <summary>All texts of the message that Discord would format.</summary>
    public IEnumerable<string> Texts => Strings(Data["content"]).Concat((Data["embeds"] as JsonArray ?? [])
        .SelectMany(embed => Strings(embed!["title"]).Concat(Strings(embed["description"])).Concat(Strings(embed["footer"]?["text"]))
            .Concat((embed["fields"] as JsonArray ?? []).SelectMany(entry => Strings(entry!["name"]).Concat(Strings(entry["value"]))))));

    private static IEnumerable<string> Strings(JsonNode? node) => node is null ? [] : [(string)node!];
}
