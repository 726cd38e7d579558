using System.Diagnostics.CodeAnalysis;
using System.Diagnostics.Metrics;
using System.Text.Json;
using CoachBot.Discord.Model;
using CoachBot.Discord.Rest;
using Microsoft.Extensions.Logging;

namespace CoachBot.Discord.Delivery;

/// <summary>
/// Brings each interaction once to the bot's handler, on a task of its own, so that the gateway is read and
/// heartbeats go out whatever a handler does. At most 1000 are in flight; above that a person is told to try
/// again (an autocomplete gets an empty list), never left without answer; so is who calls while the bot is stopping. Interactions come from the
/// gateway or over HTTP.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "The source has no timer and no handle, and handlers may outlive the client.")]
internal sealed class InteractionDelivery(
    Func<Interaction, CancellationToken, Task> handler, DiscordRest rest, TimeProvider time, ILogger log)
{
    public const int MostInFlight = 1000;
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(5);

    /// <summary>For a handler that was told to give up: to say so to the person who waits.</summary>
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(3);

    // One name with the program's other measurements, so that one listener hears all.
    private static readonly Meter Meter = new("CoachBot");
    private static readonly Counter<long> Duplicates =
        Meter.CreateCounter<long>("coachbot.interaction.duplicates", description: "Interactions that were delivered before and dropped");

    private static readonly InteractionResponse Busy = Words("A lot is going on right now. Please try again in a minute.");
    private static readonly InteractionResponse Restarting = Words("I am restarting. Please try again in a minute.");

    private readonly RecentIds _recent = new(4096);
    private readonly CancellationTokenSource _abort = new();
    private readonly Lock _gate = new();
    private TaskCompletionSource _idle = Completed();
    private int _inFlight;
    private int _turnedAway;
    private bool _stopping;
    private bool _closed;

    /// <summary>Called by the reading loop with the event's data; returns at once.</summary>
    /// <exception cref="JsonException">The data cannot be read.</exception>
    public void Accept(ReadOnlyMemory<byte> data)
    {
        var interaction = Interaction.Parse(data);
        if (interaction is null)
        {
            log.LogWarning("Dropped an interaction without id, token or type");
            return;
        }

        Accept(interaction);
    }

    /// <summary>Returns at once; may be called by many threads.</summary>
    /// <returns>False when it came too late: nobody is even told any more.</returns>
    public bool Accept(Interaction interaction)
    {
        bool isNew, enters, stopping;
        lock (_gate)
        {
            if (_closed) return false;
            stopping = _stopping;
            isNew = _recent.Add(interaction.Id);
            enters = isNew && _inFlight < MostInFlight;
            if (enters && _inFlight++ == 0) _idle = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        if (!isNew)
        {
            Duplicates.Add(1);
            log.LogInformation("Dropped an interaction that was delivered before");
        }
        else if (enters)
        {
            _ = Task.Run(() => HandleAsync(interaction, stopping ? (_, _) => SayAsync(interaction, Restarting, CancellationToken.None) : handler));
        }
        else
        {
            TurnAway(interaction);
        }

        return true;
    }

    /// <summary>
    /// Takes no more, and waits until those in flight are done or 5 s are over; then cancels them and gives them 3 s to say so. Who calls meanwhile is told
    /// to try again.
    /// </summary>
    public async Task DrainAsync()
    {
        lock (_gate)
        {
            if (!_stopping) log.LogInformation("Stopping; {Count} interactions are still being answered", _inFlight);
            _stopping = true;
        }

        var idle = IdleAsync();
        try
        {
            await idle.WaitAsync(DrainTime, time);
        }
        catch (TimeoutException)
        {
            log.LogWarning("Stopping with {Count} interactions still in flight", _inFlight);
            await _abort.CancelAsync();
            await Task.WhenAny(idle, Task.Delay(LastWords, time));
        }

        lock (_gate) _closed = true;
    }

    /// <summary>Until nothing is in flight; from then on nothing comes in.</summary>
    private async Task IdleAsync()
    {
        while (true)
        {
            Task idle;
            lock (_gate)
            {
                if (_inFlight == 0)
                {
                    _closed = true;
                    return;
                }

                idle = _idle.Task;
            }

            await idle;
        }
    }

    private static TaskCompletionSource Completed()
    {
        var done = new TaskCompletionSource();
        done.SetResult();
        return done;
    }

    private static InteractionResponse.Message Words(string text) => new(new MessageBody { Content = text, Flags = MessageFlags.Ephemeral });

    private async Task HandleAsync(Interaction interaction, Func<Interaction, CancellationToken, Task> handle)
    {
        try
        {
            await handle(interaction, _abort.Token);
        }
        catch (OperationCanceledException) when (_abort.IsCancellationRequested)
        {
            // The stop said so already.
        }
        catch (Exception e)
        {
            // Not the message: it may quote what a person typed.
            log.LogError("An interaction handler failed: {Error} at {Where}", e.GetType().Name, e.StackTrace);
        }
        finally
        {
            lock (_gate)
            {
                if (--_inFlight == 0) _idle.TrySetResult();
            }
        }
    }

    private void TurnAway(Interaction interaction)
    {
        log.LogWarning("{Count} interactions are in flight; one more was told to try again", MostInFlight);
        if (Interlocked.Increment(ref _turnedAway) > MostInFlight)
        {
            Interlocked.Decrement(ref _turnedAway);
            log.LogError("Too many to even say so: an interaction goes without answer");
            return;
        }

        _ = Task.Run(async () =>
        {
            try
            {
                await SayAsync(interaction, Busy, _abort.Token);
            }
            finally
            {
                Interlocked.Decrement(ref _turnedAway);
            }
        });
    }

    private async Task SayAsync(Interaction interaction, InteractionResponse words, CancellationToken ct)
    {
        try
        {
            await rest.RespondAsync(interaction, interaction.Type == InteractionType.Autocomplete ? new InteractionResponse.Autocomplete([]) : words, ct);
        }
        catch (Exception e) when (e is DiscordApiException or OperationCanceledException)
        {
            log.LogWarning("Even that answer did not arrive");
        }
    }
}
