using static CoachBot.CheckIns.Reading.WorkLexicon;

namespace CoachBot.CheckIns.Reading;

/// <summary>Reads a weight that is said to be one: "@50kg", "with the 10s", "w/ 2x10kg", "at 50", "bw + 10 kg", "50 kilos per
/// hand".</summary>
internal sealed class WeightReader(TokenList tokens, QuantityReader quantities)
{
    /// <summary>Up to here "@8" may be an effort of ten.</summary>
    private const decimal LowestSureWeight = 10;

    public static Weight Of(Quantity quantity) => new(
        quantity.From, quantity.Measure switch
        {
            Measure.Kilograms => LoadUnit.Kilograms,
            Measure.Pounds => LoadUnit.Pounds,
            _ =>
            LoadUnit.Unnamed
        }, null, quantity.Start, quantity.End);

    public Piece? Read(int at)
    {
        if ((tokens[at].Is("no") || tokens[at].Is("without")) && (tokens.At(at + 1, "weight") || tokens.At(at + 1, "weights"))
            && !tokens[at + 2].IsWord && at > 1 && !tokens[at - 1].IsWord)
            return new DosePiece { Start = at, End = at + 2, Weights = [new Weight(null, LoadUnit.BodyWeight)] };
        if (tokens[at].IsOneOf(BodyWeight) || (tokens.At(at, "body") && tokens.At(at + 1, "weight"))) return ReadBodyWeight(at);
        if (tokens[at].Is("#") && !tokens[at].Glued && tokens[at + 1] is { IsNumber: true, Glued: true } hash)
            return new DosePiece { Start = at, End = at + 2, Weights = [new Weight(hash.Value, LoadUnit.Unnamed)] };
        // "weight: 20 kg".
        var isNamed = (tokens[at].Is("weight") || tokens[at].Is("load")) && (tokens[at + 1].Is(":") || tokens[at + 1].Is("="));
        if (isNamed) return quantities.List(at + 2, out var afterWeight) is [{ To: null, Measure: Measure.Kilograms or Measure.Pounds or Measure.Plain } heavy]
            ? new DosePiece { Start = at, End = afterWeight, Weights = [Of(heavy)] } : null;
        var said = tokens[at].Is("@") || tokens[at].IsOneOf(Using);
        if (!said) return null;
        var start = at + 1;
        if (tokens[at].Is("w") && tokens[start].Is("/")) start++;
        var the = tokens[start].Is("the") || tokens[start].Is("my") || tokens[start].Is("a") || tokens[start].Is("an");
        if (the) start++;
        if (tokens[start].IsOneOf(BodyWeight) && ReadBodyWeight(start) is { } body) return body with { Start = at };
        var list = quantities.List(start, out var next);
        if (list.Count == 0) return null;
        // "2x10kg", "two 12kg dumbbells".
        var two = list is [{ From: 2, To: null, Measure: Measure.Plain }];
        var pair = two ? quantities.List(tokens[next].Is("x") ? next + 1 : next, out _) : [];
        var piecesFirst = two && pair.Count == 1 && (tokens[next].Is("x") || pair[0].Measure is Measure.Kilograms or Measure.Pounds);
        if (piecesFirst) (list, next) = (pair, pair[0].End);
        if (list is [{ Measure: Measure.Percent }]) return new AsidePiece(WhyLeftOut.NoPlace) { Start = at, End = next };
        // "the 10s" are two weights of ten, not ten seconds.
        var tens = list is [{ Measure: Measure.Seconds, To: null }] && tokens[next - 1] is { Text: "s", Glued: true }
            && !tokens[at].Is("@")
            && !tokens[next].IsOneOf(Hold) && !tokens[next].IsOneOf(Rest);
        var named = list.All(weight => weight.Measure is Measure.Kilograms or Measure.Pounds);
        var plain = list.All(weight => weight.Measure == Measure.Plain);
        if (!named && !tens && !plain) return null;
        if (list.Any(weight => weight.To is not null)) return named ? new AsidePiece(WhyLeftOut.NoPlace) { Start = at, End = next } : Unsure(at, next);
        var tool = tokens[next].IsOneOf(Implements);
        // "squat with 10 reps" is none; "@8" may be an effort.
        if (plain && !tool && !the && !piecesFirst && list.Any(weight => weight.From <= LowestSureWeight)) return tokens[at].Is("@")
            || tokens[at].Is("at") ? Unsure(at, next) : null;
        var weights = list.Select(Of).ToList();
        if (piecesFirst) weights = [weights[0] with { Pieces = 2 }];
        return new DosePiece { Start = at, End = next, Weights = weights, WeightIsTight = tokens[at].Glued };
    }

    /// <summary>Takes in what stands behind a weight and belongs to it: "kettlebell", "in each hand".</summary>
    public DosePiece WithWhatFollows(DosePiece dose)
    {
        if (dose.Weights is not [.., { Amount: not null }]) return dose;
        var next = dose.End;
        var tool = tokens[next].Is("a") && tokens[next + 1].IsOneOf(Implements) ? next + 1 : next;
        if (tokens[tool].IsOneOf(Implements) && !Continues(tool + 1)) next = tool + 1;
        var slash = tokens[next].Is("/");
        var hand = tokens[next].Is("in") || slash ? next + 1 : next;
        var each = tokens[hand].IsOneOf(Each) || tokens[hand].Is("a") ? hand + 1 : hand;
        var pieces = dose.Weights[^1].Pieces;
        if (each > next && (tokens[each].Is("hand") || tokens[each].Is("hands") || (!slash && tokens[each].IsOneOf(Implements))))
        {
            next = each + 1;
            pieces = 2;
        }
        return dose with { End = next, Weights = [.. dose.Weights.Select(weight => weight with { Pieces = pieces ?? weight.Pieces })] };
    }

    /// <summary>"16 kg kettlebell squat": the word begins a name.</summary>
    private bool Continues(int at) => tokens[at].IsWord && !tokens[at].IsOneOf(Conjunctions) && !tokens[at].IsOneOf(Each)
        && !tokens[at].IsOneOf(Using) && !tokens[at].IsOneOf(Fillers);

    private Piece? ReadBodyWeight(int at)
    {
        var next = at + (tokens[at].Is("body") ? 2 : 1);
        var plus = tokens[next].Is("+");
        var more = quantities.List(plus ? next + 1 : tokens[next].Is("=") || tokens[next].Is(":") || tokens[next].Is("(") ? next + 1
            : next, out var after);
        if (more is [{ To: null, Measure: Measure.Kilograms or Measure.Pounds } weight])
        {
            return plus
                ? new DosePiece { Start = at, End = after, Weights = [Of(weight)] }
                : new AsidePiece(WhyLeftOut.BodyWeight) { Start = at, End = after };
        }
        // "bw squat", "body weight squat": a name.
        return tokens[next].IsWord && !tokens[next].IsOneOf(Conjunctions) || (at == 0 && tokens.Count > 1) ? null
            : new DosePiece { Start = at, End = next, Weights = [new Weight(null, LoadUnit.BodyWeight)] };
    }

    private static AsidePiece Unsure(int at, int next) => new(WhyLeftOut.WeightOrEffort) { Start = at, End = next };
}
