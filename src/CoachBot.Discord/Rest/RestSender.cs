using System.Net;

using Microsoft.Extensions.Logging;

namespace CoachBot.Discord.Rest;

/// <summary>
/// Sends a call until it succeeds, is refused, or its time is over. Each try: wait for the lane's limits, send,
/// then judge the answer: 2xx returns; 401 to the bot token ends all traffic of that token; 429 pauses what its
/// scope names and tries again when the time left allows; what <see cref="RetryMatrix"/> allows is tried again;
/// all else is a <see cref="DiscordApiException"/>.
/// </summary>
internal sealed class RestSender(RestTransport transport, TimeProvider time, Jitter jitter, ILogger log) : IDisposable
{
    private static readonly TimeSpan TotalTime = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan TryTime = TimeSpan.FromSeconds(10);

    /// <summary>Discord forgets an interaction after 3 s. Two tries must fit in what we spend.</summary>
    private static readonly TimeSpan CallbackTime = TimeSpan.FromSeconds(2.5);
    private static readonly TimeSpan CallbackTryTime = TimeSpan.FromSeconds(1.5);

    /// <summary>A person waits for a webhook answer; longer than this is not waited for.</summary>
    private static readonly TimeSpan WebhookPatience = TimeSpan.FromSeconds(15);

    /// <summary>Discord: Opcodes and Status Codes, "JSON": interaction has already been acknowledged.</summary>
    private const int AlreadyAcknowledged = 40060;

    private readonly RateLimits _limits = new(time);
    private readonly TaskCompletionSource<FatalDiscordException> _refused = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when Discord has refused the bot token.</summary>
    public Task<FatalDiscordException> Refused => _refused.Task;

    public async Task<RestAnswer> SendAsync(RestCall call, CancellationToken ct)
    {
        var callback = call.Lane == Lane.Callback;
        var total = callback ? CallbackTime : TotalTime;
        var started = time.GetTimestamp();
        using var totalOver = new CancellationTokenSource(total, time);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(totalOver.Token, ct);
        try
        {
            for (var retries = 0; ;)
            {
                var left = total - time.GetElapsedTime(started);
                var bucket = callback ? null : await EnterAsync(call, Patience(call, left), over.Token);
                var (answer, failure, problem) = await TryAsync(call, bucket, callback ? CallbackTryTime : TryTime, retries, over.Token);
                if (failure is null) return new RestAnswer(answer.Status, answer.Body, retries > 0);

                left = total - time.GetElapsedTime(started);
                if (failure == Failure.RateLimited)
                {
                    var wait = Pause(call, bucket, answer.TooMany);
                    if (!RetryMatrix.MayRetry(call.Repeatable, Failure.RateLimited, retries) || wait > Patience(call, left))
                        throw new DiscordApiException($"{call.Name} was refused: too many requests.", HttpStatusCode.TooManyRequests, 0, wait);
                    await Task.Delay(wait, time, over.Token);
                    continue;
                }

                var pause = RetryMatrix.Delay(call.Repeatable, retries, jitter);
                if (!RetryMatrix.MayRetry(call.Repeatable, failure.Value, retries) || pause > left) throw problem!;
                log.LogInformation("{Route} failed ({Failure}); trying again", call.Name, failure);
                await Task.Delay(pause, time, over.Token);
                retries++;
            }
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            log.LogWarning("{Route} got no answer within {Seconds} s", call.Name, total.TotalSeconds);
            throw new DiscordApiException($"{call.Name} got no answer within {total.TotalSeconds} seconds.", 0);
        }
    }

    public void Dispose() => transport.Dispose();

    /// <summary>Waits for the lane's limits, or gives up at once when they are farther away than the time left.</summary>
    private async Task<Bucket> EnterAsync(RestCall call, TimeSpan patience, CancellationToken ct)
    {
        var bucket = _limits.BucketFor(call);
        if (await bucket.EnterAsync(patience, ct) is { } reset) throw NotNow(call, reset);
        try
        {
            while (call.Lane == Lane.Bot)
            {
                if (_refused.Task.IsCompleted) throw Refusal();
                var wait = _limits.TakeGlobal();
                if (wait == TimeSpan.Zero) break;
                if (wait > patience) throw NotNow(call, wait);
                await Task.Delay(wait, time, ct);
            }

            return bucket;
        }
        catch
        {
            bucket.Leave();
            throw;
        }
    }

    private async Task<(RawAnswer Answer, Failure? Failure, Exception? Problem)> TryAsync(
        RestCall call, Bucket? bucket, TimeSpan tryTime, int retries, CancellationToken ct)
    {
        using var tryOver = new CancellationTokenSource(tryTime, time);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(tryOver.Token, ct);
        try
        {
            var answer = await transport.SendAsync(call, over.Token);
            if (bucket is not null) _limits.Learn(call, bucket, answer.Limits);
            return (answer, Judge(call, answer, retries), Problem(call, answer));
        }
        catch (HttpRequestException e)
        {
            var unsent = e.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
                or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;
            return (default, unsent ? Failure.NothingSent : Failure.Lost,
                new DiscordApiException($"{call.Name} got no answer ({e.HttpRequestError}).", 0, inner: e));
        }
        catch (IOException e)
        {
            return (default, Failure.Lost, new DiscordApiException($"{call.Name} got half an answer.", 0, inner: e));
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return (default, Failure.Lost, new DiscordApiException($"{call.Name} got no answer within {tryTime.TotalSeconds} seconds.", 0));
        }
        finally
        {
            bucket?.Leave();
        }
    }

    /// <summary>Null for success. Throws for what is never tried again.</summary>
    private Failure? Judge(RestCall call, RawAnswer answer, int retries)
    {
        if (answer.Status != 429) _limits.EdgeIsOpen();
        switch (answer.Status)
        {
            case >= 200 and < 300:
                return null;
            case 429:
                return Failure.RateLimited;
            case >= 500:
                return Failure.ServerError;
            case 401 when call.Lane == Lane.Bot:
                _refused.TrySetResult(new FatalDiscordException("Discord refuses the bot token (401): set a valid one and start again."));
                log.LogCritical("{Route}: Discord refuses the bot token; nothing more is sent with it", call.Name);
                throw Refusal();
            // Our first try did arrive, only its answer was lost.
            case 400 when call.Lane == Lane.Callback && retries > 0 && Answers.ErrorCode(answer.Body) == AlreadyAcknowledged:
                return null;
            default:
                throw Problem(call, answer)!;
        }
    }

    private TimeSpan Pause(RestCall call, Bucket? bucket, TooManyRequests refusal)
    {
        var source = refusal.Wait is null ? "edge" : refusal.Scope;
        var wait = (refusal.Wait ?? _limits.NextEdgeWait()) + jitter.Between(TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(250));
        log.LogWarning("{Route} is rate limited ({Source}) for {Seconds:0.###} s", call.Name, source, wait.TotalSeconds);
        // An interaction route is not bound by the global limit, so its refusal says nothing about the bot token's routes.
        if (call.Lane == Lane.Bot && (refusal.IsGlobal || refusal.Wait is null)) _limits.PauseGlobal(wait);
        else bucket?.Pause(wait);
        return wait;
    }

    private static TimeSpan Patience(RestCall call, TimeSpan left) =>
        call.Lane == Lane.Webhook && left > WebhookPatience ? WebhookPatience : left;

    private FatalDiscordException Refusal() => new(_refused.Task.Result.Message);

    private static DiscordApiException NotNow(RestCall call, TimeSpan wait) =>
        new($"{call.Name} was not sent: its rate limit is used up.", HttpStatusCode.TooManyRequests, 0, wait);

    private static DiscordApiException? Problem(RestCall call, RawAnswer answer)
    {
        if (answer.Status is >= 200 and < 300) return null;
        var code = Answers.ErrorCode(answer.Body);
        var detail = code == 0 ? "" : $", code {code}";
        return new DiscordApiException($"{call.Name} was answered with {answer.Status}{detail}.", (HttpStatusCode)answer.Status, code);
    }
}
