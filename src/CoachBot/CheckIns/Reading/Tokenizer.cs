using System.Globalization;
using System.Text;

namespace CoachBot.CheckIns.Reading;

/// <summary>Cuts what was typed into words, numbers and marks. Nothing but white space and invisible characters is dropped.</summary>
internal static class Tokenizer
{
    public const string Decoration = "•";

    /// <summary>A box that is not ticked, or a cross.</summary>
    public const string Undone = "☐";

    public const string NewLine = "\n";

    private const string Dashes = "-‐‑‒–—―−﹣";
    private const string Crosses = "×✕✖╳⨯⨉хХχΧ";
    private const int LongestNumber = 9;

    /// <param name="text">Folded.</param>
    public static List<Token> Cut(string text)
    {
        var tokens = new List<Token>();
        var glued = false;
        for (var at = 0; at < text.Length;)
        {
            if (!Rune.TryGetRuneAt(text, at, out var rune)) rune = Rune.ReplacementChar;
            var length = Math.Max(1, rune == Rune.ReplacementChar ? 1 : rune.Utf16SequenceLength);
            if (text[at] is '\n' or '\r' or '\u2028' or '\u2029')
            {
                tokens.Add(new Token(TokenKind.Mark, NewLine, 0, at, at + 1, false));
                glued = false;
                at++;
                continue;
            }
            if (Rune.IsWhiteSpace(rune) || IsInvisible(rune))
            {
                glued &= !Rune.IsWhiteSpace(rune);
                at += length;
                continue;
            }
            if (Sign(text, at) is var (sign, signEnd))
            {
                tokens.Add(new Token(TokenKind.Mark, sign, 0, at, signEnd, glued));
                at = signEnd;
                continue;
            }
            var end = rune.IsAscii && char.IsAsciiDigit(text[at]) ? NumberEnd(text, at, tokens, glued)
                : Rune.IsLetter(rune) && !IsCross(text, at) ? WordEnd(text, at)
                : at + length;
            Add(tokens, text, at, end, glued);
            glued = true;
            at = end;
        }
        return tokens;
    }

    private static void Add(List<Token> tokens, string text, int start, int end, bool glued)
    {
        if (char.IsAsciiDigit(text[start]))
        {
            var digits = text[start..end].Replace(',', '.');
            var value = digits.Length > LongestNumber ? 999_999_999
                : decimal.Parse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
            tokens.Add(new Token(TokenKind.Number, digits, value, start, end, glued));
            // A digit on a keycap counts a list: 1️⃣ is "1)".
            if (text.AsSpan(end).TrimStart('\uFE0F').StartsWith("\u20E3")) tokens.Add(new Token(TokenKind.Mark, ")", 0, end, end, true));
            return;
        }
        var word = text[start..end].ToLowerInvariant();
        if (!Rune.TryGetRuneAt(text, start, out var first) || !Rune.IsLetter(first) || IsCross(text, start))
        {
            AddMark(tokens, text, start, end, glued);
            return;
        }
        // "3xmax", "12xsquats": the cross is no part of the word. Nor is it in "50kgx5" and "squatx12".
        if (word.Length > 1 && word[0] == 'x' && glued && tokens is [.., { IsNumber: true }])
        {
            tokens.Add(new Token(TokenKind.Mark, "x", 0, start, start + 1, true));
            tokens.Add(new Token(TokenKind.Word, word[1..], 0, start + 1, end, true));
        }
        else if (word.Length > 1 && word[^1] == 'x' && end < text.Length && char.IsAsciiDigit(text[end])
            && !WorkLexicon.EndInX.Contains(word))
        {
            tokens.Add(new Token(TokenKind.Word, word[..^1], 0, start, end - 1, glued));
            tokens.Add(new Token(TokenKind.Mark, "x", 0, end - 1, end, true));
        }
        else
        {
            tokens.Add(new Token(word == "x" ? TokenKind.Mark : TokenKind.Word, word, 0, start, end, glued));
        }
    }

    private static void AddMark(List<Token> tokens, string text, int start, int end, bool glued)
    {
        var mark = text[start..end] switch
        {
            var dash when Dashes.Contains(dash, StringComparison.Ordinal) => "-",
            var cross when Crosses.Contains(cross, StringComparison.Ordinal) => "x",
            "∗" or "＊" => "*",
            "“" or "”" or "„" or "″" => "\"",
            "'" or "’" or "‘" or "′" or "´" or "`" => "'",
            "⁄" or "∕" => "/",
            "，" or "、" or "،" => ",",
            "；" or "؛" => ";",
            "。" => ".",
            "→" or "⇒" or "➡" => ">",
            "[" or "{" => "(",
            "]" or "}" => ")",
            "☐" or "⬜" or "⬛" or "❌" or "✗" or "✘" or "🚫" or "⛔" or "▢" or "□" => Undone,
            var other when other.Length == 1 && (other[0] < 128 || char.IsNumber(other[0])) => other,
            _ => Decoration,
        };
        // "w/ band" is "with band".
        if (mark == "/" && glued && tokens is [.., { Kind: TokenKind.Word, Text: "w" } word])
        {
            tokens[^1] = word with { Text = "with", End = end };
            return;
        }
        // Two primes are a second's mark.
        if (mark == "'" && glued && tokens is [.., { Kind: TokenKind.Mark, Text: "'" } before])
        {
            tokens[^1] = before with { Text = "\"", End = end };
            return;
        }
        tokens.Add(new Token(TokenKind.Mark, mark, 0, start, end, glued));
    }

    private static int NumberEnd(string text, int start, List<Token> before, bool glued)
    {
        var end = Digits(text, start);
        if (end >= text.Length - 1 || text[end] is not ('.' or ',') || !char.IsAsciiDigit(text[end + 1])) return end;
        var fraction = Digits(text, end + 1);
        // "12.10.8" and "12,10,8" are lists.
        var slashed = (glued && before is [.., { Text: "/" }]) || (fraction < text.Length && text[fraction] == '/');
        var listed = glued && before is [.., { Text: "." or "," }];
        if (slashed && text[(end + 1)..fraction] is "5" or "25" or "50" or "75" && (text[end] == '.' || !listed)) return fraction;
        if (listed || (fraction < text.Length - 1 && text[fraction] is '.' or ',' or '/'
            && char.IsAsciiDigit(text[fraction + 1]))) return end;
        if (text[end] == '.') return fraction - end <= 3 ? fraction : end;
        // A decimal comma is believed only of halves and quarters with a unit: "22,5 kg", "1,5 min".
        return text[(end + 1)..fraction] is "5" or "25" or "50" or "75" && WorkLexicon.StartsWithUnit(text.AsSpan(fraction)) ? fraction
            : end;
    }

    private static int Digits(string text, int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
        return at;
    }

    private static int WordEnd(string text, int at)
    {
        while (at < text.Length)
        {
            if (!Rune.TryGetRuneAt(text, at, out var rune)) break;
            var inside = Rune.IsLetter(rune)
                || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
                || (IsInvisible(rune) && !Rune.IsControl(rune))
                    || (rune.Value is '\'' or '’' && at + 1 < text.Length && char.IsLetter(text[at + 1]));
            if (!inside) break;
            at += rune.Utf16SequenceLength;
        }
        return at;
    }

    /// <summary>A letter of another script that looks like x and stands alone or between numbers.</summary>
    private static bool IsCross(string text, int at) =>
        Crosses.Contains(text[at], StringComparison.Ordinal)
        && (at == 0 || !char.IsLetter(text[at - 1])) && (at + 1 == text.Length || !char.IsLetter(text[at + 1]));

    /// <summary>What is drawn with several characters: a box "[ ]", a ticked one "[x]", a heart.</summary>
    private static (string Mark, int End)? Sign(string text, int at) =>
        text.AsSpan(at).StartsWith("[ ]") ? (Undone, at + 3)
        : text.AsSpan(at).StartsWith("[]") ? (Undone, at + 2)
        : text.AsSpan(at).StartsWith("[x]", StringComparison.OrdinalIgnoreCase) ? (Decoration, at + 3)
        : IsHeart(text, at) ? (Decoration, at + 2)
        : null;

    /// <summary>"&lt;3" with nothing behind it that it could be a number of.</summary>
    private static bool IsHeart(string text, int at) =>
        text.AsSpan(at).StartsWith("<3") && (at == 0 || !char.IsDigit(text[at - 1]))
            && (at + 2 == text.Length || !char.IsLetterOrDigit(text.AsSpan(at + 2).TrimStart() is [var next, ..] ? next : ' '));

    private static bool IsInvisible(Rune rune) =>
        rune.Value is 0xFE0E or 0xFE0F or 0x20E3 || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control;
}
