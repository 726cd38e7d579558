using System.Globalization;
using System.Text;

namespace CoachBot.Language;

/// <summary>
/// What people type, whatever keyboard it came from, in one of three forms, each a step further than the one before; whoever reads or compares typed text takes
/// the one it needs. Written out, because the runtime normalises nothing without a culture's data (InvariantGlobalization).
/// </summary>
internal static class TypedText
{
    /// <summary>
    /// As it was typed, in the characters of an ordinary keyboard: wide and ornamental forms become plain ones and accents sit on their letters, the digits of
    /// every script become 0 to 9, and fractions become decimals ("1½" is 1.5). Raised and lowered digits stay as they are: "10²" must not become 102.
    /// </summary>
    /// <param name="typed">Any text, also broken UTF-16.</param>
    public static string Fold(string typed)
    {
        if (Ascii.IsValid(typed)) return typed;
        var text = new StringBuilder(typed.Length + 8);
        foreach (var rune in typed.EnumerateRunes())
        {
            if (rune.IsAscii) text.Append((char)rune.Value);
            else if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber) text.Append((char)('0' + (int)Rune.GetNumericValue(rune)));
            else if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherNumber) AppendNumber(text, rune);
            else if (rune.IsBmp && text.Length > 0 && Latin.Compose(text[^1], (char)rune.Value) is { } letter) text[^1] = letter;
            else text.Append(Ordinary(rune));
        }
        return text.ToString();
    }

    /// <summary>
    /// For readers that know words, numbers and signs only: folded, in lower case, without accents. Every dash is a hyphen, every quotation mark of one stroke
    /// an apostrophe, every white space a space but for the end of a line, and what nobody sees is gone.
    /// </summary>
    /// <param name="typed">Any text, also broken UTF-16.</param>
    public static string Plain(string typed)
    {
        var text = new StringBuilder(typed.Length);
        foreach (var rune in Fold(typed).EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (rune.Value == '\n') text.Append('\n');
            else if (Rune.IsWhiteSpace(rune)) text.Append(' ');
            else if (IsUnseen(category)) continue;
            else if (category == UnicodeCategory.DashPunctuation || rune.Value == 0x2212) text.Append('-');
            else if (rune.Value is '`' or '´' or '‘' or '’' or 'ʼ' or '′') text.Append('\'');
            else if (Rune.ToLowerInvariant(rune) is var small && small.IsBmp && Latin.WithoutAccent((char)small.Value) is { } bare) text.Append(bare);
            else text.Append(small.ToString());
        }
        return text.ToString();
    }

    /// <summary>For comparing: plain words with one space between, apostrophes gone ("can't" is "cant").</summary>
    /// <param name="typed">Any text, also broken UTF-16.</param>
    /// <param name="keep">Signs that stay, as words of their own; empty for none.</param>
    public static string Words(string typed, string keep = "")
    {
        var text = new StringBuilder(typed.Length);
        foreach (var rune in Plain(typed).EnumerateRunes())
        {
            if (Rune.IsLetter(rune) || Rune.IsDigit(rune)) text.Append(rune.ToString());
            else if (rune.Value != '\'') Part(text, rune.IsBmp && keep.Contains((char)rune.Value, StringComparison.Ordinal) ? (char)rune.Value : ' ');
        }
        return text.ToString().Trim();
    }

    private static void Part(StringBuilder text, char sign)
    {
        if (text.Length > 0 && text[^1] != ' ') text.Append(' ');
        if (sign != ' ') text.Append(sign).Append(' ');
    }

    private static bool IsUnseen(UnicodeCategory category) => category
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.Control;

    /// <summary>One character that looks like another, or like several of them.</summary>
    private static string Ordinary(Rune rune) => rune.Value switch
    {
        > 0xFF00 and < 0xFF5F => Letter(rune.Value - 0xFF01 + '!'),
        // Letters of formulas, which people paste for their looks: bold, slanted, script, doubled; each alphabet once in capitals and once small.
        >= 0x1D400 and <= 0x1D6A3 when (rune.Value - 0x1D400) % 52 is var place => Letter(place < 26 ? 'A' + place : 'a' + place - 26),
        >= 0x24B6 and <= 0x24CF => Letter(rune.Value - 0x24B6 + 'A'),
        >= 0x24D0 and <= 0x24E9 => Letter(rune.Value - 0x24D0 + 'a'),
        0xFB00 => "ff",
        0xFB01 => "fi",
        0xFB02 => "fl",
        0x338F => "kg",
        0x3000 => " ",
        0x212B => "Å",
        0x2044 => "/",
        _ => rune.ToString(),
    };

    private static string Letter(int value) => ((char)value).ToString();

    private static void AppendNumber(StringBuilder text, Rune rune)
    {
        var value = Rune.GetNumericValue(rune);
        var raisedOrLowered = rune.Value is 0xB2 or 0xB3 or 0xB9 or (>= 0x2070 and <= 0x209F);
        if (value is > 0 and < 1)
        {
            // "1½" is one number, "½" alone needs its zero.
            if (text.Length == 0 || !char.IsAsciiDigit(text[^1])) text.Append('0');
            text.Append(value.ToString("0.##", CultureInfo.InvariantCulture).AsSpan(1));
        }
        else if (raisedOrLowered || value < 0 || value != Math.Floor(value))
        {
            text.Append(rune.ToString());
        }
        else
        {
            // A number in a circle stands for itself: "①squat", "3①".
            text.Append(' ').Append(value.ToString("0", CultureInfo.InvariantCulture)).Append(' ');
        }
    }
}
