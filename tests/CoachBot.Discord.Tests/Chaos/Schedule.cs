using CoachBot.Discord.Rest.Limits;

namespace CoachBot.Discord.Tests.Chaos;

/// <summary>One thing that happens. What comes with a number or a text takes it from <see cref="Step.Detail"/>.</summary>
internal enum Happens
{
    // Events on a line that is ready.
    Interaction,
    SameEventAgain,
    InteractionAgain,
    UnknownEvent,
    PoisonEvent,
    DamagedFrame,
    UnknownOp,
    OlderSequence,
    RequestedBeat,
    BeatInTime,

    // What ends a line that is ready.
    Reconnect,
    SessionInterrupted,
    SessionInvalid,
    Close,
    CloseWithoutCode,
    Cut,
    Reset,
    NoAnswerToBeats,
    BreaksTheProtocol,
    BlackHole,

    // What spoils the next greeting.
    UpgradeRefused,
    NoHello,
    ReconnectForHello,
    NonsenseForHello,
    CutForReady,
    NothingForReady,
    InvalidForReady,

    // What becomes of the next answer to an interaction.
    ServerError,
    AnswerLost,
    RequestLost,
    TooManyRequests,
    NoAnswer,
}

internal readonly record struct Step(Happens What, int Detail)
{
    public override string ToString() => Detail == 0 ? $"{What}" : $"{What}({Detail})";
}

/// <summary>How a schedule ends.</summary>
internal enum Finish
{
    /// <summary>The faults are over: the bot must be ready and answer soon, then stop cleanly.</summary>
    Healed,

    /// <summary>A clean stop right after the last step.</summary>
    StoppedAtOnce,

    /// <summary>Discord refuses the bot for good.</summary>
    Fatal,
}

/// <summary>A random script, made again by its seed.</summary>
internal sealed record Schedule(ulong Seed, IReadOnlyList<Step> Steps, Finish Finish, bool Proxied, bool Asks)
{
    private static readonly int[] CloseCodes = [1000, 1001, 1011, 4000, 4001, 4002, 4003, 4005, 4007, 4008, 4009, 4999];
    private static readonly Happens[] Events =
    [
        Happens.Interaction, Happens.Interaction, Happens.Interaction, Happens.SameEventAgain, Happens.InteractionAgain, Happens.UnknownEvent,
        Happens.PoisonEvent, Happens.DamagedFrame, Happens.UnknownOp, Happens.OlderSequence, Happens.RequestedBeat, Happens.BeatInTime,
    ];

    private static readonly Happens[] Endings =
    [
        Happens.Reconnect, Happens.SessionInterrupted, Happens.SessionInvalid, Happens.Close, Happens.Close, Happens.CloseWithoutCode, Happens.Cut,
        Happens.Reset, Happens.NoAnswerToBeats, Happens.BreaksTheProtocol, Happens.BlackHole,
    ];

    private static readonly Happens[] Greetings =
    [
        Happens.UpgradeRefused, Happens.NoHello, Happens.ReconnectForHello, Happens.NonsenseForHello, Happens.CutForReady, Happens.NothingForReady,
        Happens.InvalidForReady,
    ];

    private static readonly Happens[] Answers =
        [Happens.ServerError, Happens.AnswerLost, Happens.RequestLost, Happens.TooManyRequests, Happens.NoAnswer];

    public static Schedule Make(ulong seed)
    {
        var dice = new Dice(seed);
        var steps = new List<Step>();
        for (var n = 4 + dice.Below(10); n > 0; n--)
        {
            var kind = dice.Below(10);
            var what = dice.Of<Happens>(kind < 5 ? Events : kind < 7 ? Endings : kind < 8 ? Greetings : Answers);
            if (kind == 9 && what != Happens.NoAnswer) steps.Add(new Step(Happens.Interaction, 0));
            steps.Add(new Step(what, what == Happens.Close ? dice.Of<int>(CloseCodes) : dice.Below(4)));
        }

        var finish = dice.Below(10) switch { 0 => Finish.Fatal, 1 or 2 => Finish.StoppedAtOnce, _ => Finish.Healed };
        return new Schedule(seed, steps, finish, Proxied: dice.OneIn(8), Asks: dice.OneIn(4));
    }

    public override string ToString() =>
        $"seed {Seed}{(Proxied ? ", in pieces" : "")}{(Asks ? ", address asked for" : "")}: {string.Join(", ", Steps)}, then {Finish}";
}
