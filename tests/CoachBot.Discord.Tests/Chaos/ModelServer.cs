using System.Text.Json;
using CoachBot.Discord.Tests.Fakes;

namespace CoachBot.Discord.Tests.Chaos;

/// <summary>What the client was left with when its last line ended, and so what it may say on the next.</summary>
internal enum Expects
{
    /// <summary>Either is fair: a greeting failed, or a code nobody documents was used.</summary>
    Either,

    /// <summary>The session lives, and the line had been ready: an identify would waste it.</summary>
    Resume,
}

/// <summary>
/// Discord's side of identifying and resuming: which session lives, what may be said, what an identify costs. Says
/// what is wrong instead of throwing, so that a run tells all of it.
/// </summary>
internal sealed class ModelServer(TestClock clock, Ledger ledger, Dice dice)
{
    /// <summary>Discord's rule (Gateway, "Rate Limiting"): one identify in 5 s.</summary>
    private static readonly TimeSpan Spacing = TimeSpan.FromSeconds(5);

    /// <summary>Until the identify budget of a schedule that asks for the address is filled again.</summary>
    public static readonly TimeSpan BudgetReset = TimeSpan.FromSeconds(100);

    /// <summary>The client leaves so many identifies to people.</summary>
    private const int Reserve = 20;

    private readonly Dictionary<ulong, (ModelSession Session, long Sequence)> dispatched = [];
    private readonly long started = clock.GetTimestamp();
    private readonly int budget = Reserve + dice.Below(8);
    private long? lastIdentify;
    private int identifies;
    private ulong nextId;
    private int sessions;

    public List<string> Violations { get; } = [];

    public ModelSession? Session { get; private set; }

    public Expects Expects { get; set; }

    public bool Counts { get; init; }

    /// <summary>A try at the address for resuming got no HELLO.</summary>
    public bool ResumeFailed { get; set; }

    public required string ResumeUrl { get; init; }

    public int BudgetLeft => clock.GetElapsedTime(started) < BudgetReset ? budget - Volatile.Read(ref identifies) : 1000;

    public ulong LastId => nextId;

    public FakeReply Gateway(string url)
    {
        var reset = (long)Math.Max(0, (BudgetReset - clock.GetElapsedTime(started)).TotalMilliseconds);
        return FakeReply.Json($$$"""{"url":"{{{url}}}","shards":1,"session_start_limit":{"total":1000,"remaining":{{{BudgetLeft}}},"reset_after":{{{reset}}},"max_concurrency":1}}""");
    }

    /// <summary>Op 2: READY's frame.</summary>
    public string Identified(JsonElement data, string target)
    {
        var now = clock.GetTimestamp();
        if (lastIdentify is { } last && clock.GetElapsedTime(last, now) < Spacing) Wrong($"identified again after {clock.GetElapsedTime(last, now)}");
        if (Counts && BudgetLeft < Reserve) Wrong($"identified with {BudgetLeft} left");
        if (Expects == Expects.Resume && Session is { Forgotten: false }) Wrong("identified though the session could be resumed");
        if (data.GetProperty("token").GetString() != RunningBot.Token) Wrong("identified with another token");
        if (target.StartsWith("/resume", StringComparison.Ordinal)) Wrong("identified at the address for resuming");
        lastIdentify = now;
        Interlocked.Increment(ref identifies);
        Session = new ModelSession($"s{++sessions}");
        ResumeFailed = false;
        return Session.Next("READY",
            $$$"""{"v":10,"user":{"id":"5","bot":true},"application":{"id":"6","flags":0},"session_id":"{{{Session.Id}}}","resume_gateway_url":"{{{ResumeUrl}}}","guilds":[]}""");
    }

    /// <summary>Op 6: what was missed, some of what was not, and RESUMED.</summary>
    public List<string> Resumed(JsonElement data, string target)
    {
        var (id, sequence) = (data.GetProperty("session_id").GetString(), data.GetProperty("seq").GetInt64());
        if (Session is null || id != Session.Id) Wrong($"resumed {id}, not {Session?.Id}");
        else if (Session.Forgotten) Wrong($"resumed {id}, which was forgotten");
        else if (sequence < Session.Known || sequence > Session.Sent) Wrong($"resumed after {sequence}, not {Session.Known}..{Session.Sent}");
        if (data.GetProperty("token").GetString() != RunningBot.Token) Wrong("resumed with another token");
        // An address for resuming that did not serve once is given up for the usual one.
        if (!target.StartsWith("/resume?v=10&encoding=json", StringComparison.Ordinal) && !(ResumeFailed && target == "/?v=10&encoding=json"))
            Wrong($"resumed at {target}");
        if (Session is null) return [];
        // Discord may give more than was missed (Reference, "Consistency").
        var from = dice.OneIn(2) ? sequence : sequence - dice.Below(4);
        var replay = Session.Events.Where(e => e.Sequence > from).Select(e => e.Frame).ToList();
        replay.Add(Session.Next("RESUMED", "{}"));
        return replay;
    }

    public string Interaction()
    {
        var id = ++nextId;
        var frame = Session!.Next("INTERACTION_CREATE", Data(id));
        dispatched[id] = (Session, Session.Sent);
        return frame;
    }

    /// <summary>An older interaction under a new number.</summary>
    public string? InteractionAgain() => nextId == 0 ? null : Session!.Next("INTERACTION_CREATE", Data(1 + (ulong)dice.Below((int)nextId)));

    public string? SameEventAgain() => Session!.Events is [_, .., var (_, last)] ? last : null;

    /// <summary>A beat must carry what was last read; never what was not sent, never less than before.</summary>
    public void Beat(JsonElement data, ref long? before)
    {
        long? sequence = data.ValueKind == JsonValueKind.Number ? data.GetInt64() : null;
        if (sequence < before || (before is not null && sequence is null)) Wrong($"a beat went back from {before} to {sequence}");
        if (sequence > (Session?.Sent ?? 0)) Wrong($"a beat carried {sequence}, which was never sent");
        before = sequence;
    }

    /// <summary>Somebody called whom no handler heard.</summary>
    public bool HasOpenCalls => dispatched.Keys.Any(ledger.IsOpen);

    /// <param name="all">The client was not stopped in the middle, so nothing it read may be lost.</param>
    public void CheckInteractions(bool all)
    {
        foreach (var (id, (session, sequence)) in dispatched)
            Violations.AddRange(ledger.Check(id, all && (session == Session || sequence <= session.Known)));
    }

    public void Wrong(string what) => Violations.Add(what);

    private static string Data(ulong id) =>
        RunningBot.Interaction(id).Replace($"\"{RunningBot.InteractionToken}\"", $"\"{RunningBot.InteractionToken}-{id}\"", StringComparison.Ordinal);
}
