using System.Diagnostics.CodeAnalysis;
using System.Diagnostics.Metrics;
using System.Text.Json;
using CoachBot.Discord.Model;
using CoachBot.Discord.Options;
using CoachBot.Discord.Rest;
using Microsoft.Extensions.Logging;

namespace CoachBot.Discord.Delivery;

/// <summary>
/// Brings each interaction once to the bot's handler, on a task of its own, so that the gateway is read and heartbeats go
/// out whatever a handler does. At most 1000 are in flight, and at most 100 of one person's, so that nobody takes all
/// places from the others. Whoever finds no place, or calls while the bot is stopping, is told so (an autocomplete gets an
/// empty list). Interactions come from the gateway or over HTTP.
/// </summary>
/// <param name="turnedAway">What to say then; null says nothing.</param>
[SuppressMessage("Design", "CA1001", Justification = "The source has no timer and no handle, and handlers may outlive the client.")]
internal sealed class InteractionDelivery(
    Func<Interaction, CancellationToken, Task> handler,
    Func<Interaction, TurnedAway, string>? turnedAway,
    DiscordRest rest,
    TimeProvider time,
    ILogger log)
{
    public const int MaxInFlight = 1000;
    public const int MaxPerPerson = 100;
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(5);

    /// <summary>For a handler that was told to give up: to say so to the person who waits.</summary>
    private static readonly TimeSpan ApologyTime = TimeSpan.FromSeconds(3);

    private static readonly Meter Meter = new("CoachBot.Discord");
    private static readonly Counter<long> Duplicates = Meter.CreateCounter<long>(
        "coachbot.interaction.duplicates", description: "Interactions that were delivered before and dropped");

    private readonly RecentIds recent = new(4096);
    private readonly CancellationTokenSource abort = new();
    private readonly CountedLog turnedAwayLog = new(time, count => log.LogWarning(
        "Interactions that found no place and were told to try again: {Count} (of {Most} in flight, or {PerPerson} of one person's)",
        count, MaxInFlight, MaxPerPerson));
    private readonly CountedLog unansweredLog = new(time, count => log.LogError(
        "Interactions that went without any answer, as there were too many to even say so: {Count}", count));
    private readonly Lock gate = new();
    private readonly Dictionary<ulong, int> inFlightByPerson = [];
    private TaskCompletionSource allDone = Completed();
    private int inFlight;
    private int beingTold;
    private long unanswered;
    private bool isStopping;
    private bool isClosed;

    public int InFlight
    {
        get
        {
            lock (gate) return inFlight;
        }
    }

    /// <summary>Those that went without any answer, as there were too many to even say so.</summary>
    public long Unanswered => Interlocked.Read(ref unanswered);

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
    /// <returns>False when it came after the stop: nobody is even told any more.</returns>
    public bool Accept(Interaction interaction)
    {
        bool isNew, stopping;
        TurnedAway? noPlace = null;
        lock (gate)
        {
            if (isClosed) return false;
            stopping = isStopping;
            isNew = recent.Add(interaction.Id);
            if (isNew) noPlace = TakePlace(interaction.UserId);
        }

        if (!isNew)
        {
            Duplicates.Add(1);
            log.LogInformation("Dropped an interaction that was delivered before");
        }
        else if (noPlace is { } why)
        {
            TurnAway(interaction, why);
        }
        else
        {
            _ = Task.Run(() => HandleAsync(
                interaction, stopping ? (_, _) => TellAsync(interaction, TurnedAway.Stopping, CancellationToken.None) : handler));
        }

        return true;
    }

    /// <summary>
    /// Accepts no further interactions (their callers are told to try again) and waits up to 5 s for those in flight; then
    /// cancels them and gives them 3 s to answer.
    /// </summary>
    public async Task DrainAsync()
    {
        lock (gate)
        {
            if (!isStopping) log.LogInformation("Stopping; {Count} interactions are still being answered", inFlight);
            isStopping = true;
        }

        var idle = IdleAsync();
        try
        {
            await idle.WaitAsync(DrainTime, time);
        }
        catch (TimeoutException)
        {
            log.LogWarning("Stopping with {Count} interactions still in flight", inFlight);
            await abort.CancelAsync();
            await Task.WhenAny(idle, Task.Delay(ApologyTime, time));
        }

        lock (gate) isClosed = true;
        turnedAwayLog.Flush();
        unansweredLog.Flush();
    }

    /// <summary>Until nothing is in flight; from then on nothing comes in.</summary>
    private async Task IdleAsync()
    {
        while (true)
        {
            Task done;
            lock (gate)
            {
                if (inFlight == 0)
                {
                    isClosed = true;
                    return;
                }

                done = allDone.Task;
            }

            await done;
        }
    }

    private static TaskCompletionSource Completed()
    {
        var done = new TaskCompletionSource();
        done.SetResult();
        return done;
    }

    /// <summary>Called with the gate held.</summary>
    /// <returns>Null with a place; otherwise why there is none.</returns>
    private TurnedAway? TakePlace(ulong person)
    {
        if (inFlight >= MaxInFlight) return TurnedAway.Busy;
        var theirs = inFlightByPerson.GetValueOrDefault(person);
        // 0 stands for everybody whom a server did not name.
        if (person != 0 && theirs >= MaxPerPerson) return TurnedAway.BusyWithYou;
        inFlightByPerson[person] = theirs + 1;
        if (inFlight++ == 0) allDone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return null;
    }

    private void LeavePlace(ulong person)
    {
        lock (gate)
        {
            if (--inFlightByPerson[person] == 0) inFlightByPerson.Remove(person);
            if (--inFlight == 0) allDone.TrySetResult();
        }
    }

    private async Task HandleAsync(Interaction interaction, Func<Interaction, CancellationToken, Task> handle)
    {
        try
        {
            await handle(interaction, abort.Token);
        }
        catch (OperationCanceledException) when (abort.IsCancellationRequested)
        {
            // The stop said so already.
        }
        catch (Exception problem)
        {
            // Not the message: it may quote what a person typed.
            log.LogError("An interaction handler failed: {Error} at {Where}", problem.GetType().Name, problem.StackTrace);
        }
        finally
        {
            LeavePlace(interaction.UserId);
        }
    }

    private void TurnAway(Interaction interaction, TurnedAway why)
    {
        if (Interlocked.Increment(ref beingTold) > MaxInFlight)
        {
            Interlocked.Decrement(ref beingTold);
            Interlocked.Increment(ref unanswered);
            unansweredLog.Note();
            return;
        }

        turnedAwayLog.Note();
        _ = Task.Run(async () =>
        {
            try
            {
                await TellAsync(interaction, why, abort.Token);
            }
            finally
            {
                Interlocked.Decrement(ref beingTold);
            }
        });
    }

    private async Task TellAsync(Interaction interaction, TurnedAway why, CancellationToken ct)
    {
        try
        {
            if (interaction.Type == InteractionType.Autocomplete)
                await rest.RespondAsync(interaction, new InteractionResponse.Autocomplete([]), ct);
            else if (turnedAway?.Invoke(interaction, why) is { Length: > 0 } words)
                await rest.RespondAsync(interaction, new InteractionResponse.Message(Private(words)), ct);
        }
        catch (Exception problem) when (problem is DiscordApiException or OperationCanceledException)
        {
            log.LogWarning("That an interaction found no place could not be said");
        }
    }

    private static MessageBody Private(string words) => new() { Content = words, Flags = MessageFlags.Ephemeral };
}
