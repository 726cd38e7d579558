using static CoachBot.CheckIns.Reading.WorkLexicon;

namespace CoachBot.CheckIns.Reading;

/// <summary>Reads one number with its unit, a range, or a list of them: 12, 45s, 1:30, "1 minute 30", 8-10, 12/10/8.</summary>
internal sealed class QuantityReader(TokenList tokens)
{
    /// <returns>One, or several that differ; empty when there is no number here.</returns>
    public IReadOnlyList<Quantity> List(int at, out int next)
    {
        if (Range(at, out next) is not { } first) return [];
        var list = new List<Quantity> { first };
        if (first.Measure is Measure.Sets or Measure.Rounds) return list;
        foreach (var separator in (string[])["/", "-", ",", ""])
        {
            while (Next(next, separator) is { } at2 && (separator == "-" ? Single(at2, out var after) : Range(at2, out after)) is { } another
                && Fits(another, separator))
            {
                list.Add(another);
                next = after;
            }
            if (list.Count == 1) continue;
            // Two numbers with a comma or a space between may as well belong to two exercises.
            var sure = separator is "/" || (separator is "-" or "," && list.Count > 2) || (separator == "-" && first.From > list[1].From)
                || (separator == "," && !tokens[next].IsWord) || (separator.Length == 0 && list.Count > 2);
            if (sure) break;
            list.RemoveRange(1, list.Count - 1);
            next = first.End;
        }
        // "30/40/50s": the unit of the last is everybody's.
        var unit = list[^1].Measure;
        return unit == Measure.Plain ? list
            : [.. list.Select(quantity => quantity.Measure == Measure.Plain ? quantity with { Measure = unit } : quantity)];

        bool Fits(Quantity another, string separator) =>
            another.Measure is not (Measure.Sets or Measure.Rounds)
                && (separator.Length > 0 || (another.Measure == Measure.Plain && list[^1].Measure == Measure.Plain))
            && !tokens[another.End].Is("x") && !(tokens[another.End].Is("*") && tokens[another.End + 1].IsNumber);
    }

    /// <summary>"12,10 lunges": the last number belongs to what follows.</summary>
    private bool NamesFollow(int at) => tokens[at].IsWord && !tokens[at].IsOneOf(Each) && !tokens[at].IsOneOf(Using);

    private int? Next(int at, string separator) => separator.Length == 0
        ? (tokens[at].IsNumber && !tokens[at].Glued ? at : null)
        : tokens[at].Is(separator) && tokens[at].Glued && tokens[at + 1] is { IsNumber: true, Glued: true } ? at + 1 : null;

    private Quantity? Range(int at, out int next)
    {
        if (tokens[at].Is("between") && Single(at + 1, out var and) is { } low && tokens[and].Is("and")
            && Single(and + 1, out next) is { } high)
            return Joined(low, high, at);
        if (Single(at, out next) is not { } from) return null;
        var to = tokens[next];
        var spelt = to.Is("to") || to.Is("or") || to.Is("~");
        var dashed = to.Is("-") && (to.Glued == tokens[next + 1].Glued)
            && !(tokens.At(next + 2, "-") && tokens[next + 2].Glued && tokens[next + 3].IsNumber);
        if ((!spelt && !dashed) || Single(next + 1, out var after) is not { } until) return from;
        var spacedBeforeAName = dashed && !to.Glued && until.Measure == Measure.Plain && tokens[after].IsWord;
        // "3x12 - 20 kg": the dash parts.
        var partsAWeight = dashed && !to.Glued && from.Measure == Measure.Plain && until.Measure is Measure.Kilograms or Measure.Pounds;
        if (spacedBeforeAName || partsAWeight || until.From <= from.From || until.Measure is Measure.Rounds
            || Joined(from, until, at) is not { } joined) return from;
        next = after;
        return joined;
    }

    private static Quantity? Joined(Quantity from, Quantity to, int start)
    {
        if (from.Measure != Measure.Plain && to.Measure != Measure.Plain && from.Measure != to.Measure) return null;
        var measure = to.Measure == Measure.Plain ? from.Measure : to.Measure;
        // "1-2 min": the minutes are of both.
        var low = from.Measure == Measure.Plain && to.Measure == Measure.Seconds && to.From >= 60 && from.From < 5 ? from.From * 60
            : from.From;
        return low < to.From ? new Quantity(low, to.From, measure, start, to.End, to.OpenEnd) : null;
    }

    private Quantity? Single(int at, out int next)
    {
        next = at;
        if (Named(at, ref next) is { } named) return named;
        // ":45".
        if (tokens[at].Is(":") && !tokens[at].Glued && tokens[at + 1] is { IsWhole: true, Glued: true, Text.Length: 2, Value: < 60 } bare)
        {
            next = at + 2;
            return new Quantity(bare.Value, null, Measure.Seconds, at, next);
        }
        if (SpeltTime(at, ref next) is { } spelt) return new Quantity(spelt, null, Measure.Seconds, at, next);
        if (!tokens[at].IsNumber) return null;
        var value = tokens[at].Value;
        next = at + 1;
        if ((Clock(at, ref next) ?? Fraction(at, ref next)) is { } seconds) return new Quantity(seconds, null, Measure.Seconds, at, next);
        return WithUnit(value, at, ref next);
    }

    /// <summary>"sets: 3", "reps 12".</summary>
    private Quantity? Named(int at, ref int next)
    {
        var isSets = tokens[at].IsOneOf(WorkLexicon.Sets);
        if (!isSets && !tokens[at].IsOneOf(WorkLexicon.Reps)) return null;
        var number = tokens[at + 1].Is(":") || tokens[at + 1].Is("=") ? at + 2 : at + 1;
        var after = tokens[number + 1];
        if (!tokens[number].IsWhole || after.Is("x") || after.IsOneOf(WorkLexicon.Sets)
            || (after.IsOneOf(WorkLexicon.Reps) && isSets && !tokens[number + 2].IsNumber && !tokens[number + 2].Is(":"))
            || after.Is("-") || after.Is("/") || after.Is("to")) return null;
        next = number + 1;
        return new Quantity(tokens[number].Value, null, isSets ? Measure.Sets : Measure.Reps, at, next);
    }

    private Quantity WithUnit(decimal value, int at, ref int next)
    {
        // "1-minute", "30-second".
        if (tokens[next].Is("-") && tokens[next].Glued && tokens[next + 1] is { IsWord: true, Glued: true } dashed
            && (dashed.IsOneOf(Seconds) || dashed.IsOneOf(Minutes) || dashed.IsOneOf(WorkLexicon.Reps))) next++;
        var unit = tokens[next];
        if (unit.IsOneOf(Minutes) || unit.Is("m") || (unit.Is("'") && unit.Glued)) return InMinutes(value, at, ref next);
        Measure? measure = unit switch
        {
            _ when unit.IsOneOf(Seconds) || (unit.Is("\"") && unit.Glued) => Measure.Seconds,
            _ when unit.IsOneOf(WorkLexicon.Reps) => Measure.Reps,
            _ when unit.Is("times") && !tokens[next + 1].IsNumber && !tokens[next + 1].Is("through") => Measure.Plain,
            _ when unit.IsOneOf(Kilograms) => Measure.Kilograms,
            _ when unit.IsOneOf(Pounds) || (unit.Is("#") && unit.Glued && !tokens[next + 1].Glued) => Measure.Pounds,
            _ when unit.IsOneOf(WorkLexicon.Sets) => Measure.Sets,
            _ when unit.IsOneOf(WorkLexicon.Rounds) || (unit.Is("times") && tokens[next + 1].Is("through")) => Measure.Rounds,
            _ when unit.IsOneOf(Distances) => Measure.Distance,
            _ when unit.Is("%") => Measure.Percent,
            _ when unit.IsOneOf(Hours) => Measure.Seconds,
            _ => null,
        };
        if (measure is null)
        {
            var open = unit.Is("+") && unit.Glued && !tokens[next + 1].Glued && !tokens[next + 1].IsNumber && !NamesFollow(next + 1);
            if (open) next++;
            return new Quantity(value, null, Measure.Plain, at, next, open);
        }
        next += unit.Is("times") && measure == Measure.Rounds ? 2 : 1;
        if (unit.IsOneOf(Hours)) value *= 3600;
        // "sec." and "reps.": the dot belongs to the abbreviation; it parts nothing when numbers or a side follow.
        return new Quantity(value, null, measure.Value, at, next);
    }

    /// <summary>"1 min", "1.5 min", "1m30", "1 minute 30", "1'30\"", "1 min 30 s".</summary>
    private Quantity InMinutes(decimal value, int at, ref int next)
    {
        var unit = tokens[next++];
        var more = tokens[next].Is("and") && tokens[next + 1].IsNumber ? next + 1 : next;
        var rest = tokens[more];
        if (rest.IsWhole && rest.Value < 60 && value == decimal.Truncate(value))
        {
            var after = tokens[more + 1];
            var named = after.IsOneOf(Seconds) || (after.Is("\"") && after.Glued);
            if (named || (more == next
                && (rest.Glued || !(after.Is("x") || after.Is("-") || after.IsOneOf(Kilograms) || after.IsOneOf(Pounds) || after.Is("#"))
                && (!after.IsWord || at == 0 || tokens[at - 1].Kind == TokenKind.Mark))))
            {
                next = more + (named ? 2 : 1);
                return new Quantity((value * 60) + rest.Value, null, Measure.Seconds, at, next);
            }
        }
        return unit.Is("m") ? new Quantity(value, null, Measure.MinutesOrMetres, at, next)
            : new Quantity(value * 60, null, Measure.Seconds, at, next);
    }

    /// <summary>"1:30", "0:45", also with "min" behind it.</summary>
    private decimal? Clock(int at, ref int next)
    {
        if (!tokens[at].IsWhole || !tokens[at + 1].Is(":") || !tokens[at + 1].Glued
            || tokens[at + 2] is not { IsWhole: true, Glued: true, Text.Length: 2, Value: < 60 }) return null;
        var seconds = (tokens[at].Value * 60) + tokens[at + 2].Value;
        next = at + 3;
        if (tokens[next].Is(":") && tokens[next + 1] is { IsWhole: true, Glued: true, Text.Length: 2 })
        {
            seconds = (seconds * 60) + tokens[next + 1].Value;
            next += 2;
        }
        if (tokens[next].IsOneOf(Minutes) || tokens[next].IsOneOf(Seconds) || tokens[next].IsOneOf(Hours)) next++;
        return seconds;
    }

    /// <summary>"1/2 min", "1 1/2 minutes", "1 and a half minutes".</summary>
    private decimal? Fraction(int at, ref int next)
    {
        var whole = 0m;
        var slash = at + 1;
        if (tokens[at + 1].Is("and") && tokens[at + 2].Is("a") && tokens[at + 3].Is("half") && tokens[at + 4].IsOneOf(Minutes))
        {
            next = at + 5;
            return (tokens[at].Value * 60) + 30;
        }
        if (tokens[at + 1].IsNumber && tokens[at + 2].Is("/"))
        {
            whole = tokens[at].Value;
            slash = at + 2;
        }
        if (!tokens[slash].Is("/") || tokens[slash + 1] is not { IsWhole: true, Glued: true, Value: >= 2 and <= 4 } under
            || tokens[slash - 1].Value >= under.Value) return null;
        if (!tokens[slash + 2].IsOneOf(Minutes)) return null;
        next = slash + 3;
        return (whole + (tokens[slash - 1].Value / under.Value)) * 60;
    }

    /// <summary>"half a minute", "a minute", "a minute and a half".</summary>
    private decimal? SpeltTime(int at, ref int next)
    {
        var half = tokens[at].Is("half");
        var word = half ? at + (tokens.At(at + 1, "a") ? 2 : 1) : tokens[at].Is("a") ? at + 1 : -1;
        if (word < 0 || !tokens[word].IsOneOf(Minutes)) return null;
        next = word + 1;
        if (half) return 30;
        if (!tokens[next].Is("and") || !tokens[next + 1].Is("a") || !tokens[next + 2].Is("half")) return 60;
        next += 3;
        return 90;
    }
}
