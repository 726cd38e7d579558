using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

using Microsoft.Extensions.Logging;

namespace CoachBot.Discord.Interactions;

/// <summary>
/// Brings each interaction once to the bot's handler, on a task of its own, so that the gateway is read and
/// heartbeats go out whatever a handler does. At most 1000 are in flight; above that a person is told to try
/// again (an autocomplete gets an empty list), never left without answer.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "The source has no timer and no handle, and handlers may outlive the client.")]
internal sealed class InteractionDelivery(
    Func<Interaction, CancellationToken, Task> handler, DiscordRest rest, TimeProvider time, ILogger log)
{
    public const int MostInFlight = 1000;
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(5);
    private static readonly InteractionResponse Busy = new InteractionResponse.Message(new MessageBody
    {
        Content = "A lot is going on right now. Please try again in a minute.",
        Flags = MessageFlags.Ephemeral,
    });

    private readonly RecentIds _recent = new(4096);
    private readonly CancellationTokenSource _abort = new();
    private readonly Lock _gate = new();
    private TaskCompletionSource _idle = Completed();
    private int _inFlight;
    private int _turnedAway;
    private bool _stopping;

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

        if (!_recent.Add(interaction.Id))
        {
            log.LogInformation("Dropped an interaction that was delivered before");
            return;
        }

        if (TryEnter()) _ = Task.Run(() => HandleAsync(interaction));
        else if (!_stopping) TurnAway(interaction);
    }

    /// <summary>Takes no more, and waits until those in flight are done or 5 s are over; then cancels them.</summary>
    public async Task DrainAsync()
    {
        Task idle;
        lock (_gate)
        {
            _stopping = true;
            idle = _idle.Task;
        }

        try
        {
            await idle.WaitAsync(DrainTime, time);
        }
        catch (TimeoutException)
        {
            log.LogWarning("Stopped with {Count} interactions still in flight", _inFlight);
            await _abort.CancelAsync();
        }
    }

    private static TaskCompletionSource Completed()
    {
        var done = new TaskCompletionSource();
        done.SetResult();
        return done;
    }

    private bool TryEnter()
    {
        lock (_gate)
        {
            if (_stopping || _inFlight >= MostInFlight) return false;
            if (_inFlight++ == 0) _idle = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return true;
        }
    }

    private async Task HandleAsync(Interaction interaction)
    {
        try
        {
            await handler(interaction, _abort.Token);
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
                var answer = interaction.Type == InteractionType.Autocomplete ? new InteractionResponse.Autocomplete([]) : Busy;
                await rest.RespondAsync(interaction, answer, _abort.Token);
            }
            catch (Exception e) when (e is DiscordApiException or OperationCanceledException)
            {
                log.LogWarning("Even that answer did not arrive");
            }
            finally
            {
                Interlocked.Decrement(ref _turnedAway);
            }
        });
    }
}
