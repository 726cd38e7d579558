namespace CoachBot.CheckIns.Reading;

internal enum TokenKind
{
    Number,
    Word,

    /// <summary>One character that is neither: x (between numbers), @, a comma, a new line …</summary>
    Mark,
}

/// <summary>One word, number or mark of what was typed.</summary>
/// <param name="Text">Lower-case; a mark in its plain form: every dash is "-".</param>
/// <param name="Value">Of a number.</param>
/// <param name="Start">Where it stands in the folded text.</param>
/// <param name="Glued">Nothing stands between it and the token before.</param>
internal sealed record Token(TokenKind Kind, string Text, decimal Value, int Start, int End, bool Glued)
{
    public bool IsNumber => Kind == TokenKind.Number;

    public bool IsWord => Kind == TokenKind.Word;

    public bool IsWhole => IsNumber && Value == decimal.Truncate(Value);

    public bool Is(string text) => Kind != TokenKind.Number && Text == text;

    public bool IsOneOf(IReadOnlySet<string> texts) => Kind != TokenKind.Number && texts.Contains(Text);
}
