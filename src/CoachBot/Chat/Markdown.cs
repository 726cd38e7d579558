using System.Globalization;
using System.Text;

namespace CoachBot.Chat;

/// <summary>Makes text that a person typed harmless: it shows as typed, formats nothing and pings nobody.</summary>
internal static class Markdown
{
    private const string Special = @"\*_~`|>#-+=[](){}<@:!&/.";

    /// <summary>
    /// Escapes every character that Discord gives a meaning, and drops what is invisible or turns the text's direction.
    /// Mentions are broken by the escaped <c>&lt;</c> and <c>@</c>; links by the escaped colon and slashes.
    /// </summary>
    /// <param name="typed">Any text, also broken UTF-16.</param>
    public static string Escape(string typed)
    {
        var text = new StringBuilder(typed.Length + 16);
        foreach (var rune in Clean(typed).EnumerateRunes())
        {
            if (rune.IsAscii && Special.Contains((char)rune.Value, StringComparison.Ordinal)) text.Append('\\');
            text.Append(rune.ToString());
        }
        return text.ToString();
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
