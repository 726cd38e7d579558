using System.Text.Json;
using CoachBot.Discord;
using CoachBot.Discord.Delivery;
using CoachBot.Discord.Model;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace CoachBot.Chat.Discord;

/// <summary>
/// Interactions over HTTP (Discord: Interactions Overview, "Setting Up an Endpoint"). Nothing in a request is read before its signature
/// is checked. Each is taken with 202 and answered by REST, as those of the gateway are: one way to answer, one watch over the three seconds.
/// </summary>
internal sealed class InteractionsEndpoint(RequestSignature signature, DiscordClient client)
{
    public const string Path = "/discord/interactions";

    /// <summary>A form with five full fields is about 100 KiB.</summary>
    private const int LongestBody = 1024 * 1024;

    private static readonly ReadOnlyMemory<byte> Pong = "{\"type\":1}"u8.ToArray();

    public void Map(IEndpointRouteBuilder app) => app.MapPost(Path, HandleAsync);

    /// <summary>
    /// Strangers can connect too: many idle, slow or huge requests must not disturb the others. The limit of connections is high on purpose,
    /// because filling a low one would lock Discord out; the timeouts are short.
    /// </summary>
    public static void Guard(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = LongestBody;
        kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
        kestrel.Limits.MaxConcurrentConnections = 16_384;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(5);
        kestrel.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(60);
        kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 1024, gracePeriod: TimeSpan.FromSeconds(3));
        kestrel.Limits.MinResponseDataRate = new MinDataRate(bytesPerSecond: 1024, gracePeriod: TimeSpan.FromSeconds(3));
    }

    private async Task HandleAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        byte[] body;
        try
        {
            body = await ReadAsync(request, context.RequestAborted);
        }
        catch (Microsoft.AspNetCore.Http.BadHttpRequestException problem)
        {
            // Too long or too slow.
            response.StatusCode = problem.StatusCode;
            return;
        }

        if (!signature.Holds(Only(request, "X-Signature-Ed25519"), Only(request, "X-Signature-Timestamp"), body))
        {
            response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        if (Parse(body) is not { } interaction)
        {
            response.StatusCode = StatusCodes.Status400BadRequest;
        }
        else if (interaction.ApplicationId != 0 && client.Session?.ApplicationId is { } mine && interaction.ApplicationId != mine)
        {
            response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        else if (interaction.Type == InteractionType.Ping)
        {
            response.ContentType = "application/json";
            response.ContentLength = Pong.Length;
            await response.Body.WriteAsync(Pong, context.RequestAborted);
        }
        else
        {
            response.StatusCode = client.Deliver(interaction) ? StatusCodes.Status202Accepted : StatusCodes.Status503ServiceUnavailable;
        }
    }

    private static async Task<byte[]> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        // What the header promises is not reserved before it has come.
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, ct);
        return body.ToArray();
    }

    private static Interaction? Parse(byte[] body)
    {
        try
        {
            return Interaction.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Only(HttpRequest request, string header) => request.Headers[header] is [{ } value] ? value : null;
}
