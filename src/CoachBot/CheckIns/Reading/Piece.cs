namespace CoachBot.CheckIns.Reading;

/// <summary>What a few tokens say together.</summary>
internal abstract record Piece
{
    /// <summary>The first token, and the one after the last.</summary>
    public required int Start { get; init; }

    public required int End { get; init; }
}

/// <summary>Words that may name an exercise.</summary>
/// <param name="Known">Set when the name has numbers or separators in it, which were taken for nothing else.</param>
/// <param name="InBrackets">Adds to the name before it.</param>
internal sealed record NamePiece(string Text, Exercises.Exercise? Known = null, bool InBrackets = false) : Piece;

/// <summary>Parts one exercise from the next, or an exercise from its numbers.</summary>
/// <param name="Hard">A new line or a semicolon.</param>
internal sealed record BreakPiece(bool Hard, bool Colon = false) : Piece;

/// <summary>Understood, and not kept.</summary>
internal sealed record AsidePiece(WhyLeftOut Why) : Piece;

/// <summary>The letter or number of a list; nothing that was done.</summary>
internal sealed record LabelPiece : Piece;

/// <summary>All exercises around it were done so many times over.</summary>
/// <param name="InBrackets">It is for what the brackets behind it hold, and for no more.</param>
internal sealed record RoundsPiece(int Times, bool InBrackets = false) : Piece;

internal sealed record BracketPiece(bool Opens) : Piece;

internal enum Measure
{
    Plain,
    Reps,
    Seconds,
    MinutesOrMetres,
    Kilograms,
    Pounds,
    Sets,
    Rounds,
    Distance,
    Percent,
}

/// <summary>One number, or a range, with its unit.</summary>
/// <param name="OpenEnd">"12+".</param>
internal sealed record Quantity(decimal From, decimal? To, Measure Measure, int Start, int End, bool OpenEnd = false)
{
    public bool IsWhole => To is null && From == decimal.Truncate(From);

    public bool SameAs(Quantity other) => From == other.From && To == other.To;
}

/// <param name="Amount">Null for body weight.</param>
/// <param name="Start">Its tokens.</param>
internal sealed record Weight(decimal? Amount, LoadUnit Unit, int? Pieces = null, int Start = 0, int End = 0);

internal enum Sides
{
    None,
    Each,
    Left,
    Right,
}

/// <summary>How much of one exercise: each part may be missing and come with another piece.</summary>
internal sealed record DosePiece : Piece
{
    public int? Sets { get; init; }

    /// <summary>Repetitions or time; several are sets that differ.</summary>
    public IReadOnlyList<Quantity> Amounts { get; init; } = [];

    /// <summary>Of the right side, where it had another number than the left.</summary>
    public Quantity? RightAmount { get; init; }

    /// <summary>Of the right side, where it had another number of sets than the left.</summary>
    public int? RightSets { get; init; }

    public IReadOnlyList<Weight> Weights { get; init; } = [];

    /// <summary>The weight hangs on its number ("10@50"), so it is that number's alone.</summary>
    public bool WeightIsTight { get; init; }

    public bool AsManyAsPossible { get; init; }

    public Sides Sides { get; init; }

    /// <summary>"each" without a noun: each side, or each of the exercises before.</summary>
    public bool BareEach { get; init; }

    /// <summary>"x 3" after "12 squats", "3x" before "squat": sets, if there is another number, else repetitions.</summary>
    public bool HasCross { get; init; }

    /// <summary>"2x10kg" or "10kg x2": two pieces beside another count, else so many repetitions.</summary>
    public bool MaybePieces { get; init; }

    /// <summary>"2-3 sets": how many it was nobody can say.</summary>
    public bool SetsUnknown { get; init; }

    /// <summary>"2 sets squats (12, 10)": the sets stood apart from the repetitions.</summary>
    public bool SetsApart { get; init; }

    /// <summary>"in 3 sets": the number before is that of all of them.</summary>
    public bool InAll { get; init; }

    /// <summary>"3x10 of each": for all exercises that follow.</summary>
    public bool OfEach { get; init; }

    /// <summary>"5 s hold": a time beside repetitions has no place.</summary>
    public bool Held { get; init; }

    /// <summary>"3x12 (12, 12, 10)": what it was in detail.</summary>
    public bool InBrackets { get; init; }

    /// <summary>The numbers do not go together.</summary>
    public bool Unclear { get; init; }

    /// <summary>Parts of it that are understood and not kept.</summary>
    public IReadOnlyList<AsidePiece> Asides { get; init; } = [];

    public bool HasCount => Amounts.Count > 0 || AsManyAsPossible || RightAmount is not null;

    public bool HasOnlySides => !HasCount && Sets is null && Weights.Count == 0 && Asides.Count == 0 && !Unclear;
}
