using System.Collections.Concurrent;
using System.Globalization;
using CoachBot.Discord.Tests.Fakes;

namespace CoachBot.Discord.Tests.Chaos;

/// <summary>
/// Both books on interactions: what the handler did, and what the server was asked to show. A callback counts as
/// Discord counts it: the first one that arrives is shown, any further is refused with 40060.
/// </summary>
internal sealed class Ledger(TimeProvider time)
{
    private static readonly TimeSpan ATry = TimeSpan.FromSeconds(1.5);
    private readonly ConcurrentDictionary<ulong, Entry> entries = new();
    private readonly ConcurrentQueue<Step> toSpoil = new();
    private int handling;

    /// <summary>Handlers that have begun and not ended.</summary>
    public int Handling => Volatile.Read(ref handling);

    /// <summary>No handler heard of it: it came while the client was stopping, and may be being told so, or was not read.</summary>
    public bool IsOpen(ulong id) => entries.GetValueOrDefault(id) is null or { Handled: 0 };

    public bool IsAnswered(ulong id) => entries.TryGetValue(id, out var entry) && entry.Outcome == "answered";

    public void Spoil(Step fault) => toSpoil.Enqueue(fault);

    public void Heal() => toSpoil.Clear();

    public async Task HandleAsync(Interaction interaction, DiscordRest rest, CancellationToken ct)
    {
        var entry = entries.GetOrAdd(interaction.Id, _ => new Entry());
        Interlocked.Increment(ref handling);
        Interlocked.Increment(ref entry.Handled);
        var started = time.GetTimestamp();
        try
        {
            await rest.RespondAsync(interaction, new InteractionResponse.DeferMessage(Ephemeral: true), ct);
            entry.Outcome = "answered";
        }
        catch (DiscordApiException e)
        {
            entry.Outcome = $"{(int)e.Status}/{e.Code}";
        }
        catch (OperationCanceledException)
        {
            entry.Outcome = "cancelled";
        }
        finally
        {
            entry.Took = time.GetElapsedTime(started);
            Interlocked.Decrement(ref handling);
        }
    }

    /// <summary>The server's side.</summary>
    public FakeReply? Answer(FakeRequest request)
    {
        var parts = request.Route.Split(' ', '/');
        if (parts is not ["POST", "interactions", var id, var token, "callback"]) return null;
        var entry = entries.GetOrAdd(ulong.Parse(id, CultureInfo.InvariantCulture), _ => new Entry());
        lock (entry)
        {
            entry.Asked++;
            if (token != $"{RunningBot.InteractionToken}-{id}") entry.Odd = "another interaction's token";
            if (!toSpoil.TryDequeue(out var fault)) return Show(entry);
            entry.Faults++;
            if (fault.What == Happens.TooManyRequests) entry.Refusals++;
            switch (fault.What)
            {
                case Happens.AnswerLost:
                    Show(entry);
                    return FakeReply.Cut;
                case Happens.RequestLost:
                    return FakeReply.Cut;
                case Happens.TooManyRequests:
                    return FakeReply.Json($$"""{"message":"x","retry_after":{{(fault.Detail == 0 ? "60" : "0.1")}},"global":false}""", 429);
                case Happens.NoAnswer:
                    return FakeReply.Never;
                default:
                    return FakeReply.Json("{}", 500 + fault.Detail);
            }
        }
    }

    /// <summary>What is wrong with one interaction; nothing when all is well.</summary>
    /// <param name="mustBeHandled">The client has certainly read it, and was not stopping.</param>
    public IEnumerable<string> Check(ulong id, bool mustBeHandled)
    {
        var entry = entries.GetValueOrDefault(id) ?? new Entry();
        if (entry.Handled > 1) yield return $"interaction {id} had {entry.Handled} effects";
        if (mustBeHandled && entry.Handled == 0) yield return $"interaction {id} was lost";
        if (entry is { Handled: > 0, Outcome: null }) yield return $"the handler of {id} did not end";
        if (entry.Outcome == "answered" && entry.Shown != 1) yield return $"{id} counts as answered and was shown {entry.Shown} times";
        // A step that let time pass may have been faster than the loopback: a try may end after 1.5 s without any fault.
        // How long one without a handler took is not known.
        var faults = entry.Faults + (entry.Took >= ATry || entry.Handled == 0 ? 1 : 0);
        if (entry.Outcome is not (null or "answered" or "cancelled") && faults == 0) yield return $"{id} failed ({entry.Outcome}) without a fault";
        // Who called while the client was stopping was told so, without a handler.
        var turns = Math.Max(entry.Handled, mustBeHandled ? 0 : 1);
        if (entry.Asked > turns * (1 + Math.Min(1, faults) + entry.Refusals)) yield return $"{id} was sent {entry.Asked} times with {faults} faults";
        if (entry.Odd is { } odd) yield return $"{id}: {odd}";
    }

    private static FakeReply Show(Entry entry)
    {
        if (entry.Shown == 1) return FakeReply.Json("""{"message":"Interaction has already been acknowledged.","code":40060}""", 400);
        entry.Shown = 1;
        return FakeReply.Empty(204);
    }

    private sealed class Entry
    {
        public int Handled;
        public volatile string? Outcome;
        public int Asked;
        public int Faults;
        public int Refusals;
        public int Shown;
        public TimeSpan Took;
        public string? Odd;
    }
}
