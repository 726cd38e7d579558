using static CoachBot.CheckIns.Reading.WorkLexicon;

namespace CoachBot.CheckIns.Reading;

/// <summary>
/// Makes pieces of tokens. At each place the readers are asked in turn and the first that knows what stands there takes it; a word that
/// nobody knows may be part of a name, a mark that nobody knows parts.
/// </summary>
/// <param name="names">Null while the names themselves are looked at.</param>
internal sealed class PieceReader(TokenList tokens, HardNames? names)
{
    private readonly List<Piece> pieces = [];
    private readonly QuantityReader quantities = new(tokens);
    private readonly LabelReader labels = new(tokens);
    private DoseReader Doses => field ??= new DoseReader(tokens, quantities);
    private WeightReader Weights => field ??= new WeightReader(tokens, quantities);
    private SideReader SidesOf => field ??= new SideReader(tokens, quantities);
    private AsideReader Asides => field ??= new AsideReader(tokens, quantities);

    public IReadOnlyList<Piece> Read()
    {
        for (var at = 0; at < tokens.Count;)
        {
            var piece = At(at) ?? Word(at) ?? Mark(at);
            if (piece is not null) pieces.Add(piece);
            at = piece?.End ?? at + 1;
        }
        return pieces;
    }

    /// <summary>What is more than a word or a mark.</summary>
    private Piece? At(int at)
    {
        if (NotDone(at) is { } undone) return undone;
        var atStart = pieces is [] or [.., BreakPiece or LabelPiece];
        var afterNumber = pieces is [.., DosePiece { HasOnlySides: false }] && !tokens[at - 1].Is(Tokenizer.NewLine);
        if (names?.Read(tokens, at) is { } name && !(afterNumber && tokens[at - 1].Is("x"))) return name;
        if (labels.Read(at, atStart) is { } label) return label;
        if (Rounds(at) is { } rounds) return rounds;
        if (Asides.Read(at, atStart, afterNumber) is { } aside) return aside;
        if (SidesOf.Read(at, afterNumber) is { } sides) return sides;
        if (Weights.Read(at) is { } weight) return weight is DosePiece { Unclear: false } dose ? Weights.WithWhatFollows(dose) : weight;
        if (Doses.AsMany(at) is { } many && !IsAsManyHere(at, many)) return null;
        if (SetsOfSides(at) is { } ofSides) return ofSides;
        if (OfSo(at) is { } unclear) return unclear;
        if (tokens[at].Is("in") && Doses.Read(at + 1) is { Sets: not null, HasCount: false, Weights.Count: 0 } all)
            return all with { Start = at, InAll = true };
        if (Doses.Read(at) is { } read)
        {
            if (tokens[read.End].IsOneOf(Hold)) read = read with { Held = true, End = read.End + 1 };
            // "45 sec." is shortened; "15 reps." ends a sentence.
            if (tokens[read.End].Is(".") && tokens[read.End].Glued
                && tokens[read.End - 1].IsOneOf(Shortened)) read = read with { End = read.End + 1 };
            return Weights.WithWhatFollows(read with { InBrackets = tokens.At(at - 1, "(") });
        }
        return null;
    }

    /// <summary>"3x5L 3x5R", "L 3x5, R 3x6".</summary>
    private DosePiece? SetsOfSides(int at)
    {
        var (left, first, next) = Half(at);
        if (first is null) return null;
        while (tokens[next].Kind == TokenKind.Mark && tokens[next].Text is "," or "/" or "&" or "+" or ";" or ")") next++;
        if (tokens[next].Is("and")) next++;
        var (other, second, end) = Half(next);
        if (second is null || left == other || first.Weights.Count + second.Weights.Count > 0) return null;
        if (first.Sets == second.Sets && first.Amounts[0].SameAs(second.Amounts[0])) return first with { Start = at, End = end, Sides = Sides.Each };
        var (ofLeft, ofRight) = left ? (first, second) : (second, first);
        return ofLeft with { Start = at, End = end, RightAmount = ofRight.Amounts[0], RightSets = ofRight.Sets };
    }

    /// <summary>Sets with the side that they are of, before or behind them.</summary>
    private (bool Left, DosePiece? Dose, int End) Half(int at)
    {
        var before = SidesOf.Mark(at);
        var start = before?.Next ?? at;
        if (before is not null && (tokens[start].Is(":") || tokens[start].Is("="))) start++;
        if (!tokens[start].IsNumber || Doses.Read(start) is not { Sets: not null, Unclear: false, Amounts.Count: 1 } dose) return default;
        if (before is { } mark) return (mark.Left, dose, dose.End);
        return SidesOf.Mark(tokens[dose.End].Is("(") ? dose.End + 1 : dose.End) is var (left, end) ? (left, dose, end) : default;
    }

    /// <summary>"3 of 4 sets", "2/3 sets": how many were done of how many.</summary>
    private DosePiece? OfSo(int at) =>
        tokens[at].IsWhole && (tokens[at + 1].Is("of") || tokens[at + 1].Is("/")) && tokens[at + 2].IsWhole && tokens[at + 3].IsOneOf(WorkLexicon.Sets)
            ? new DosePiece { Start = at, End = at + 4, Unclear = true } : null;

    /// <summary>"max" alone begins or ends names too ("max height jump"): it counts where no word follows, or after "to".</summary>
    private bool IsAsManyHere(int at, int end) => (!tokens[at].Is("max") && !tokens[at].Is("maximum")) || !tokens[end].IsWord
        || end > at + 1;

    /// <summary>"3 rounds of", "3x (", ") x 3".</summary>
    private RoundsPiece? Rounds(int at)
    {
        var number = tokens[at].Is("x") || tokens[at].Is("*") ? at + 1 : at;
        if (number > at && tokens.At(at - 1, ")") && tokens[number].IsWhole && GroupBefore(at - 1) && !Follows(number + 1, Measure.Sets))
            return Of(number, number + 1);
        // "circuit x3", "rounds: 3"; but "round 3" only counts them.
        if (tokens[at].IsOneOf(WorkLexicon.Rounds) && (tokens[at + 1].Is("x") || tokens[at + 1].Is(":")) && tokens[at + 2].IsWhole
            && !tokens[at + 3].Is("x"))
            return Of(at + 2, at + 3);
        // "all x3".
        if (tokens[at].Is("all") && tokens[at + 1].Is("x") && tokens[at + 2].IsWhole) return Of(at + 2, at + 3);
        // "x3: squat 12, lunge 10".
        if (number > at && tokens[number].IsWhole && tokens[number + 1].Is(":")) return Of(number, number + 1);
        var repeat = tokens[number].Is("repeat") || tokens[number].Is("repeated") ? number + 1 : number;
        var list = quantities.List(tokens[repeat].Is("x") ? repeat + 1 : repeat, out var next);
        if (list is not [{ IsWhole: true, From: < 100 } times]) return null;
        if (times.Measure == Measure.Rounds) return Of(times.Start, tokens[next].Is("of") ? next + 1 : next);
        if (repeat > number && times.Measure is Measure.Plain or Measure.Reps) return Of(times.Start, tokens[next].Is("x") ? next + 1
            : next);
        if (times.Measure is Measure.Plain && tokens[next].Is("x") && tokens.At(next + 1, "(")
            && GroupAfter(next + 1)) return Of(times.Start, next + 1);
        // "3x through".
        if (times.Measure is Measure.Plain && tokens[next].Is("x") && tokens[next + 1].Is("through")) return Of(times.Start, next + 2);
        // "3 sets of: squat 12, lunge 10", "3x: …", "3 sets of (squat 12, lunge 10)".
        var of = tokens[next].Is("of") ? next + 1 : next;
        var colon = tokens[of].Is(":") || (tokens[of].Is("(") && GroupAfter(of));
        if (times.Measure == Measure.Sets && colon
            && pieces.TrueForAll(piece => piece is not NamePiece || IsBehindRounds())) return Of(times.Start, of);
        return times.Measure == Measure.Plain && tokens[next].Is("x") && tokens.At(next + 1, ":") ? Of(times.Start, next + 1) : null;

        RoundsPiece Of(int value, int end) =>
            new((int)Math.Min(tokens[value].Value, 1000), tokens[end].Is("(")) { Start = at, End = end };
    }

    private bool IsBehindRounds() => pieces is [.., BreakPiece { Hard: true }] or [.., LabelPiece];

    private bool Follows(int at, Measure measure) => tokens[at].IsOneOf(measure == Measure.Sets ? WorkLexicon.Sets : WorkLexicon.Reps);

    /// <summary>Brackets with exercises in them, not with numbers only.</summary>
    private bool GroupAfter(int open)
    {
        var (words, commas) = (0, 0);
        for (var at = open + 1; at < tokens.Count && !tokens[at].Is(")"); at++)
        {
            if (tokens[at].IsWord) words++;
            if (tokens[at].Is(",") || tokens[at].Is("+") || tokens[at].Is("/") || tokens[at].Is("&") || tokens[at].Is("and")
                || tokens[at].Is(";") || tokens[at].Is(Tokenizer.NewLine)) commas++;
        }
        return words > 1 && commas > 0;
    }

    private bool GroupBefore(int close)
    {
        var open = close;
        while (open >= 0 && !tokens[open].Is("(")) open--;
        return open >= 0 && GroupAfter(open);
    }

    private bool EndsUndone(int at) => tokens[at].Is(Tokenizer.NewLine) || tokens[at].Is(Tokenizer.Decoration) || tokens[at].Is(Tokenizer.Undone)
        || ((tokens[at].Is(",") || tokens[at].Is(";") || tokens[at].Is("|")) && tokens[at + 1].IsWord);

    /// <summary>"☐ lunges", "❌ lunges": up to the end of its line, or the next name behind a comma.</summary>
    private AsidePiece? NotDone(int at)
    {
        if (!tokens[at].Is(Tokenizer.Undone) || pieces is not ([] or [.., BreakPiece or LabelPiece or AsidePiece { Why: WhyLeftOut.NotDone }])) return null;
        var end = at + 1;
        while (end < tokens.Count && !EndsUndone(end)) end++;
        return end > at + 1 ? new AsidePiece(WhyLeftOut.NotDone) { Start = at, End = end } : null;
    }

    private Piece? Word(int at)
    {
        if (!tokens[at].IsWord) return null;
        if (tokens[at].IsOneOf(Conjunctions)) return new BreakPiece(Hard: false) { Start = at, End = at + 1 };
        var end = at + 1;
        while (true)
        {
            var next = tokens[end].Is("-") && tokens[end].Glued && tokens[end + 1].Glued ? end + 1 : end;
            if (!tokens[next].IsWord || tokens[next].IsOneOf(Conjunctions) || names?.Read(tokens, next) is not null
                || At(next) is not null) break;
            end = next + 1;
        }
        var text = string.Join(' ', Enumerable.Range(at, end - at).Select(index => tokens[index].Text).Where(word => word != "-"));
        var inBrackets = tokens.At(at - 1, "(") && tokens.At(end, ")");
        return new NamePiece(text, InBrackets: inBrackets) { Start = at, End = end };
    }

    private Piece? Mark(int at)
    {
        if (tokens[at].IsNumber || tokens[at].IsWord) return null;
        return tokens[at].Text switch
        {
            "(" => new BracketPiece(Opens: true) { Start = at, End = at + 1 },
            ")" => new BracketPiece(Opens: false) { Start = at, End = at + 1 },
            // Marks that only dress a word up.
            "\"" or "'" or "*" or "_" or "~" or "`" or "@" or "#" or "%" or "\\" or "^" or "<" or "$" => null,
            "-" when tokens[at].Glued && tokens[at + 1].Glued && tokens[at - 1].IsWord && tokens[at + 1].IsWord => null,
            "x" => null,
            // "10²": whatever it means, it is no separator.
            [var sign] when char.IsNumber(sign) => new DosePiece { Start = at, End = at + 1, Unclear = true },
            var mark => new BreakPiece(mark is Tokenizer.NewLine or ";" or "|", mark is ":") { Start = at, End = at + 1 },
        };
    }
}
