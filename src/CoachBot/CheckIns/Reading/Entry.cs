using CoachBot.Exercises;

namespace CoachBot.CheckIns.Reading;

/// <summary>One exercise while it is being read: its name, and what was said of how much.</summary>
internal sealed class Entry(Exercise? exercise, int start, int end)
{
    /// <summary>Seconds from which on a time behind repetitions is that of the whole exercise.</summary>
    private const decimal LeastTotal = 120;

    private readonly List<DosePiece> groups = [];
    private Sides sides;
    private bool unclear;

    /// <summary>"20 (10 per leg)": half of what was said before, so it must be of each side.</summary>
    private bool isHalf;

    /// <summary>Null when nobody is called so.</summary>
    public Exercise? Exercise { get; } = exercise;

    /// <summary>What a part that cannot be read reaches over, in tokens.</summary>
    public int Start { get; private set; } = start;

    public int End { get; private set; } = end;

    /// <summary>What says how often it was done over; null for once.</summary>
    public RoundsPiece? Rounds { get; set; }

    /// <summary>Its numbers stood before its name, so those behind it may be the next one's.</summary>
    public bool NumbersCameFirst { get; set; }

    /// <summary>Its place in the text, from 1.</summary>
    public int Number { get; init; }

    /// <summary>"squats and lunges 3x10 each".</summary>
    public bool BareEach { get; private set; }

    /// <summary>What was said for all exercises around it; counts where it has no number of its own.</summary>
    public IReadOnlyList<DosePiece>? Shared { get; init; }

    public List<AsidePiece> Asides { get; } = [];

    public bool HasDose => groups.Count > 0;

    public bool HasCount => groups.Exists(group => group.HasCount);

    public IReadOnlyList<DosePiece> Groups => groups;

    public void Reach(int start, int end) => (Start, End) = (Math.Min(Start, start), Math.Max(End, end));

    /// <summary>Whether a dose completes what is there, rather than beginning something else.</summary>
    public bool CanTake(DosePiece dose) => groups.Count == 0 || dose.HasOnlySides || IsNumbering(dose)
        || (dose.HasCount ? !HasCount : dose.Sets is null || groups[^1].Sets is null);

    public void Add(DosePiece dose)
    {
        Reach(dose.Start, dose.End);
        Asides.AddRange(dose.Asides);
        unclear |= dose.Unclear;
        if (dose.Sides != Sides.None)
        {
            unclear |= sides != Sides.None && sides != dose.Sides;
            sides = dose.Sides;
            BareEach |= dose.BareEach;
        }
        if (dose.HasOnlySides) return;
        if (dose.Asides.Count > 0 && dose is { HasCount: false, Sets: null, SetsUnknown: false, Weights.Count: 0 }) return;
        if (IsNumbering(dose)) groups.Clear();
        if (groups.Count == 0 || !Merge(dose)) groups.Add(dose);
    }

    /// <summary>"1 squat 3x12", "2 - plank 3x45s": what was taken for a count numbers the list.</summary>
    private bool IsNumbering(DosePiece dose) =>
        dose is { Sets: not null, HasCount: true }
            && groups is [{ Sets: null, HasCross: false, Weights.Count: 0, Amounts: [{ Measure: Measure.Plain, To: null } number] }]
        && number.From == Number && number.Start == Start && dose.Start > number.End;

    public void EachIsEachExercise()
    {
        if (BareEach && sides == Sides.Each) sides = Sides.None;
        BareEach = false;
    }

    /// <summary>All that was said of another reading of the same name.</summary>
    public void TakeOver(Entry other)
    {
        groups.AddRange(other.groups);
        Asides.AddRange(other.Asides);
        (sides, unclear, BareEach, NumbersCameFirst) = (other.sides, other.unclear, other.BareEach, other.NumbersCameFirst);
    }

    /// <summary>"each" is each exercise there.</summary>
    public bool TakeShared()
    {
        if (Shared is null || HasCount) return false;
        foreach (var dose in Shared.Where(dose => !dose.BareEach && !dose.OfEach)) Add(dose);
        return true;
    }

    public void CopyDoses(Entry other) => groups.AddRange(other.groups);

    private bool Merge(DosePiece dose)
    {
        var last = groups[^1];
        if (dose.Held && last.HasCount && last.Amounts is [{ Measure: Measure.Plain or Measure.Reps }, ..])
        {
            Asides.Add(new AsidePiece(WhyLeftOut.NoPlace) { Start = dose.Start, End = dose.End });
            return true;
        }
        // "squat 3x12, 20 min": how long it took altogether; "rdl 3x8 12s": a weight, a rest or a hold.
        if (last is { Amounts: [{ Measure: Measure.Plain or Measure.Reps }, ..] }
            && dose is { Sets: null, Weights.Count: 0, Amounts: [{ Measure: Measure.Seconds } time] }
            && Exercise is { DoseType: DoseType.Reps })
        {
            Asides.Add(new AsidePiece(time.From >= LeastTotal ? WhyLeftOut.NoPlace : WhyLeftOut.WeightRestOrHold) { Start = dose.Start, End = dose.End });
            return true;
        }
        if (Detail(last, dose) is { } detail)
        {
            groups[^1] = detail;
            return true;
        }
        // "12 squats x 3": the smaller one is the sets. "3x squat 12": the cross makes a count of sets.
        if ((dose.HasCross || last.HasCross) && last is { Sets: null, Amounts: [var one] } && dose is { Sets: null, Amounts: [var other] }
            && !(last.HasCross && dose.HasCross))
        {
            var (sets, amount) = last.HasCross ? (one, other) : other.From <= one.From ? (other, one) : (one, other);
            if (sets is { IsWhole: true, Measure: Measure.Plain, From: < 10_000 })
            {
                groups[^1] = last with
                {
                    Sets = (int)sets.From,
                    Amounts = [amount],
                    HasCross = false,
                    Weights = last.Weights.Count > 0
                    ? last.Weights : dose.Weights
                };
                return true;
            }
        }
        // "4x(10,10,8,8)".
        if (last is { HasCross: true, Sets: null, Amounts: [{ IsWhole: true, Measure: Measure.Plain, From: < 10_000 } listed] }
            && dose is { Sets: null, Amounts.Count: > 1 })
        {
            groups[^1] = dose with { Sets = (int)listed.From, Weights = last.Weights.Count > 0 ? last.Weights : dose.Weights };
            return true;
        }
        // "2x10kg" beside repetitions is a pair of weights; behind "5x60kg" it is two more of them.
        if (dose.MaybePieces && last.HasCount && last.Weights.Count == 0) dose = AsPair(dose);
        else if (last.MaybePieces && dose.HasCount && dose.Weights.Count == 0) last = AsPair(last);
        if (dose.HasCount && last.HasCount && !(last.AsManyAsPossible && last.Amounts.Count == 0 && dose.Sets is null)
            && !(dose.AsManyAsPossible && dose.Amounts.Count == 0 && dose.Sets is null))
            return false;
        if (dose.Sets is not null && last.Sets is not null)
        {
            unclear |= !dose.HasCount;
            return !dose.HasCount;
        }
        if (dose.Weights.Count > 0 && last.Weights.Count > 0)
        {
            // A second weight begins the next sets: "40kg 3x12, 50kg 2x10".
            if (dose.Weights is not [{ Amount: null }] && last.Weights is not [{ Amount: null }]) return false;
        }
        groups[^1] = last with
        {
            Sets = last.Sets ?? dose.Sets,
            SetsUnknown = last.SetsUnknown || dose.SetsUnknown,
            MaybePieces = last.MaybePieces || dose.MaybePieces,
            Amounts = last.Amounts.Count > 0 ? last.Amounts : dose.Amounts,
            RightAmount = last.RightAmount ?? dose.RightAmount,
            Weights = last.Weights is [] or [{ Amount: null }] && dose.Weights.Count > 0 ? dose.Weights : last.Weights,
            WeightIsTight = last.WeightIsTight || dose.WeightIsTight,
            AsManyAsPossible = last.AsManyAsPossible || dose.AsManyAsPossible,
            HasCross = last.HasCross || dose.HasCross,
            SetsApart = last.SetsApart || (last is { Sets: not null, HasCount: false } && dose is { Sets: null, HasCount: true }),
        };
        return true;
    }

    /// <summary>What a second number says of the first: "three planks of 45 seconds", "36 squats in 3 sets", "100 squats (10x10)", "20 (10 per leg)".</summary>
    /// <returns>What both say together; null where each is for itself.</returns>
    private DosePiece? Detail(DosePiece last, DosePiece dose)
    {
        if (last is not { Amounts: [{ To: null, IsWhole: true, Measure: Measure.Plain or Measure.Reps } amount], HasCross: false }) return null;
        if (dose.InAll && last.Sets is null)
        {
            Asides.Add(new AsidePiece(WhyLeftOut.NoPlace) { Start = amount.Start, End = amount.End });
            return last with { Sets = dose.Sets, Amounts = [] };
        }
        if (NumbersCameFirst && last.Sets is null && Exercise is { DoseType: DoseType.Seconds } && amount.From <= SetsWriter.MostSets
            && dose is { Sets: null, Amounts: [{ Measure: Measure.Seconds }] }) return dose with { Sets = (int)amount.From };
        if (!dose.InBrackets || dose is not { Amounts: [{ To: null, Measure: Measure.Plain or Measure.Reps } each] }) return null;
        var isTotal = last.Sets is null && dose.Sets * each.From == amount.From;
        var isBothSides = dose.Sets is null && each.From * 2 == amount.From;
        if (!isTotal && !isBothSides) return null;
        Asides.Add(new AsidePiece(WhyLeftOut.NoPlace) { Start = amount.Start, End = amount.End });
        if (isTotal) return last with { Sets = dose.Sets, Amounts = dose.Amounts };
        isHalf = true;
        return last with { Amounts = dose.Amounts };
    }

    private static DosePiece AsPair(DosePiece dose) =>
        dose with { Amounts = [], MaybePieces = false, Weights = [dose.Weights[0] with { Pieces = 2 }] };

    /// <summary>The rows it becomes.</summary>
    /// <param name="why">Set when it cannot be told; then there are none.</param>
    public IReadOnlyList<Work> Finish(out WhyUnread? why)
    {
        for (var at = groups.Count - 1; at > 0; at--)
        {
            // "@20 @22.5 @25": one weight for each set before it.
            if (groups[at] is not { HasCount: false, Sets: null, Weights: [{ Amount: not null }, ..] } || groups[at - 1].Weights.Count == 0) continue;
            groups[at - 1] = groups[at - 1] with { Weights = [.. groups[at - 1].Weights, .. groups[at].Weights] };
            groups.RemoveAt(at);
        }
        if (BareEach && Exercise is { HasSides: false }) EachIsEachExercise();
        unclear |= isHalf && sides != Sides.Each;
        unclear |= groups.Count > 1 && groups.Exists(group => group is { HasCount: false, Sets: null });
        why = unclear ? WhyUnread.UnclearNumbers : null;
        if (Exercise is null || why is not null) return [];
        var rows = new SetsWriter(Exercise, Rounds?.Times ?? 1, sides, Asides).Write(groups, out why);
        return why is null ? rows : [];
    }
}
