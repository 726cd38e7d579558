using CoachBot.Discord.Gateway.Line;
using CoachBot.Discord.Rest;
using Microsoft.Extensions.Logging;

namespace CoachBot.Discord.Gateway;

/// <summary>
/// Keeps one shard's connection alive until a clean stop or a fatal end:
/// (wait as planned) -> find the address -> (wait for the turn to identify) -> one <see cref="GatewayConnection"/> ->
/// <see cref="ReconnectPolicy"/> plans the next. Nothing learned in a connection but the session outlives it. A line whose
/// session Discord ended (op 9) is listened to until the next session has begun.
/// </summary>
internal sealed class GatewayLoop(GatewayWiring wiring)
{
    /// <summary>
    /// How long a line whose session is over is kept beside the attempt to begin the next: some servers serve one line at a time.
    /// </summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromMilliseconds(500);

    /// <summary>After this many connections in a row that did not open, the address is asked for again.</summary>
    private const int AddressTrusted = 5;

    private static readonly ConnectionEnd Stopped = new(NextStep.Stopped, "a clean stop");

    private readonly SessionMemory memory = new();
    private readonly ReconnectPolicy policy = new(wiring.Time, wiring.Jitter);
    private int incomplete;
    private Task parting = Task.CompletedTask;
    private TaskCompletionSource settled = new();

    private GatewayWiring Watched => wiring with
    {
        Enter = state =>
        {
            wiring.Enter(state);
            if (state == GatewayState.Ready) settled.TrySetResult();
        },
    };

    /// <param name="halt">A clean stop, or the bot token was refused.</param>
    /// <exception cref="FatalDiscordException">Discord refuses this bot for good.</exception>
    public async Task RunAsync(CancellationToken halt)
    {
        try
        {
            await ReconnectAsync(halt);
        }
        finally
        {
            settled.TrySetResult();
            await parting;
        }
    }

    private async Task ReconnectAsync(CancellationToken halt)
    {
        var plan = new Plan(Resume: false, TimeSpan.Zero);
        while (await WaitAsync(plan.Wait, halt))
        {
            var end = await ConnectOnceAsync(plan.Resume, halt);
            settled.TrySetResult();
            if (end.Step == NextStep.Stopped) return;
            wiring.Metrics.Ended(end.Label);
            if (end.Step == NextStep.Fatal) throw new FatalDiscordException(end.Reason) { IsTokenRefused = end.IsTokenRefused };
            incomplete = end.Completed ? 0 : incomplete + 1;
            if (incomplete % AddressTrusted == 0 && incomplete > 0) wiring.Address.Forget();
            plan = policy.After(end, memory.CanResume);
            if (end.LeaveLater is { } leave) parting = PartAsync(leave, plan.Wait + Overlap);
            wiring.Log.Log(end.Alarming ? LogLevel.Error : LogLevel.Information, "Gateway: {Reason}; next: {Next} in {Seconds:0.0} s",
                end.Reason, plan.Resume ? "resume" : "identify", plan.Wait.TotalSeconds);
            if (plan.Silent)
            {
                wiring.Log.LogError(
                    "Discord could not read what we sent three times in ten minutes: nothing more is sent for ten minutes. "
                    + "Please report this fault");
            }
        }
    }

    private async Task PartAsync(Func<Task> leave, TimeSpan latest)
    {
        settled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await Task.WhenAny(settled.Task, Task.Delay(latest, wiring.Time, CancellationToken.None));
        await leave();
    }

    /// <returns>False when a stop was asked for.</returns>
    private async Task<bool> WaitAsync(TimeSpan wait, CancellationToken halt)
    {
        if (wait > TimeSpan.Zero)
        {
            wiring.Enter(GatewayState.Backoff);
            await Task.Delay(wait, wiring.Time, halt).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return !halt.IsCancellationRequested;
    }

    private async Task<ConnectionEnd> ConnectOnceAsync(bool resume, CancellationToken halt)
    {
        wiring.Enter(GatewayState.Connecting);
        if (!resume) memory.Forget();
        Uri address;
        try
        {
            address = await wiring.Address.GetAsync(halt);
        }
        catch (OperationCanceledException) when (halt.IsCancellationRequested)
        {
            return Stopped;
        }
        catch (DiscordApiException problem)
        {
            return new ConnectionEnd(NextStep.Resume, problem.Message)
            {
                MinimumWait = problem.RetryAfter ?? TimeSpan.Zero,
                Label = "connect",
            };
        }

        if (resume) return await new GatewayConnection(Watched, memory, turn: null).RunAsync(memory.ResumeAddress ?? address, halt);
        using var turn = await wiring.Gate.EnterAsync(wiring.Shard, () => wiring.Enter(GatewayState.Backoff), halt);
        if (turn is null) return Stopped;
        wiring.Enter(GatewayState.Connecting);
        return await new GatewayConnection(Watched, memory, turn).RunAsync(address, halt);
    }
}
