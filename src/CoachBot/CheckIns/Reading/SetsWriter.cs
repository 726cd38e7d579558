using CoachBot.Exercises;

namespace CoachBot.CheckIns.Reading;

/// <summary>Makes rows of what was read of one exercise, and holds them against what anybody does.</summary>
internal sealed class SetsWriter(Exercise exercise, int rounds, Sides sides, List<AsidePiece> asides)
{
    public const int MostSets = 20;
    public const int MostReps = 200;
    public const int MostSeconds = 3600;
    public const decimal MostKilograms = 500;
    public const decimal MostPounds = 1100;

    /// <summary>Below it a bare number for a timed exercise may be sets or minutes as well.</summary>
    private const decimal LeastSureSeconds = 5;

    /// <summary>From here on "20m" of a lunge or a carry is a distance.</summary>
    private const decimal LeastSureMetres = 10;

    /// <summary>"3x squat" is three sets, "12x squat" twelve squats.</summary>
    private const decimal MostLikelySets = 5;

    private bool Timed => exercise.DoseType == DoseType.Seconds;

    public IReadOnlyList<Work> Write(IReadOnlyList<DosePiece> groups, out WhyUnread? why)
    {
        why = null;
        if (groups.Count == 0) return Checked([Row(rounds > 1 ? rounds : null)], out why);
        groups = WithSharedWeight(Listed(groups));
        if (MayBeSetsAndCount(groups))
        {
            why = WhyUnread.UnclearNumbers;
            return [];
        }
        var rows = new List<Work>();
        foreach (var group in groups)
        {
            if (Rows(group, groups.Count == 1) is not { } some)
            {
                why = WhyUnread.UnclearNumbers;
                return [];
            }
            rows.AddRange(some);
        }
        return Checked(Together(rows), out why);
    }

    /// <summary>"squat 3/12", "squat, 3, 12": sets and repetitions, or two sets?</summary>
    private static bool MayBeSetsAndCount(IReadOnlyList<DosePiece> groups) =>
        groups.All(group => group is { Sets: null, HasCross: false, Weights.Count: 0, RightAmount: null })
        && groups.SelectMany(group => group.Amounts).ToList()
            is [{ To: null, Measure: Measure.Plain, From: <= MostLikelySets } one, { To: null, Measure: Measure.Plain } other]
        && one.From < other.From;

    /// <summary>4x8, 8, 6, 6 are four sets, the first of them named with their number.</summary>
    private static IReadOnlyList<DosePiece> Listed(IReadOnlyList<DosePiece> groups)
    {
        var listed = groups is [{ Sets: > 1 } first, ..] && (first.Sets > 2 || first.SetsApart) && first.Sets == groups.Count && first.Amounts.Count == 1
            && groups.Skip(1).All(group => group is { Sets: null, Amounts.Count: 1 });
        if (groups is [{ Sets: > 1, Amounts.Count: 1 }, { InBrackets: true, Sets: null }, ..]
            && groups[0].Sets == groups.Skip(1).Sum(group => group.Amounts.Count))
            return [groups[1] with { Weights = groups[1].Weights.Count > 0 ? groups[1].Weights : groups[0].Weights }, .. groups.Skip(2)];
        return listed ? [groups[0] with { Sets = 1 }, .. groups.Skip(1)] : groups;
    }

    /// <summary>A weight that stands apart is of all sets; one that hangs on its number is of that number.</summary>
    private static IReadOnlyList<DosePiece> WithSharedWeight(IReadOnlyList<DosePiece> groups)
    {
        var weighted = groups.Where(group => group.Weights.Count > 0).ToList();
        if (groups.Count == 1 || weighted is not [{ WeightIsTight: false, Weights: [var weight] }]) return groups;
        // One that comes with a later dose of its own sets ("3x12, 3x10 50kg") is that dose's.
        if (weighted[0] != groups[0] && weighted[0].Sets is not null) return groups;
        return [.. groups.Where(group => group.HasCount || group.Sets is not null).Select(group => group with { Weights = [weight] })];
    }

    /// <param name="alone">There is no other group.</param>
    private List<Work>? Rows(DosePiece group, bool alone)
    {
        var amounts = group.Amounts.ToList();
        var row = Row(null) with { AsManyAsPossible = group.AsManyAsPossible || amounts.Exists(amount => amount.OpenEnd) };
        // "3x squat".
        if (group is { HasCross: true, Sets: null }
            && amounts is [{ IsWhole: true, Measure: Measure.Plain, From: <= MostLikelySets and > 0 } few])
            (group, amounts) = (group with { Sets = (int)few.From }, []);
        // Nothing else came beside "2x10kg": a pair of dumbbells. "10kg x 2" is two repetitions.
        if (group.MaybePieces && alone
            && amounts[0].Start == group.Start) (amounts, group) = ([], group with { Weights = [group.Weights[0] with { Pieces = 2 }] });
        var sets = group.Sets;
        if (amounts.Count > 1)
        {
            var sameTwice = amounts is [var one, var other] && one.SameAs(other);
            // 3x10/10: so many on each side.
            if (sets is not null && sets != amounts.Count
                && sameTwice) (amounts, row) = ([amounts[0]], row with { PerSide = true, OnlySide = null });
            else if (sets is not null && sets != amounts.Count && sets != 1) return null;
            else sets = 1;
        }
        var each = group.SetsUnknown ? null : amounts.Count > 0 ? sets ?? (amounts.TrueForAll(IsBeside) && rounds == 1 ? null : 1) : sets
            ?? (row.AsManyAsPossible ? 1 : rounds > 1 ? 1 : null);
        if (group.SetsUnknown && rounds > 1) return null;
        if ((amounts.Count > 1 || !alone) && amounts.Exists(IsBeside)) return null;
        var rows = amounts.Count == 0 ? [row] : amounts.Select(amount => With(row, amount)).ToList();
        if (rows.Contains(null)) return null;
        var done = rows.ConvertAll(some => some! with { Sets = each * rounds });
        if (group.RightAmount is { } right)
        {
            if (amounts.Count != 1 || With(row, right) is not { } ofTheRight) return null;
            done = [done[0] with { OnlySide = Side.Left, PerSide = false },
                ofTheRight with { Sets = (group.RightSets ?? each) * rounds, OnlySide = Side.Right, PerSide = false }];
        }
        return Weighted(done, group.Weights, each);
    }

    private List<Work>? Weighted(List<Work> rows, IReadOnlyList<Weight> weights, int? sets)
    {
        if (weights.Count == 0) return rows;
        if (weights is [var weight]) return rows.ConvertAll(row => On(row, weight));
        // 3x12 with 20/22.5/25 kg: one for each set.
        if (rows.Count == 1 && sets == weights.Count
            && rows[0].Sets == sets) return [.. weights.Select(each => On(rows[0] with { Sets = 1 }, each))];
        if (rows.Count == weights.Count) return [.. rows.Zip(weights, On)];
        if (weights.Any(weight => weight.End == 0)) return null;
        // "20 kg -> 25 kg": which set had which, nobody can say.
        asides.AddRange(weights.Select(some => new AsidePiece(WhyLeftOut.NoPlace) { Start = some.Start, End = some.End }));
        return rows;
    }

    private static Work On(Work row, Weight weight) =>
        row with { Load = weight.Amount, LoadUnit = weight.Unit, LoadPieces = weight.Pieces };

    private Work Row(int? sets) => new()
    {
        ExerciseId = exercise.Id,
        Sets = sets,
        PerSide = sides == Sides.Each,
        OnlySide = sides switch { Sides.Left => Side.Left, Sides.Right => Side.Right, _ => null },
    };

    /// <returns>Null when the number is no number of anything.</returns>
    private Work? With(Work row, Quantity amount)
    {
        var measure = amount.Measure switch
        {
            Measure.Plain => Timed ? Measure.Seconds : Measure.Reps,
            Measure.MinutesOrMetres when amount.From >= LeastSureMetres => Measure.Distance,
            var said => said,
        };
        // Nobody holds for less than five seconds and writes it down: "squat 3s 12r".
        if (measure == Measure.Seconds && !Timed && amount.From < LeastSureSeconds) return Beside(row, amount, WhyLeftOut.SetsOrTime);
        if (measure == Measure.Distance) return Beside(row, amount, WhyLeftOut.NoPlace);
        if (IsBeside(amount)) return Beside(row, amount, WhyLeftOut.SetsOrTime);
        var factor = measure == Measure.MinutesOrMetres ? 60 : 1;
        var (from, to) = (amount.From * factor, amount.To * factor);
        if (from != decimal.Truncate(from) || to is { } upper && upper != decimal.Truncate(upper) || from > 1_000_000) return null;
        return measure == Measure.Reps
            ? row with { Reps = (int)from, RepsTo = (int?)to }
            : row with { Seconds = (int)from, SecondsTo = (int?)to };
    }

    private bool IsBeside(Quantity amount) => Timed && amount is { Measure: Measure.Plain, From: < LeastSureSeconds and > 0 };

    private Work Beside(Work row, Quantity amount, WhyLeftOut why)
    {
        asides.Add(new AsidePiece(why) { Start = amount.Start, End = amount.End });
        return row;
    }

    /// <summary>12/12/12 is 3x12; 2x12 and 3x12 stay what they are.</summary>
    private List<Work> Together(List<Work> rows)
    {
        var together = new List<Work>();
        var run = 0;
        foreach (var row in rows)
        {
            var listed = row.Sets == rounds && (together.Count == 0 || run > 0);
            if (listed && together is [.., var last] && last with { Sets = row.Sets } == row && (row.Reps ?? row.Seconds) is not null)
                together[^1] = last with { Sets = ++run * rounds };
            else
            {
                together.Add(row);
                run = row.Sets == rounds ? 1 : 0;
            }
        }
        return together;
    }

    private static IReadOnlyList<Work> Checked(IReadOnlyList<Work> rows, out WhyUnread? why)
    {
        why = rows.All(IsPossible) ? null : WhyUnread.OutOfRange;
        return rows;
    }

    private static bool IsPossible(Work row) =>
        IsWithin(row.Sets, MostSets) && IsWithin(row.Reps, MostReps) && IsWithin(row.RepsTo, MostReps)
            && IsWithin(row.Seconds, MostSeconds) && IsWithin(row.SecondsTo, MostSeconds)
        && (row.Load is not { } load || (load > 0 && load <= (row.LoadUnit == LoadUnit.Kilograms ? MostKilograms : MostPounds)));

    private static bool IsWithin(int? number, int most) => number is null || (number >= 1 && number <= most);
}
