namespace CoachBot.CheckIns.Reading;

/// <summary>Reads the letters and numbers of a plan's list: "A1", "1.", "B2)", "(a)", "#2".</summary>
internal sealed class LabelReader(TokenList tokens)
{
    private decimal expected = 1;
    private char expectedLetter = 'a';

    /// <param name="atStart">Nothing stands before it in its part.</param>
    public LabelPiece? Read(int at, bool atStart)
    {
        var start = tokens[at].Is("(") && atStart ? at + 1 : at;
        var token = tokens[start];
        // A letter of the plan with its number is one wherever it stands: "A1 squat 3x12 A2 plank 3x45s".
        if (token is { IsWord: true, Text: [>= 'a' and <= 'h'] } && (!token.Glued || start > at)
            && tokens[start + 1] is { IsWhole: true, Glued: true, Value: >= 1 and < 20 } && !(tokens[start + 2] is { IsWord: true, Glued: true }))
            return tokens[start + 2].Is("x") ? null : Of(at, start + 2);
        if (token is { IsWord: true, Text: [>= 'a' and <= 'h' and var letter] } && IsLetter(start, letter, atStart))
        {
            expectedLetter = (char)(letter + 1);
            return Of(at, start + 1);
        }
        if (token.Is("#") && atStart && tokens[start + 1] is { IsWhole: true, Glued: true }
            && tokens[start + 2].IsWord) return Of(at, start + 2);
        if (!token.IsWhole || token.Value is < 1 or > 40 || !tokens[start + 1].Glued) return null;
        var bracket = tokens[start + 1].Is(")");
        var dot = tokens[start + 1].Is(".") && !(tokens[start + 2].IsNumber && tokens[start + 2].Glued);
        if ((!bracket && !dot) || tokens[start + 2].Is("") || (tokens.At(start - 1, "(") && !atStart)) return null;
        if (!atStart && (token.Value != expected || expected == 1 || (bracket && !tokens[start + 2].IsWord))) return null;
        expected = token.Value + 1;
        return Of(at, start + 1);
    }

    /// <summary>"a) squat 3x12 b) lunge": behind other words only the letter that is next is one.</summary>
    private bool IsLetter(int at, char letter, bool atStart)
    {
        var after = tokens[at + 1];
        if (after.Glued && after.Is(")")) return atStart || (letter == expectedLetter && letter > 'a');
        return atStart && ((after.Glued && (after.Is(".") || after.Is(":")))
            || (!after.Glued && after.Is("-") && !tokens[at + 2].Glued && tokens[at + 2].IsWord));
    }

    private LabelPiece Of(int start, int end)
    {
        while (tokens[end].Kind == TokenKind.Mark && tokens[end].Text is "." or ")" or ":" or "-"
            && (tokens[end].Glued || !tokens[end].Is("-"))) end++;
        return new LabelPiece { Start = start, End = end };
    }
}
