namespace CoachBot.CheckIns.Reading;

/// <summary>The tokens of one text; beyond its ends stand marks that match nothing.</summary>
internal sealed class TokenList(string text, IReadOnlyList<Token> tokens)
{
    private static readonly Token None = new(TokenKind.Mark, "", 0, 0, 0, false);

    public int Count => tokens.Count;

    public Token this[int at] => at >= 0 && at < tokens.Count ? tokens[at] : None;

    public bool At(int at, string text) => this[at].Is(text);

    /// <summary>What was typed from one token up to another, without the marks at its ends that only part.</summary>
    public string Typed(int start, int end)
    {
        while (start < end && IsLoose(this[start])) start++;
        while (end > start && IsLoose(this[end - 1])) end--;
        // "@everyone": the mark that hangs on a word is quoted with it.
        while (start < end && this[start].Glued && this[start - 1] is { Kind: TokenKind.Mark, Text: "@" or "#" or "$" or "<" }) start--;
        return start < end ? text[this[start].Start..this[end - 1].End] : "";
    }

    public static TokenList Of(string folded) => new(folded, NumberWords.Read(Tokenizer.Cut(folded)));

    private static bool IsLoose(Token token) => token.Kind == TokenKind.Mark
        && token.Text is "," or ";" or Tokenizer.NewLine or Tokenizer.Decoration or ":" or ">" or "|" or "-";
}
