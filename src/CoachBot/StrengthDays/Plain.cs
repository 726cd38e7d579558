using System.Globalization;
using System.Text;

namespace CoachBot.StrengthDays;

/// <summary>
/// What people type, for readers that know words and numbers only: lower case without accents, wide forms narrow, each dash a hyphen, the digits of
/// every script 0 to 9. Written out, because the runtime decomposes nothing without a culture's data (InvariantGlobalization).
/// </summary>
internal static class Plain
{
    private const string Accented = "àáâãäåāăąçćčďèéêëēęěğìíîïīİłñńňòóôõöøōőŕřśšşťùúûüūůűýÿźžżªº’´`′";
    private const string Bare = "aaaaaaaaacccdeeeeeeegiiiiiilnnnoooooooorrssstuuuuuuuyyzzzao''''";

    /// <param name="typed">Any text, also broken UTF-16.</param>
    public static string Of(string typed)
    {
        var text = new StringBuilder(typed.Length);
        foreach (var rune in typed.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (category is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format or UnicodeCategory.Control) continue;
            if (category == UnicodeCategory.DecimalDigitNumber) text.Append((char)('0' + (int)Rune.GetNumericValue(rune)));
            else if (category == UnicodeCategory.DashPunctuation || rune.Value == 0x2212) text.Append('-');
            else if (Rune.IsWhiteSpace(rune)) text.Append(' ');
            else if (rune.Value is > 0xFF00 and < 0xFF5F) text.Append(char.ToLowerInvariant((char)(rune.Value - 0xFEE0)));
            else Append(text, Rune.ToLowerInvariant(rune));
        }
        return text.ToString();
    }

    private static void Append(StringBuilder text, Rune rune)
    {
        var at = rune.IsBmp ? Accented.IndexOf((char)rune.Value, StringComparison.Ordinal) : -1;
        if (rune.Value == 'ß') text.Append("ss");
        else if (at >= 0) text.Append(Bare[at]);
        else text.Append(rune.ToString());
    }
}
