using System.Globalization;
using System.Text;

namespace CoachBot.Language;

/// <summary>
/// Typed text as plain words, the form in which every room compares it: lower case, without accents, digits 0 to 9, one space between words, apostrophes gone
/// ("can't" is "cant"). Written out here because without a culture's data (InvariantGlobalization) the runtime decomposes nothing.
/// </summary>
internal static class PlainWords
{
    /// <summary>The letters of the languages around us that are not those of ASCII, each beside what stands for it.</summary>
    private static readonly Dictionary<char, string> Letters = MakeLetters();

    /// <param name="keep">Marks that stay, as words of their own; empty for none.</param>
    public static string Of(string typed, string keep = "")
    {
        var text = new StringBuilder(typed.Length);
        foreach (var rune in typed.EnumerateRunes())
        {
            var c = Narrow(rune);
            var category = Rune.GetUnicodeCategory(rune);
            if (category == UnicodeCategory.DecimalDigitNumber) text.Append((char)('0' + (int)Rune.GetNumericValue(rune)));
            else if (c != '\0' && Letters.TryGetValue(c, out var plain)) text.Append(plain);
            else if (c is >= 'a' and <= 'z') text.Append(c);
            else if (Rune.IsLetter(rune)) text.Append(Rune.ToLowerInvariant(rune).ToString());
            else if (IsInsideAWord(c, category)) continue;
            else Part(text, keep.Contains(c, StringComparison.Ordinal) ? c : ' ');
        }
        return text.ToString().Trim();
    }

    private static void Part(StringBuilder text, char mark)
    {
        if (text.Length > 0 && text[^1] != ' ') text.Append(' ');
        if (mark != ' ') text.Append(mark).Append(' ');
    }

    /// <summary>Apostrophes, accents that stand alone, and what nobody sees.</summary>
    private static bool IsInsideAWord(char c, UnicodeCategory category) => c is '\'' or '’' or '‘' or '`' or '´' or 'ʼ'
        || category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.Surrogate;

    /// <summary>In lower case, wide forms narrow; NUL for what is not a single UTF-16 unit.</summary>
    private static char Narrow(Rune rune)
    {
        if (!rune.IsBmp) return '\0';
        var c = (char)rune.Value;
        if (c is > '\uFF00' and < '\uFF5F') c = (char)(c - 0xFEE0);
        return char.ToLowerInvariant(c);
    }

    private static Dictionary<char, string> MakeLetters()
    {
        (string Plain, string Letters)[] all =
        [
            ("a", "àáâãåāăąǎ"), ("a", "ä"), ("ae", "æ"), ("c", "çćĉċč"), ("d", "ďđð"), ("e", "èéêëēĕėęě"), ("g", "ĝğġģ"), ("h", "ĥħ"), ("i", "ìíîïĩīĭįı"),
            ("j", "ĵ"), ("k", "ķ"), ("l", "ĺļľŀł"), ("n", "ñńņňŉ"), ("o", "òóôõöøōŏő"), ("oe", "œ"), ("r", "ŕŗř"), ("s", "śŝşšș"), ("ss", "ß"), ("t", "ţťŧț"),
            ("th", "þ"), ("u", "ùúûüũūŭůűų"), ("w", "ŵ"), ("y", "ýÿŷ"), ("z", "źżž"), ("a", "ª"), ("o", "º"), ("fi", "ﬁ"), ("fl", "ﬂ"),
        ];
        return all.SelectMany(group => group.Letters.Select(letter => (letter, group.Plain))).ToDictionary(pair => pair.letter, pair => pair.Plain);
    }
}
