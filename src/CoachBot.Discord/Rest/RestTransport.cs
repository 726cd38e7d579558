using System.Net;
using CoachBot.Discord.Options;
using CoachBot.Discord.Rest.Limits;

namespace CoachBot.Discord.Rest;

/// <summary>
/// HTTP itself: one handler, no redirects (an answer must not send the bot token elsewhere), answers capped, the
/// token on bot routes only. Decides nothing about retries.
/// </summary>
internal sealed class RestTransport : IDisposable
{
    public const int LargestAnswer = 8 * 1024 * 1024;
    private readonly HttpMessageInvoker http;
    private readonly Uri baseAddress;
    private readonly string authorization;
    private readonly string userAgent;

    /// <param name="handler">Stands in for the network in a test.</param>
    public RestTransport(DiscordOptions options, HttpMessageHandler? handler = null)
    {
        baseAddress = Addresses.RestBase(options.ApiBaseUrl);
        authorization = "Bot " + options.Token;
        userAgent = options.UserAgent;
        http = new HttpMessageInvoker(handler ?? new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = !baseAddress.IsLoopback,
            // Discord moves between addresses; a connection that never ends would never notice.
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            // A team is quiet for minutes; the next person should not wait for a new TLS handshake.
            PooledConnectionIdleTimeout = TimeSpan.FromMinutes(4),
            ActivityHeadersPropagator = null,
        });
    }

    /// <param name="body">The call's body, for this one try; it tells afterwards whether any of it went out.</param>
    /// <exception cref="HttpRequestException">No complete answer.</exception>
    public async Task<RawAnswer> SendAsync(RestCall call, RequestBody body, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(call.Method, new Uri(baseAddress, call.Path))
        {
            Version = HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        request.Headers.TryAddWithoutValidation("User-Agent", userAgent);
        if (call.Lane == Lane.Bot) request.Headers.TryAddWithoutValidation("Authorization", authorization);
        if (call.Method != HttpMethod.Get)
        {
            request.Content = body;
            request.Content.Headers.TryAddWithoutValidation("Content-Type", call.ContentType);
        }

        using var response = await http.SendAsync(request, ct);
        var status = (int)response.StatusCode;
        var answer = Array.Empty<byte>();
        // Of a success only the bot's own calls are read on: that a person's answer was taken is all there is to know.
        if ((call.Lane == Lane.Bot || !response.IsSuccessStatusCode) && response.Content.Headers.ContentLength != 0)
        {
            await response.Content.LoadIntoBufferAsync(LargestAnswer, ct);
            answer = await response.Content.ReadAsByteArrayAsync(ct);
        }

        var limits = call.Lane == Lane.Callback ? default : RateLimitHeaders.Read(response.Headers);
        return new RawAnswer(status, answer, limits, TooMany(response, answer));
    }

    /// <summary>Cloudflare's edge refuses with 429 or 403 and a page of HTML; Discord's own 403 is JSON, and final.</summary>
    private static TooManyRequests? TooMany(HttpResponseMessage response, byte[] body) => response.StatusCode switch
    {
        HttpStatusCode.TooManyRequests => TooManyRequests.Read(response.Headers, body),
        HttpStatusCode.Forbidden when response.Content.Headers.ContentType?.MediaType == "text/html" => new TooManyRequests(null, "user"),
        _ => null,
    };

    public void Dispose() => http.Dispose();
}

/// <param name="TooMany">Null when the answer is no refusal for a rate limit's sake.</param>
internal sealed record RawAnswer(int Status, byte[] Body, RateLimitHeaders Limits, TooManyRequests? TooMany);
