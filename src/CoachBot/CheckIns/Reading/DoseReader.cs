using static CoachBot.CheckIns.Reading.WorkLexicon;

namespace CoachBot.CheckIns.Reading;

/// <summary>Reads what belongs together by an x: 3x12, "3 sets of 12", "12 reps x 3", 60kg x 5 x 3, 3xAMRAP, 3x12/10/8.</summary>
internal sealed class DoseReader(TokenList tokens, QuantityReader quantities)
{
    private const decimal MostSets = 20;
    private const decimal MostSetsThatHang = 5;

    public DosePiece? Read(int at)
    {
        if (tokens[at].Is("x") && Item(at + 1) is { } counted) return Crossed(at, counted);
        if (Item(at) is not { } first) return null;
        var items = new List<Factor> { first };
        while (Joined(items) is { } item) items.Add(item);
        var end = items[^1].End;
        // "3x squat": the cross says that it is a count.
        if (items is [{ Quantities: [{ Measure: Measure.Plain }] }] && tokens[end].Is("x") && !tokens[end + 1].IsNumber)
            return Multiply(items, at, end + 1) with { HasCross = true };
        var times = items is [{ Measure: Measure.Plain }] && tokens[end - 1].Is("times");
        return Multiply(items, at, end) with { HasCross = times };
    }

    private DosePiece Crossed(int at, Factor item)
    {
        var items = new List<Factor> { item };
        while (Joined(items) is { } more) items.Add(more);
        // "x12 x3": what follows the first cross is a count of repetitions.
        if (items is [{ Measure: Measure.Plain }, { Measure: Measure.Plain }]) items.Reverse();
        return Multiply(items, at, items[^1].End > items[0].End ? items[^1].End : items[0].End)
            with
        { HasCross = items.Count == 1 && item.Quantities is [{ Measure: Measure.Plain }] };
    }

    private Factor? Joined(List<Factor> items)
    {
        var end = items[^1].End;
        var by = tokens[end];
        // "three 45 second planks".
        if (items is [{ Quantities: [{ IsWhole: true, Measure: Measure.Plain, From: <= MostSets }], Start: var start }]
            && by is { IsNumber: true, Glued: false }
            && !tokens[start - 1].IsWord && Item(end) is { Measure: Measure.Seconds, Quantities.Count: 1 } time
                && tokens[time.End].IsWord) return time;
        if (by.Is("x") || by.Is("*") || (by.IsOneOf(WorkLexicon.Multiply) && tokens[end + 1].IsNumber))
            return Item(end + 1) is { Measure: not Measure.Rounds } factor ? factor : null;
        // "3 @ 45s".
        if (items is [{ Quantities: [{ IsWhole: true, Measure: Measure.Plain, From: <= MostSets }] }] && (by.Is("@") || by.Is("at"))
            && Item(end + 1) is { Measure: Measure.Seconds } timed)
            return timed;
        if (items is not [{ Measure: Measure.Sets }]) return null;
        // "3 sets of 12", "3 sets x 12" was the line above, "3 sets: 12", "3 sets 12 reps".
        if (by.Is("of") || by.Is("de") || by.Is("à") || by.Is("at") || by.Is("@") || by.Is("for")) return Item(tokens[end + 1].Is("x") ? end + 2 : end + 1);
        return Item(end) is { Measure: not (Measure.Sets or Measure.Rounds) } direct ? direct : null;
    }

    private Factor? Item(int at)
    {
        if (AsMany(at) is { } many) return new Factor([], at, many, AsMany: true);
        if (tokens[at].IsOneOf(BodyWeight) && !tokens[at + 1].IsWord
            && !tokens.At(at + 1, "+")) return new Factor([], at, at + 1, IsBodyWeight: true);
        var list = quantities.List(at, out var next);
        return list.Count == 0 ? null : new Factor(list, at, next);
    }

    /// <summary>"AMRAP", "max", "max reps", "to failure", "as many as possible".</summary>
    /// <returns>The token after it.</returns>
    public int? AsMany(int at)
    {
        var start = tokens[at].Is("to") || tokens[at].Is("til") || tokens[at].Is("till") || tokens[at].Is("until") ? at + 1 : at;
        if (tokens[at].Is("as") && tokens.At(at + 1, "many") && tokens.At(at + 2, "as"))
            return tokens.At(at + 3, "possible") || tokens.At(at + 3, "i")
                ? at + (tokens.At(at + 4, "could") || tokens.At(at + 4, "can") ? 5 : 4) : null;
        if (!tokens[start].IsOneOf(AsManyAsPossible)) return null;
        return start + (tokens[start + 1].IsOneOf(WorkLexicon.Reps) || tokens[start + 1].IsOneOf(Hold) ? 2 : 1);
    }

    private bool HangsOnSecond(Factor one, Factor other) => other.First <= MostSetsThatHang && one.First > other.First && one.Start < other.Start
        && !tokens[one.End].Glued && tokens[other.Start].Glued && (tokens[one.End].Is("x") || tokens[one.End].Is("*"));

    private DosePiece Multiply(IReadOnlyList<Factor> items, int start, int end)
    {
        var dose = new DosePiece { Start = start, End = end, AsManyAsPossible = items.Any(item => item.AsMany) };
        if (items.Any(item => item.IsBodyWeight)) dose = dose with { Weights = [new Weight(null, LoadUnit.BodyWeight)] };
        var plain = items.Where(item => item is { Measure: Measure.Plain, AsMany: false, IsBodyWeight: false }).ToList();
        foreach (var item in items.Where(item => item.Measure is not null and not Measure.Plain))
        {
            dose = item.Measure switch
            {
                Measure.Sets or Measure.Rounds => WithSets(dose, item),
                Measure.Kilograms or Measure.Pounds when dose.Weights.Count == 0 => WithWeight(dose, item),
                Measure.Distance or Measure.Percent => Beside(dose, item),
                Measure.Seconds when dose.HasCount => Beside(dose, item),
                Measure.Reps or Measure.Seconds or Measure.MinutesOrMetres when !dose.HasCount || dose.AsManyAsPossible =>
                    dose with { Amounts = item.Quantities },
                _ => dose with { Unclear = true },
            };
        }
        var weightFirst = items[0].Measure is Measure.Kilograms or Measure.Pounds;
        return plain switch
        {
            [] => dose,
            [var one] when dose.AsManyAsPossible && dose.Sets is null && items.Count > 1 => WithSets(dose, one),
            [var one] when !dose.HasCount
                && (dose.Sets is not null || dose.SetsUnknown || items.Count == 1 || (weightFirst && one.First != 2)
                || dose.Weights is [{ Amount: null }]) => dose with { Amounts = one.Quantities },
            [var one] when dose.HasCount && dose.Sets is null => WithSets(dose, one),
            [{ Quantities: [{ From: 2, To: null }] } two] when dose is { Weights.Count: 1, Sets: null, HasCount: false } =>
                dose with { Amounts = two.Quantities, MaybePieces = true },
            [var one] when !dose.HasCount && dose.Weights.Count > 0 => dose with { Amounts = one.Quantities },
            [var one] when !dose.HasCount && dose.Asides.Count > 0 => WithSets(dose, one),
            // "10 x3", "12 ×3": the cross hangs on the sets.
            [var one, var other] when !dose.HasCount && dose.Sets is null && items.Count == 2 && HangsOnSecond(one, other) =>
                WithSets(dose, other) with { Amounts = one.Quantities },
            // After a weight people write either order; nobody does more sets than repetitions.
            [var one, var other] when !dose.HasCount && dose.Sets is null && weightFirst && other.First < one.First =>
                WithSets(dose, other) with { Amounts = one.Quantities },
            [var one, var other] when !dose.HasCount && dose.Sets is null => WithSets(dose, one) with { Amounts = other.Quantities },
            // 3x10x5s: the hold of each repetition.
            [var one, var other] when dose is { Amounts: [{ Measure: Measure.Seconds }], Sets: null }
                && items[^1].Measure == Measure.Seconds =>
                Beside(WithSets(dose, one) with { Amounts = other.Quantities }, items[^1]),
            [var one, var other, { Quantities: [var third] }] when !dose.HasCount && dose.Sets is null && dose.Weights.Count == 0
                && third is { To: null, From: > MostSets } =>
                WithSets(dose, one) with { Amounts = other.Quantities, Weights = [new Weight(third.From, LoadUnit.Unnamed)] },
            _ => dose with { Unclear = true },
        };
    }

    private static DosePiece WithSets(DosePiece dose, Factor item)
    {
        if (dose.Sets is not null || item.Quantities is not [var sets]) return dose with { Unclear = true };
        // "2-3 sets": how many it was nobody can say.
        if (sets.To is not null) return Beside(dose, item) with { SetsUnknown = true };
        return sets is { IsWhole: true, From: < 10_000 } ? dose with { Sets = (int)sets.From } : dose with { Unclear = true };
    }

    private static DosePiece WithWeight(DosePiece dose, Factor item) => item.Quantities.Any(weight => weight.To is not null)
        ? Beside(dose, item)
        : dose with { Weights = [.. item.Quantities.Select(WeightReader.Of)] };

    private static DosePiece Beside(DosePiece dose, Factor item) =>
        dose with { Asides = [.. dose.Asides, new AsidePiece(WhyLeftOut.NoPlace) { Start = item.Start, End = item.End }] };

    private sealed record Factor(IReadOnlyList<Quantity> Quantities, int Start, int End, bool AsMany = false, bool IsBodyWeight = false)
    {
        public Measure? Measure => Quantities.Count == 0 ? null : Quantities[^1].Measure;

        public decimal First => Quantities[0].From;
    }
}
