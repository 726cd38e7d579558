using Microsoft.Extensions.Logging;

namespace CoachBot.Discord.Gateway;

/// <summary>
/// Keeps one connection alive until a clean stop or a fatal end:
/// (wait as planned) -> find the address -> one <see cref="GatewayConnection"/> -> <see cref="ReconnectPolicy"/>
/// plans the next. Nothing learned in a connection but the session and the identifies spent outlives it.
/// </summary>
internal sealed class GatewayLoop(GatewayWiring wiring, DiscordRest rest)
{
    /// <summary>After this many connections in a row that did not open, the address is asked for again.</summary>
    private const int AddressTrusted = 5;

    private readonly SessionMemory _memory = new();
    private readonly IdentifyBudget _budget = new(wiring.Time);
    private readonly ReconnectPolicy _policy = new(wiring.Time, wiring.Jitter);
    private Uri? _address = wiring.Options.GatewayUrl is { } given ? Addresses.Gateway(given) : null;
    private int _incomplete;

    /// <param name="halt">A clean stop, or the bot token was refused.</param>
    /// <exception cref="FatalDiscordException">Discord refuses this bot for good.</exception>
    public async Task RunAsync(CancellationToken halt)
    {
        var plan = new Plan(Resume: false, TimeSpan.Zero);
        while (await WaitAsync(plan, halt))
        {
            var end = await ConnectOnceAsync(plan.Resume, halt);
            if (end.Step == NextStep.Stopped) return;
            if (end.Step == NextStep.Fatal) throw new FatalDiscordException(end.Reason);
            _incomplete = end.Completed ? 0 : _incomplete + 1;
            if (_incomplete % AddressTrusted == 0 && _incomplete > 0 && wiring.Options.GatewayUrl is null) _address = null;
            plan = _policy.After(end, _memory.CanResume);
            wiring.Log.Log(end.Alarming ? LogLevel.Error : LogLevel.Information, "Gateway: {Reason}; next: {Next} in {Seconds:0.0} s",
                end.Reason, plan.Resume ? "resume" : "identify", plan.Wait.TotalSeconds);
        }
    }

    /// <returns>False when a stop was asked for.</returns>
    private async Task<bool> WaitAsync(Plan plan, CancellationToken halt)
    {
        var wait = plan.Wait;
        if (!plan.Resume && _budget.Wait() is var spacing && spacing > wait)
        {
            if (spacing > TimeSpan.FromMinutes(1)) wiring.Log.LogWarning("Too many new sessions; the next one in {Minutes:0} min", spacing.TotalMinutes);
            wait = spacing;
        }

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
        if (!resume) _memory.Forget();
        try
        {
            _address ??= await AskAddressAsync(halt);
        }
        catch (OperationCanceledException) when (halt.IsCancellationRequested)
        {
            return new ConnectionEnd(NextStep.Stopped, "a clean stop");
        }
        catch (DiscordApiException e)
        {
            return new ConnectionEnd(NextStep.Resume, e.Message) { MinimumWait = e.RetryAfter ?? TimeSpan.Zero };
        }

        // Asking may have told that no identify is left.
        if (!resume && _budget.Wait() > TimeSpan.Zero && !await WaitAsync(new Plan(false, TimeSpan.Zero), halt))
            return new ConnectionEnd(NextStep.Stopped, "a clean stop");
        var address = resume ? _memory.ResumeAddress ?? _address : _address;
        return await new GatewayConnection(wiring, _memory, _budget, resume).RunAsync(address, halt);
    }

    private async Task<Uri> AskAddressAsync(CancellationToken halt)
    {
        var told = await rest.GetGatewayBotAsync(halt);
        _budget.Learn(told);
        try
        {
            return Addresses.Gateway(told.Url);
        }
        catch (ArgumentException)
        {
            throw new DiscordApiException("GET gateway/bot names an address that is neither wss nor loopback.", System.Net.HttpStatusCode.OK);
        }
    }
}
