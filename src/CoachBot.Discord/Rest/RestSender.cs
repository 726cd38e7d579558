using System.Net;
using CoachBot.Discord.Options;
using CoachBot.Discord.Rest.Limits;
using Microsoft.Extensions.Logging;

namespace CoachBot.Discord.Rest;

/// <summary>
/// Sends a call until it succeeds, is refused, or its time is over. Each try: wait for the lane's limits, send,
/// then judge the answer: 2xx returns; 401 to the bot token ends all traffic of that token; 429 pauses what its
/// scope names and tries again when the time left allows; what <see cref="RetryMatrix"/> allows is tried again;
/// all else is a <see cref="DiscordApiException"/>.
/// </summary>
internal sealed class RestSender : IDisposable
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

    private readonly RestTransport transport;
    private readonly TimeProvider time;
    private readonly Jitter jitter;
    private readonly ILogger log;
    private readonly RateLimits limits;
    private readonly GlobalLimit global;
    private readonly InvalidRequests invalid;
    private readonly TaskCompletionSource<FatalDiscordException> refused = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public RestSender(RestTransport transport, TimeProvider time, Jitter jitter, ILogger log)
    {
        (this.transport, this.time, this.jitter, this.log) = (transport, time, jitter, log);
        (limits, global, invalid) = (new RateLimits(time), new GlobalLimit(time), new InvalidRequests(time, log));
        Metrics = new RestMetrics(invalid);
    }

    public RestMetrics Metrics { get; }

    /// <summary>Completes when Discord has refused the bot token.</summary>
    public Task<FatalDiscordException> Refused => refused.Task;

    public async Task<RestAnswer> SendAsync(RestCall call, CancellationToken ct)
    {
        var total = call.Lane == Lane.Callback ? CallbackTime : TotalTime;
        var started = time.GetTimestamp();
        var unsent = true;
        for (int retries = 0, refusals = 0; ;)
        {
            var left = total - time.GetElapsedTime(started);
            // The wait before a retry may have taken longer than it was meant to.
            if (left <= TimeSpan.Zero) throw TimeOver(call, total, unsent);
            var (answer, failure, problem) = await TryAsync(call, left, retries, unsent, ct);
            if (failure is not { } failed) return new RestAnswer(answer!.Status, answer.Body);
            unsent &= failed is Failure.NothingSent or Failure.RateLimited;

            left = total - time.GetElapsedTime(started);
            TimeSpan wait;
            if (failed == Failure.RateLimited)
            {
                wait = Pause(call, answer!.TooMany!.Value);
                if (!RetryMatrix.MayRetry(call.Repeatable, failed, refusals++) || wait > Patience(call, left))
                {
                    throw new DiscordApiException($"{call.Name} was refused: too many requests.", HttpStatusCode.TooManyRequests, 0, wait)
                    {
                        NothingSent = unsent,
                    };
                }
            }
            else
            {
                wait = RetryMatrix.Delay(call.Repeatable, failed, retries, jitter);
                if (left <= TimeSpan.Zero) throw TimeOver(call, total, unsent);
                if (!RetryMatrix.MayRetry(call.Repeatable, failed, retries++) || wait > left) throw problem!;
                log.LogInformation("{Route} failed ({Failure}); trying again", call.Name, failed);
            }

            await Task.Delay(wait, time, ct);
        }
    }

    public void Dispose()
    {
        Metrics.Dispose();
        transport.Dispose();
    }

    /// <param name="unsent">Nothing that Discord may have taken was sent by the tries before this one.</param>
    private async Task<Attempt> TryAsync(RestCall call, TimeSpan left, int retries, bool unsent, CancellationToken ct)
    {
        var callback = call.Lane == Lane.Callback;
        var tryTime = Min(callback ? CallbackTryTime : TryTime, left);
        var started = time.GetTimestamp();
        // One timer does for the wait and then for the try: this runs once for every answer to a person.
        using var over = new CancellationTokenSource(callback ? tryTime : left, time);
        using var asked = ct.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), over);
        RouteLimit? turn = null;
        using var body = new RequestBody(call.Body);
        try
        {
            if (!callback)
            {
                turn = await EnterAsync(call, Patience(call, left), unsent, over.Token);
                tryTime = Min(tryTime, left - time.GetElapsedTime(started));
                over.CancelAfter(tryTime > TimeSpan.Zero ? tryTime : TimeSpan.Zero);
            }

            var answer = await transport.SendAsync(call, body, over.Token);
            if (turn is not null) limits.Learn(call.Major, turn, answer.Limits);
            return new Attempt(answer, Judge(call, answer, retries), Problem(call, answer));
        }
        catch (HttpRequestException problem) when (problem.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            throw new DiscordApiException(
                $"{call.Name} was answered with more than {RestTransport.LargestAnswer} bytes.", 0, inner: problem);
        }
        catch (HttpRequestException problem)
        {
            var connected = problem.HttpRequestError is not (HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
                or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError);
            return NoAnswer($"{call.Name} got no answer ({problem.HttpRequestError}).", connected && MayHaveArrived(call, body), problem);
        }
        catch (IOException problem)
        {
            return NoAnswer($"{call.Name} got half an answer.", MayHaveArrived(call, body), problem);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested && (callback || turn is not null))
        {
            return NoAnswer($"{call.Name} got no answer within {tryTime.TotalSeconds} seconds.", MayHaveArrived(call, body), null);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw TimeOver(call, TotalTime, unsent);
        }
        finally
        {
            turn?.Leave();
        }

        Attempt NoAnswer(string what, bool mayHaveArrived, Exception? why) => new(
            null,
            mayHaveArrived ? Failure.Lost : Failure.NothingSent,
            new DiscordApiException(what, 0, inner: why) { NothingSent = unsent && !mayHaveArrived });
    }

    /// <summary>A call without a body goes out with its headers, which nobody can watch.</summary>
    private static bool MayHaveArrived(RestCall call, RequestBody body) => call.Method == HttpMethod.Get || body.Begun;

    /// <summary>Waits for the lane's limits, or gives up at once when they are farther away than the time left.</summary>
    private async ValueTask<RouteLimit> EnterAsync(RestCall call, TimeSpan patience, bool unsent, CancellationToken ct)
    {
        var (turn, reset) = await limits.EnterAsync(call.BucketKey, patience, ct);
        if (turn is null) throw NotNow(call, "its rate limit is used up", reset, unsent);
        try
        {
            while (call.Lane == Lane.Bot)
            {
                if (refused.Task.IsCompleted) throw Refusal();
                var rest = invalid.Wait(call.CanWait);
                if (rest > TimeSpan.Zero) throw NotNow(call, "too many calls were refused", rest, unsent);
                var wait = global.Take();
                if (wait == TimeSpan.Zero) break;
                if (wait > patience) throw NotNow(call, "its rate limit is used up", wait, unsent);
                await Task.Delay(wait, time, ct);
            }

            return turn;
        }
        catch
        {
            turn.Leave();
            throw;
        }
    }

    /// <summary>Null for success. Throws for what is never tried again.</summary>
    private Failure? Judge(RestCall call, RawAnswer answer, int retries)
    {
        if (InvalidRequests.Counts(answer.Status, answer.TooMany)) invalid.Note();
        if (answer.TooMany is null) global.Answered(call.Lane == Lane.Bot);
        switch (answer.Status)
        {
            case >= 200 and < 300:
                return null;
            case var _ when answer.TooMany is not null:
                return Failure.RateLimited;
            case >= 500:
                return Failure.ServerError;
            case 401 when call.Lane == Lane.Bot:
                refused.TrySetResult(new FatalDiscordException("Discord refuses the bot token (401): set a valid one and start again."));
                log.LogCritical("{Route}: Discord refuses the bot token; nothing more is sent with it", call.Name);
                throw Refusal();
            case 404 when call.Repeatable == Repeatable.Original:
                return Failure.NotThereYet;
            // Our first try did arrive, only its answer was lost.
            case 400 when call.Lane == Lane.Callback && retries > 0 && Answers.ErrorCode(answer.Body) == AlreadyAcknowledged:
                return null;
            default:
                throw Problem(call, answer)!;
        }
    }

    private TimeSpan Pause(RestCall call, TooManyRequests refusal)
    {
        var edge = refusal.Wait is null;
        var source = edge ? "edge" : refusal.Scope;
        var wait = (refusal.Wait ?? global.PauseForEdge()) + jitter.Between(TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(250));
        log.LogWarning("{Route} is rate limited ({Source}) for {Seconds:0.###} s", call.Name, source, wait.TotalSeconds);
        Metrics.RateLimited(source);
        if (call.Lane == Lane.Bot)
        {
            if (refusal.Scope != "shared") global.Refused();
            if (refusal.IsGlobal) global.Pause(wait);
            else if (!edge) limits.Pause(call.BucketKey, wait);
        }
        else if (call.Lane == Lane.Webhook)
        {
            // An interaction route is not bound by the global limit, so its refusal says nothing about the bot token's routes.
            limits.Pause(call.BucketKey, wait);
        }

        return wait;
    }

    private static TimeSpan Patience(RestCall call, TimeSpan left) => call.Lane == Lane.Webhook ? Min(left, WebhookPatience) : left;

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;

    private FatalDiscordException Refusal() => new(refused.Task.Result.Message);

    private DiscordApiException TimeOver(RestCall call, TimeSpan total, bool unsent)
    {
        log.LogWarning("{Route} got no answer within {Seconds} s", call.Name, total.TotalSeconds);
        return new DiscordApiException($"{call.Name} got no answer within {total.TotalSeconds} seconds.", 0) { NothingSent = unsent };
    }

    private static DiscordApiException NotNow(RestCall call, string why, TimeSpan wait, bool unsent) =>
        new($"{call.Name} was not sent: {why}.", HttpStatusCode.TooManyRequests, 0, wait) { NothingSent = unsent };

    private static DiscordApiException? Problem(RestCall call, RawAnswer answer)
    {
        if (answer.Status is >= 200 and < 300) return null;
        var code = Answers.ErrorCode(answer.Body);
        var fields = Answers.FieldErrors(answer.Body);
        var detail = (code == 0 ? "" : $", code {code}") + (fields is [var first, ..] ? $" ({first})" : "");
        return new DiscordApiException($"{call.Name} was answered with {answer.Status}{detail}.", (HttpStatusCode)answer.Status, code)
        {
            FieldErrors = fields,
        };
    }

    /// <param name="Answer">Null when there was none.</param>
    /// <param name="Failure">Null for success.</param>
    private sealed record Attempt(RawAnswer? Answer, Failure? Failure, Exception? Problem);
}
