using CoachBot.CheckIns;
using CoachBot.CheckIns.Reading;
using CoachBot.Language;

namespace CoachBot.Tests.CheckIns.Reading;

/// <summary>Looks in the outcome for every number that was typed, without knowing how it was read.</summary>
internal static class Accounting
{
    /// <returns>Numbers that stand nowhere: not in a row, not among what is left out, not in a part that is said not to be
    /// understood.</returns>
    public static IReadOnlyList<string> Missing(string typed, ReadWork read)
    {
        var tokens = TokenList.Of(TypedText.Fold(typed));
        var said = string.Join(' ', read.LeftOut.Select(left => left.Typed).Concat(read.Unread.Select(part => part.Typed)));
        var named = new HashSet<decimal>(TokenList.Of(TypedText.Fold(said)) is var quoted
            ? Numbers(quoted).Select(at => quoted[at].Value) : []);
        var kept = read.Work.SelectMany(Kept).ToHashSet();
        var rows = read.Work.GroupBy(work => work.ExerciseId).Select(group => (decimal)(group.Sum(work => work.Sets) ?? 0)).ToHashSet();
        var sizes = read.Work.GroupBy(work => work.ExerciseId).Select(group => group.Count()).DefaultIfEmpty(0).Max();
        return [.. Numbers(tokens).Where(at => !IsKept(tokens, at)).Select(at => tokens[at].Text)];

        bool IsKept(TokenList list, int at)
        {
            var value = list[at].Value;
            // A list's number.
            if (list.At(at + 1, ")") || list.At(at + 1, ".")) return true;
            if (named.Contains(value) || kept.Contains(value) || kept.Contains(value * 60) || kept.Contains(value * 3600)
                || rows.Contains(value)) return true;
            // "3x12/10/8": how many different sets there are.
            if (value > 1 && value <= sizes) return true;
            // A part of a time: m:ss, "1 min 30", "1m30".
            if (Enumerable.Range(at + 1, 2)
                .Any(next => list[next].IsNumber && kept.Contains((value * 60) + list[next].Value))) return true;
            if (Enumerable.Range(at - 3, 3)
                .Any(before => list[before].IsNumber && kept.Contains((list[before].Value * 60) + value))) return true;
            // Rounds multiply the sets.
            return kept.Any(number => value > 0 && number % value == 0 && number / value <= SetsWriter.MostSets
                && read.Work.Any(work => work.Sets == number));
        }
    }

    private static IEnumerable<int> Numbers(TokenList tokens) => Enumerable.Range(0, tokens.Count).Where(at => tokens[at].IsNumber);

    private static IEnumerable<decimal> Kept(Work work)
    {
        foreach (var number in (int?[])[work.Sets, work.Reps, work.RepsTo, work.Seconds, work.SecondsTo, work.LoadPieces])
            if (number is { } value) yield return value;
        if (work.Load is { } load) yield return load;
    }
}
