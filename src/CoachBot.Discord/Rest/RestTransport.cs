using System.Net;

namespace CoachBot.Discord.Rest;

/// <summary>
/// HTTP itself: one handler, no redirects (an answer must not send the bot token elsewhere), answers capped, the
/// token on bot routes only. Decides nothing about retries.
/// </summary>
internal sealed class RestTransport : IDisposable
{
    private const long LargestAnswer = 8 * 1024 * 1024;
    private readonly HttpMessageInvoker _http;
    private readonly Uri _base;
    private readonly string _authorization;
    private readonly string _userAgent;

    public RestTransport(DiscordOptions options)
    {
        _base = Addresses.RestBase(options.ApiBaseUrl);
        _authorization = "Bot " + options.Token;
        _userAgent = options.UserAgent;
        _http = new HttpMessageInvoker(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = !_base.IsLoopback,
            AutomaticDecompression = DecompressionMethods.All,
            // Discord moves between addresses; a connection that never ends would never notice.
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            // A team is quiet for minutes; the next person should not wait for a new TLS handshake.
            PooledConnectionIdleTimeout = TimeSpan.FromMinutes(4),
            ActivityHeadersPropagator = null,
        });
    }

    /// <exception cref="HttpRequestException">No complete answer.</exception>
    public async Task<RawAnswer> SendAsync(RestCall call, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(call.Method, new Uri(_base, call.Path))
        {
            Version = HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        request.Headers.TryAddWithoutValidation("User-Agent", _userAgent);
        if (call.Lane == Lane.Bot) request.Headers.TryAddWithoutValidation("Authorization", _authorization);
        if (call.Method != HttpMethod.Get)
        {
            request.Content = new ReadOnlyMemoryContent(call.Body);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", call.ContentType);
        }

        using var response = await _http.SendAsync(request, ct);
        var body = Array.Empty<byte>();
        if (response.Content.Headers.ContentLength != 0)
        {
            await response.Content.LoadIntoBufferAsync(LargestAnswer, ct);
            body = await response.Content.ReadAsByteArrayAsync(ct);
        }

        var status = (int)response.StatusCode;
        return new RawAnswer(status, body, RateLimitHeaders.Read(response.Headers),
            status == 429 ? TooManyRequests.Read(response.Headers, body) : default);
    }

    public void Dispose() => _http.Dispose();
}

internal readonly record struct RawAnswer(int Status, byte[] Body, RateLimitHeaders Limits, TooManyRequests TooMany);
