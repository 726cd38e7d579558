using System.Globalization;
using System.Text;

namespace CoachBot.Chat;

/// <summary>Makes text that a person typed harmless: it shows as typed, formats nothing and pings nobody.</summary>
internal static class Markdown
{
    private const string Special = @"\*_~`|[]<>@";
    private const string SpecialAtTheStart = "#-+";
    private const int LongestQuote = 60;

    /// <summary>
    /// Escapes the characters that Discord gives a meaning, and drops what is invisible or turns the text's direction.
    /// Mentions are broken by the escaped <c>&lt;</c> and <c>@</c>; links by the escaped colon.
    /// </summary>
    /// <param name="typed">Any text, also broken UTF-16.</param>
    public static string Escape(string typed)
    {
        var clean = Clean(typed);
        var text = new StringBuilder(clean.Length + 16);
        for (var i = 0; i < clean.Length; i++)
        {
            if (HasMeaning(clean, i)) text.Append('\\');
            text.Append(clean[i]);
        }
        return text.ToString();
    }

    private static bool HasMeaning(string text, int at) => text[at] switch
    {
        ':' => text.AsSpan(at + 1).StartsWith("//"),
        '.' => at > 0 && !text.AsSpan(0, at).ContainsAnyExceptInRange('0', '9'),
        var c => Special.Contains(c, StringComparison.Ordinal) || (at == 0 && SpecialAtTheStart.Contains(c, StringComparison.Ordinal)),
    };

    /// <summary>What was typed, in quotation marks, for a sentence that answers it: shortened where it is long, and harmless.</summary>
    public static string Quote(string typed)
    {
        var clean = Clean(typed);
        if (clean.Length <= LongestQuote) return $"“{Escape(clean)}”";
        var end = char.IsHighSurrogate(clean[LongestQuote - 1]) ? LongestQuote - 1 : LongestQuote;
        return $"“{Escape(clean[..end])}…”";
    }

    /// <summary>One line of visible characters, trimmed: control, private, unassigned, bidi and zero-width ones are gone, white space is folded.</summary>
    public static string Clean(string typed)
    {
        var text = new StringBuilder(typed.Length);
        var marks = 0;
        foreach (var rune in typed.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (Rune.IsWhiteSpace(rune))
            {
                if (text.Length > 0 && text[^1] != ' ') text.Append(' ');
                marks = 0;
                continue;
            }
            // A lone surrogate arrives here as U+FFFD.
            if (rune.Value == 0xFFFD || Invisible(category)) continue;
            marks = category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? marks + 1 : 0;
            if (marks > MostMarks) continue;
            text.Append(rune.ToString());
        }
        return text.ToString().TrimEnd();
    }

    /// <summary>Combining marks kept on one letter; the longest that a language needs is about eight.</summary>
    private const int MostMarks = 8;

    private static bool Invisible(UnicodeCategory category) => category
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
}
