using static CoachBot.CheckIns.Reading.WorkLexicon;

namespace CoachBot.CheckIns.Reading;

/// <summary>Reads what people write beside the work and no column keeps: effort, repetitions in reserve, rests, tempo, totals,
/// headings.</summary>
internal sealed class AsideReader(TokenList tokens, QuantityReader quantities)
{
    public AsidePiece? Read(int at, bool atStart, bool afterNumber) =>
        DateAt(at, atStart) ?? Scheme(at) ?? BarAndPlates(at) ?? Pace(at) ?? EffortAt(at) ?? OutOfTenAt(at, afterNumber)
            ?? Reserve(at) ?? RestAt(at) ?? Tempo(at) ?? Total(at, afterNumber) ?? (atStart ? Heading(at) : null);

    /// <summary>"on 11/25", "Monday 3/11 squats", "28.11. squats": the day has a box of its own.</summary>
    private AsidePiece? DateAt(int at, bool atStart)
    {
        if (atStart)
        {
            var start = tokens[at].IsOneOf(Weekdays) ? (tokens[at + 1].Is(",") || tokens[at + 1].Is(".") ? at + 2 : at + 1) : at;
            var ends = Numeric(start);
            if (ends > start || (start > at && (tokens[start].IsWord || tokens[start].Is(":") || tokens[start].Is("-") || tokens[start].Is(Tokenizer.NewLine))))
                return Of(at, tokens[ends].Is(":") ? ends + 1 : ends);
        }
        var date = tokens[at].Is("on") && tokens[at + 1].IsWhole && (tokens[at + 2].Is("/") || tokens[at + 2].Is("-"))
            && tokens[at + 3] is { IsWhole: true, Glued: true };
        return date || (tokens[at].Is("on") && tokens[at + 1] is { IsNumber: true, IsWhole: false }) ? Of(at, date ? at + 4 : at + 2)
            : null;
    }

    /// <summary>"28.11.", "3/11/26" before a word: at the start of a part it is no amount.</summary>
    /// <returns>The token after it; the same one when there is none.</returns>
    private int Numeric(int at)
    {
        if (tokens[at] is not { IsNumber: true, Value: >= 1 and <= 31.12m }) return at;
        var separator = tokens[at + 1];
        // "28.11" is one number.
        if (!tokens[at].IsWhole) return separator.Is(".") && separator.Glued && (tokens[at + 2].IsWord || tokens[at + 2].Is(":")) ? at + 2 : at;
        if ((!separator.Is("/") && !separator.Is(".")) || !separator.Glued
            || tokens[at + 2] is not { IsWhole: true, Glued: true, Value: >= 1 and <= 31 }) return at;
        var end = at + 3;
        if (tokens[end].Is(separator.Text) && tokens[end].Glued) end = tokens[end + 1] is { IsWhole: true, Glued: true } ? end + 2 : end + 1;
        var isDate = tokens[at - 1].IsOneOf(Weekdays) || end > at + 3;
        return isDate && (tokens[end].IsWord || tokens[end].Is(":")) && !tokens[end].Is("x") ? end : at;
    }

    /// <summary>"E2MOM x5", "W3D2".</summary>
    private AsidePiece? Scheme(int at)
    {
        if (tokens[at].Glued || tokens[at + 1] is not { IsWhole: true, Glued: true } || !tokens[at + 2].Glued) return null;
        if (tokens[at].Is("e") && tokens[at + 2].Is("mom"))
            return Of(at, tokens[at + 3].Is("x") && tokens[at + 4].IsWhole ? at + 5 : quantities.List(at + 3, out var time).Count > 0 ? time : at + 3);
        return tokens[at].Is("w") && tokens[at + 2].Is("d") && tokens[at + 3] is { IsWhole: true, Glued: true }
            ? Of(at, tokens[at + 4].Is(":") ? at + 5 : at + 4) : null;
    }

    /// <summary>"3x12 8/10": behind what was done, so many of ten is how hard it was.</summary>
    private AsidePiece? OutOfTenAt(int at, bool afterNumber) =>
        afterNumber && tokens[at] is { IsNumber: true, Value: <= 10, Glued: false } && tokens[at + 1] is { Glued: true } && tokens[at + 1].Is("/")
            && tokens[at + 2] is { IsNumber: true, Glued: true, Value: 10 } && !tokens[at + 3].Is("/") && !tokens[at + 3].Glued && !tokens[at + 3].IsNumber
            ? Of(at, at + 3) : null;

    /// <summary>"20+10kg".</summary>
    private AsidePiece? BarAndPlates(int at) =>
        tokens[at].IsNumber && tokens[at + 1] is { Glued: true } && tokens[at + 1].Is("+") && tokens[at + 2] is { IsNumber: true, Glued: true }
            && quantities.List(at + 2, out var next) is [{ Measure: Measure.Kilograms or Measure.Pounds }] ? Of(at, next) : null;

    /// <summary>"3 s lower", "5 sec eccentric", "eccentric 5 s", "took 20 min".</summary>
    private AsidePiece? Pace(int at)
    {
        if (tokens[at].IsOneOf(Paces) || tokens[at].Is("took"))
        {
            var number = tokens[at + 1].Is(":") || tokens[at + 1].Is("of") || tokens[at + 1].Is("for") || tokens[at + 1].Is("me") ? at + 2 : at + 1;
            return quantities.List(number, out var end) is [.., { Measure: Measure.Seconds }] ? Of(at, end) : null;
        }
        if (quantities.List(at, out var next) is not [.., { Measure: Measure.Seconds }] || !tokens[next].IsOneOf(Paces)) return null;
        while (tokens[next].IsOneOf(Paces)) next++;
        return Of(at, next);
    }

    private AsidePiece? EffortAt(int at)
    {
        var start = tokens[at].Is("@") || tokens[at].Is("at") ? at + 1 : at;
        if (tokens[start].IsOneOf(Effort))
        {
            var number = start + 1;
            while (tokens[number].Is(":") || tokens[number].Is("=") || tokens[number].Is("@") || tokens[number].Is("of")
                || tokens[number].Is("was") || tokens[number].Is("-")) number++;
            if (quantities.List(number, out var next).Count > 0) return Of(at, OutOfTen(next));
            return tokens[start].Is("rpe") ? Of(at, start + 1) : null;
        }
        // "8/10 effort", "8 rpe", "7 out of 10".
        if (!tokens[start].IsNumber) return null;
        var scale = tokens[start + 1].Is("/") && tokens[start + 2].IsNumber && tokens[start + 2].Value == 10;
        var said = tokens[start + 1].Is("out") && tokens.At(start + 2, "of") && tokens[start + 3].IsNumber;
        var after = scale ? start + 3 : said ? start + 4 : start + 1;
        if (tokens[after].IsOneOf(Effort)) return Of(at, after + 1);
        return said ? Of(at, after) : null;
    }

    private int OutOfTen(int at) => (tokens[at].Is("/") || tokens[at].Is("of")) && tokens[at + 1].IsNumber ? at + 2
        : tokens[at].Is("out") && tokens.At(at + 1, "of") && tokens[at + 2].IsNumber ? at + 3 : at;

    private AsidePiece? Reserve(int at)
    {
        var start = tokens[at].Is("@") || tokens[at].Is("with") ? at + 1 : at;
        if (tokens[start].Is("rir"))
        {
            var number = tokens[start + 1].Is(":") || tokens[start + 1].Is("=") || tokens[start + 1].Is("of") ? start + 2 : start + 1;
            return Of(at, quantities.List(number, out var next).Count > 0 ? next : start + 1);
        }
        if (quantities.List(start, out var after).Count == 0) return null;
        if (tokens[after].Is("rir") || tokens[after].Is("left") && tokens.At(after + 1, "in") && tokens.At(after + 2, "the")
            && tokens.At(after + 3, "tank"))
            return Of(at, tokens[after].Is("rir") ? after + 1 : after + 4);
        if (!tokens[after].Is("in")) return null;
        var the = tokens[after + 1].Is("the") ? after + 2 : after + 1;
        return tokens[the].Is("reserve") || tokens[the].Is("tank") ? Of(at, the + 1) : null;
    }

    private AsidePiece? RestAt(int at)
    {
        var start = tokens[at].IsOneOf(Using) ? (tokens[at].Is("w") && tokens[at + 1].Is("/") ? at + 2 : at + 1) : at;
        if (tokens[start].IsOneOf(Rest) && !tokens[start].Is("off"))
        {
            var number = start + 1;
            while (tokens[number].Is(":") || tokens[number].Is("=") || tokens[number].Is("of") || tokens[number].Is("for")
                || tokens[number].Is("was")) number++;
            if (tokens[number].Is("day")) return Of(at, number + 1);
            return Of(at, Between(quantities.List(number, out var next).Count > 0 ? next : start + 1));
        }
        if (quantities.List(start, out var after).Count == 0) return null;
        var of = tokens[after].Is("of") ? after + 1 : after;
        if (tokens[of].IsOneOf(Rest)) return Of(at, Between(of + 1));
        return tokens[after].Is("between") ? Of(at, Between(after)) : null;
    }

    /// <summary>"between sets", "in between", "between each exercise".</summary>
    private int Between(int at)
    {
        var start = tokens[at].Is("in") && tokens.At(at + 1, "between") ? at + 1 : at;
        if (!tokens[start].Is("between")) return at;
        var next = start + 1;
        while (tokens[next].Is("each") || tokens[next].Is("the") || tokens[next].Is("every")) next++;
        return tokens[next].IsOneOf(WorkLexicon.Sets) || tokens[next].IsOneOf(WorkLexicon.Rounds) || tokens[next].Is("exercises")
            || tokens[next].Is("exercise") ? next + 1 : next;
    }

    /// <summary>"tempo 3010", "3-1-1 tempo", 3-0-1-0.</summary>
    private AsidePiece? Tempo(int at)
    {
        var start = tokens[at].Is("tempo") ? (tokens[at + 1].Is(":") ? at + 2 : at + 1) : tokens[at].Is("@") ? at + 1 : at;
        var end = start;
        var digits = 0;
        while (tokens[end].IsNumber
            || (end > start && (tokens[end].Is("-") || tokens[end].Is("/") || tokens[end].Is("x")) && tokens[end].Glued
            && tokens[end + 1].Glued))
        {
            if (end > start && tokens[end].IsNumber && tokens[end - 1].IsNumber) break;
            if (tokens[end].IsNumber) digits += tokens[end].Text.Length;
            end++;
        }
        if (tokens[at].Is("tempo")) return Of(at, end);
        var beats = digits is 3 or 4 && !Enumerable.Range(start, end - start).Any(index => tokens[index].Is("x"));
        if (beats && tokens[end].Is("tempo") && !tokens[end + 1].IsNumber) return Of(at, end + 1);
        var fourBeats = end - start == 7 && digits == 4 && tokens[start + 1].Is("-");
        var bare = tokens[at].Is("@") && end - start == 1 && tokens[start].Text.Length == 4
            && !tokens[start].Text.Contains('.', StringComparison.Ordinal);
        return fourBeats || bare ? Of(at, end) : null;
    }

    /// <summary>"= 36", "total 36 reps", "36 total".</summary>
    private AsidePiece? Total(int at, bool afterNumber)
    {
        var marked = (tokens[at].Is("=") && afterNumber) || tokens[at].Is("total");
        var start = marked ? (tokens[at + 1].Is(":") || tokens[at + 1].Is("of") ? at + 2 : at + 1) : at;
        if (quantities.List(start, out var next).Count == 0) return null;
        if (marked) return Of(at, tokens[next].Is("total") ? next + 1 : next);
        var inTotal = tokens[next].Is("in") ? next + 1 : next;
        return tokens[inTotal].Is("total") ? Of(at, inTotal + 1) : null;
    }

    /// <summary>"Day 1:", "Circuit A -", "Warm-up:", "AMRAP 10 min:".</summary>
    private AsidePiece? Heading(int at)
    {
        // "20 min core: plank 3x45s".
        var timed = quantities.List(at, out var next) is [{ Measure: Measure.Seconds or Measure.Distance }];
        if (!timed) next = at;
        var words = next;
        while (tokens[next].IsOneOf(Headings) || tokens[next].IsOneOf(AsManyAsPossible)
            || (next > at && (tokens[next].Is("-") && tokens[next].Glued && tokens[next + 1].IsOneOf(Headings)))) next++;
        if (next == words) return null;
        while (tokens[next].IsNumber && quantities.List(next, out var after).Count > 0)
        {
            next = after;
            while (tokens[next].IsOneOf(Headings)) next++;
        }
        if (tokens[next].IsWord && tokens[next].Text.Length == 1 && !tokens[next].Is("x")) next++;
        var dash = tokens[next].Is("-") && !tokens[next].Glued;
        var parts = tokens[next].Is(":") || tokens[next].Is(Tokenizer.NewLine) || (timed && (tokens[next].Is(",") || tokens[next].Is("")));
        return dash || parts ? Of(at, tokens[next].Is("") ? next : next + 1) : null;
    }

    private static AsidePiece Of(int start, int end) => new(WhyLeftOut.NoPlace) { Start = start, End = end };
}
