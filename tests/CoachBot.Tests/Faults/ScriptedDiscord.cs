using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace CoachBot.Tests.Faults;

/// <summary>
/// The Discord of bots that are real processes: it keeps each line, heartbeat and answer. The first answer to an interaction is the one that
/// a person sees; each further one gets 40060, as Discord does it.
/// </summary>
internal sealed class ScriptedDiscord : IAsyncDisposable
{
    public const string Token = "a-token.of_any~form";

    private readonly WebApplication app;
    private readonly Channel<ScriptedLine> lines = Channel.CreateUnbounded<ScriptedLine>();
    private readonly ConcurrentDictionary<ulong, bool> answered = new();
    private readonly ConcurrentQueue<ScriptedAnswer> answers = new();
    private int sequence;

    private ScriptedDiscord(WebApplication app) => this.app = app;

    public Uri ApiBaseUrl => new($"{app.Urls.First()}/api/v10/");

    public int Port => ApiBaseUrl.Port;

    /// <summary>What HELLO names. Discord says 41 250 ms; nobody waits for that in a test.</summary>
    public TimeSpan HeartbeatInterval { get; set; } = TimeSpan.FromMilliseconds(41_250);

    /// <summary>Without a heartbeat for so long, a line is given up.</summary>
    public TimeSpan Patience { get; set; } = Timeout.InfiniteTimeSpan;

    /// <summary>An answer has arrived and counts, but the bot is not told so before this has ended.</summary>
    public Task Hold { get; set; } = Task.CompletedTask;

    /// <summary>First answers, edits and follow-ups, in the order in which they came.</summary>
    public IReadOnlyCollection<ScriptedAnswer> Answers => answers;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <param name="port">0 for any.</param>
    public static async Task<ScriptedDiscord> StartAsync(int port = 0)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls($"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}");
        // Lines are cut, not waited for.
        builder.Services.Configure<Microsoft.Extensions.Hosting.HostOptions>(host => host.ShutdownTimeout = TimeSpan.Zero);
        builder.Services.Configure<KestrelServerOptions>(kestrel => kestrel.Limits.MinResponseDataRate = null);
        var app = builder.Build();
        var discord = new ScriptedDiscord(app);
        app.Run(discord.AnswerAsync);
        await app.StartAsync(Ct);
        return discord;
    }

    /// <summary>The next line on which a bot has logged in and was told that it is ready.</summary>
    public Task<ScriptedLine> NextLineAsync() => lines.Reader.ReadAsync(Ct).AsTask().WaitAsync(Faults.Patience.Bound, TimeProvider.System, Ct);

    /// <summary>Somebody types <c>/checkin</c>.</summary>
    public static JsonObject CheckIn(ulong id, ulong user) => new()
    {
        ["id"] = id.ToString(CultureInfo.InvariantCulture),
        ["token"] = $"token-{id}",
        ["type"] = 2,
        ["guild_id"] = "42",
        ["channel_id"] = "43",
        ["member"] = new JsonObject { ["user"] = new JsonObject { ["id"] = user.ToString(CultureInfo.InvariantCulture) } },
        ["data"] = new JsonObject { ["name"] = "checkin" },
    };

    /// <summary>What the person who called has seen, each text once it stood there.</summary>
    public IReadOnlyList<string> SeenBy(ulong id) =>
        [.. answers.Where(answer => answer.Id == id && answer is { Taken: true, Text.Length: > 0 }).Select(answer => answer.Text)];

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (context.Request.Headers.SecWebSocketKey.Count > 0)
        {
            await ScriptedLine.ServeAsync(context, this, lines.Writer);
        }
        else if (path is [.., "gateway", "bot"])
        {
            await context.Response.WriteAsJsonAsync(new { url = app.Urls.First().Replace("http://", "ws://", StringComparison.Ordinal), shards = 1 });
        }
        else if (path is [.., var id, _, "callback"])
        {
            await TakeAsync(context, ulong.Parse(id, CultureInfo.InvariantCulture), first: true);
        }
        else if (path is [_, _, "webhooks", _, var token, ..])
        {
            await TakeAsync(context, ulong.Parse(token["token-".Length..], CultureInfo.InvariantCulture), first: false);
        }
        else
        {
            context.Response.StatusCode = context.Request.Method == "PUT" ? StatusCodes.Status204NoContent : StatusCodes.Status404NotFound;
        }
    }

    private async Task TakeAsync(HttpContext context, ulong id, bool first)
    {
        var json = (await JsonNode.ParseAsync(context.Request.Body))!.AsObject();
        var taken = !first || answered.TryAdd(id, true);
        answers.Enqueue(new ScriptedAnswer(id, taken, (string?)(first ? json["data"] : json)?["content"] ?? ""));
        await Hold.WaitAsync(context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (taken)
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        await context.Response.WriteAsJsonAsync(new { code = 40060, message = "Interaction has already been acknowledged." });
    }

    public JsonObject Event(string name, JsonObject data) => new() { ["op"] = 0, ["t"] = name, ["s"] = Interlocked.Increment(ref sequence), ["d"] = data };
}

/// <summary>What a bot sent for an interaction.</summary>
/// <param name="Taken">False when it was answered before, and the bot was told so.</param>
/// <param name="Text">Empty for "thinking".</param>
internal sealed record ScriptedAnswer(ulong Id, bool Taken, string Text);
