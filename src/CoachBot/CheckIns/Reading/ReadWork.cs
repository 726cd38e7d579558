namespace CoachBot.CheckIns.Reading;

/// <summary>What became of what was typed: every word and number of it stands in one of the three.</summary>
/// <param name="LeftOut">Understood, or beside the point, and not kept.</param>
/// <param name="Unread">Not understood.</param>
internal sealed record ReadWork(IReadOnlyList<Work> Work, IReadOnlyList<LeftOut> LeftOut, IReadOnlyList<UnreadPart> Unread)
{
    /// <summary>Nothing was typed.</summary>
    public static readonly ReadWork Nothing = new([], [], []);
}

/// <param name="Typed">As it was typed, folded.</param>
internal sealed record LeftOut(string Typed, WhyLeftOut Why);

internal enum WhyLeftOut
{
    /// <summary>A remark, a heading, a rest, a tempo, an effort, a distance: there is no place for it.</summary>
    NoPlace,

    /// <summary>"@8" may be a weight or an effort.</summary>
    WeightOrEffort,

    /// <summary>"plank 3" may be sets, seconds or minutes.</summary>
    SetsOrTime,

    /// <summary>"12s" behind repetitions: a weight, a rest or a hold?</summary>
    WeightRestOrHold,

    /// <summary>An empty box, a cross, or a "no" stood before it.</summary>
    NotDone,

    /// <summary>Nobody's body weight is kept.</summary>
    BodyWeight,
}

/// <param name="Typed">As it was typed, folded.</param>
/// <param name="Nearest">Names of exercises that may be meant; empty when the name is not the problem.</param>
internal sealed record UnreadPart(string Typed, WhyUnread Why, IReadOnlyList<string> Nearest);

internal enum WhyUnread
{
    UnknownExercise,

    /// <summary>Numbers without a name.</summary>
    NoExercise,

    /// <summary>The numbers do not go together.</summary>
    UnclearNumbers,

    /// <summary>A number is below 1 or above what anybody does.</summary>
    OutOfRange,

    /// <summary>More than a check-in holds.</summary>
    TooMuch,
}
