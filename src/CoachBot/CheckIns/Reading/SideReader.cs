using static CoachBot.CheckIns.Reading.WorkLexicon;

namespace CoachBot.CheckIns.Reading;

/// <summary>Reads sides: "each leg", e/s, /side, L/R, "left 10 right 12", 10L/12R.</summary>
internal sealed class SideReader(TokenList tokens, QuantityReader quantities)
{
    public DosePiece? Read(int at, bool afterNumber) => Pair(at) ?? BothNamed(at) ?? EachOf(at, afterNumber) ?? One(at);

    /// <summary>Two numbers, each with its side.</summary>
    private DosePiece? Pair(int at)
    {
        var (first, second, end) = MarkFirst(at);
        if (first is null) (first, second, end) = NumberFirst(at);
        if (first is null || second is null) return null;
        return first.Value.Amount.SameAs(second.Value.Amount)
            ? new DosePiece { Start = at, End = end, Amounts = [first.Value.Amount], Sides = Sides.Each }
            : first.Value.Left
                ? new DosePiece { Start = at, End = end, Amounts = [first.Value.Amount], RightAmount = second.Value.Amount }
                : new DosePiece { Start = at, End = end, Amounts = [second.Value.Amount], RightAmount = first.Value.Amount };
    }

    private ((bool Left, Quantity Amount)? First, (bool Left, Quantity Amount)? Second, int End) MarkFirst(int at)
    {
        if (Mark(at) is not var (left, afterMark) || Amount(SkipEquals(afterMark)) is not { } first) return default;
        if (Mark(SkipSeparator(first.End)) is not var (other, afterOther) || other == left
            || Amount(SkipEquals(afterOther)) is not { } second) return default;
        return ((left, first), (other, second), second.End);
    }

    private ((bool Left, Quantity Amount)? First, (bool Left, Quantity Amount)? Second, int End) NumberFirst(int at)
    {
        if (Amount(at) is not { } first || Mark(SkipPreposition(first.End)) is not var (left, afterMark)) return default;
        if (Amount(SkipSeparator(afterMark)) is not { } second || Mark(SkipPreposition(second.End)) is not var (other, end)
            || other == left) return default;
        return ((left, first), (other, second), end);
    }

    private Quantity? Amount(int at) =>
        quantities.List(at, out _) is [{ Measure: Measure.Plain or Measure.Reps or Measure.Seconds } amount] ? amount : null;

    public (bool Left, int Next)? Mark(int at)
    {
        if (tokens[at].Is("the")) at++;
        if (!tokens[at].IsOneOf(Left) && !tokens[at].IsOneOf(Right)) return null;
        var next = tokens[at + 1].IsOneOf(SideNouns) && tokens[at + 1].Text.Length > 1 ? at + 2 : at + 1;
        return (tokens[at].IsOneOf(Left), next);
    }

    private int SkipEquals(int at) => tokens[at].Is(":") || tokens[at].Is("=") || tokens[at].Is("-") || tokens[at].Is("x") ? at + 1 : at;

    private int SkipPreposition(int at) => tokens[at].Is("on") || tokens[at].Is("per") || tokens[at].Is("x") || tokens[at].Is("(")
        ? at + 1 : at;

    private int SkipSeparator(int at)
    {
        while (tokens[at].Kind == TokenKind.Mark && tokens[at].Text is "," or "/" or "&" or "+" or ";" or ")" or "-") at++;
        return tokens[at].Is("and") || tokens[at].Is("then") ? at + 1 : at;
    }

    /// <summary>L/R, "left and right", "l+r".</summary>
    private DosePiece? BothNamed(int at)
    {
        if (!tokens[at].IsOneOf(Left) && !tokens[at].IsOneOf(Right)) return null;
        var between = tokens[at + 1];
        if (!between.Is("/") && !between.Is("+") && !between.Is("&") && !between.Is("and")) return null;
        var other = tokens[at].IsOneOf(Left) ? Right : Left;
        if (!tokens[at + 2].IsOneOf(other)) return null;
        return Of(Sides.Each, at, tokens[at + 3].IsOneOf(SideNouns) && tokens[at + 3].Text.Length > 1 ? at + 4 : at + 3);
    }

    /// <param name="afterNumber">"10 a side", "12 es" and "12 e" mean each side only behind a number.</param>
    private DosePiece? EachOf(int at, bool afterNumber)
    {
        var token = tokens[at];
        // "45s / side plank 30s": the word begins a name.
        var noun = token.Is("/") || token.Is("a") ? at + 1 : at;
        if (tokens[noun].Is("side") && tokens[noun + 1].IsOneOf(BehindSideInNames)) return null;
        if (token.Is("/") && tokens[at + 1].Glued && tokens[at + 1].IsOneOf(SideNouns)) return Of(Sides.Each, at, at + 2);
        if (token.Is("/") && afterNumber && tokens[at + 1].IsOneOf(SideNouns)
            && tokens[at + 1].Text.Length > 1) return Of(Sides.Each, at, at + 2);
        if (afterNumber && token.IsWord
            && token.Text is "es" or "el" or "eside" or "eleg" or "ps" or "pl") return Of(Sides.Each, at, at + 1);
        if ((token.Is("each") && tokens[at + 1].Is("of")) || (token.Is("of") && tokens[at + 1].Is("each") && !tokens[at + 2].IsOneOf(SideNouns)))
            return Of(Sides.None, at, at + 2) with { OfEach = true };
        if (token.Is("on") || token.Is("for") || token.Is("to"))
            return tokens[at + 1].IsOneOf(Each) && EachOf(at + 1, afterNumber: true) is { BareEach: false } phrase
                ? phrase with { Start = at } : null;
        var prefix = token.IsOneOf(Each) || (token.Is("p") && tokens.At(at + 1, "/"))
            || (token.Is("a") && (afterNumber || !tokens[at + 2].IsWord || tokens[at + 2].IsOneOf(Conjunctions)));
        if (!prefix) return null;
        noun = at + 1;
        while (tokens[noun].Is(".") || (tokens[noun].Is("/") && tokens[noun].Glued && tokens[noun + 1].Glued)
            || tokens[noun].Is("single")) noun++;
        var slashed = tokens.At(at + 1, "/");
        if (tokens[noun].IsOneOf(SideNouns)
            && (tokens[noun].Text.Length > 1 || slashed || token.Is("e"))) return Of(Sides.Each, at, noun + 1);
        if (tokens[noun].Is("way") || tokens[noun].Is("direction")) return Of(Sides.Each, at, noun + 1);
        if (!token.Is("each") && !token.Is("ea") && !(token.Is("e") && afterNumber)) return null;
        var end = tokens[at + 1].Is(".") && token.Is("ea") ? at + 2 : at + 1;
        if (tokens[end].Is("exercise")) end++;
        return Of(Sides.Each, at, end) with { BareEach = true };
    }

    /// <summary>"left leg", "on the right".</summary>
    private DosePiece? One(int at)
    {
        var start = tokens[at].Is("on") ? at + 1 : at;
        if (tokens[start].Is("the")) start++;
        if (!tokens[start].Is("left") && !tokens[start].Is("right")) return null;
        if (Mark(start) is not var (left, next)) return null;
        return Of(left ? Sides.Left : Sides.Right, at, tokens[next].Is("only") ? next + 1 : next);
    }

    private static DosePiece Of(Sides sides, int start, int end) => new() { Start = start, End = end, Sides = sides };
}
