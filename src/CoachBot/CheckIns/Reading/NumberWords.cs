namespace CoachBot.CheckIns.Reading;

/// <summary>Makes numbers of words ("three sets of twelve") and words of numbers that belong to a name ("1 leg squat", "4-way
/// hip").</summary>
internal static class NumberWords
{
    private static readonly Dictionary<decimal, string> InNames = new() { [1] = "single", [2] = "double", [4] = "four" };

    public static List<Token> Read(List<Token> cut)
    {
        var read = new List<Token>(cut.Count);
        for (var at = 0; at < cut.Count; at++)
        {
            var token = cut[at];
            if (IsInName(cut, at) && Value(token) is { } small && InNames.TryGetValue(small, out var word)
                && !(read is [.., { Kind: TokenKind.Mark, Text: "x" or "*" }] || read is [.., { Text: "each" or "per" }]))
            {
                read.Add(token with { Kind = TokenKind.Word, Text = word });
            }
            else if (token.IsWord && Value(token) is { } value && !IsInName(cut, at))
            {
                var start = token.Start;
                // "twenty-five", "a dozen", "two dozen".
                if (value is >= 20 and < 100 && Following(cut, at) is var (next, unit) && unit is > 0 and < 10)
                {
                    value += unit;
                    at = next;
                }
                if (token.Text is "dozen" or "couple" && read is [.., { Text: "a" } article])
                {
                    start = article.Start;
                    read.RemoveAt(read.Count - 1);
                }
                if (token.Text == "couple" && at + 1 < cut.Count && cut[at + 1].Is("of")) at++;
                read.Add(new Token(TokenKind.Number, token.Text, value, start, cut[at].End, false));
            }
            else
            {
                read.Add(token);
            }
        }
        return read;
    }

    private static decimal? Value(Token token) => token.IsNumber ? token.Value
        : WorkLexicon.Numbers.TryGetValue(token.Text, out var value) ? value : null;

    private static (int Next, decimal Unit) Following(List<Token> cut, int at)
    {
        var next = at + 1 < cut.Count && cut[at + 1].Is("-") ? at + 2 : at + 1;
        return next < cut.Count && cut[next].IsWord && Value(cut[next]) is { } unit ? (next, unit) : (at, 0);
    }

    private static bool IsInName(List<Token> cut, int at)
    {
        var next = at + 1 < cut.Count && cut[at + 1].Is("-") ? at + 2 : at + 1;
        return next < cut.Count && cut[next].IsOneOf(WorkLexicon.NumberedNouns);
    }
}
