using System.Globalization;
using System.Text;

namespace CoachBot.Language;

/// <summary>
/// Brings what people type to one form, whatever keyboard it came from: what NFKC does to the texts that people type here. Written out,
/// because the runtime normalises nothing without a culture's data (InvariantGlobalization).
/// </summary>
internal static class TypedText
{
    /// <summary>Marks that sit on Latin letters, each with the letters that have one character together with it, and those
    /// characters.</summary>
    private static readonly (char Mark, string Letters, string Composed)[] Accents =
    [
        ('\u0300', "AEIOUaeiouNnWwYy", "ÀÈÌÒÙàèìòùǸǹẀẁỲỳ"),
        ('\u0301', "AEIOUYaeiouyCcLlNnRrSsZzWw", "ÁÉÍÓÚÝáéíóúýĆćĹĺŃńŔŕŚśŹźẂẃ"),
        ('\u0302', "AEIOUaeiouCcGgHhJjSsWwYyZz", "ÂÊÎÔÛâêîôûĈĉĜĝĤĥĴĵŜŝŴŵŶŷẐẑ"),
        ('\u0303', "ANOanoIiUuEeYy", "ÃÑÕãñõĨĩŨũẼẽỸỹ"),
        ('\u0304', "AaEeIiOoUuYy", "ĀāĒēĪīŌōŪūȲȳ"),
        ('\u0306', "AaEeGgIiOoUu", "ĂăĔĕĞğĬĭŎŏŬŭ"),
        ('\u0307', "CcEeGgIZzAaOo", "ĊċĖėĠġİŻżȦȧȮȯ"),
        ('\u0308', "AEIOUaeiouyYWw", "ÄËÏÖÜäëïöüÿŸẄẅ"),
        ('\u030A', "AaUu", "ÅåŮů"),
        ('\u030B', "OoUu", "ŐőŰű"),
        ('\u030C', "CcDdEeNnRrSsTtZzAaIiOoUuGg", "ČčĎďĚěŇňŘřŠšŤťŽžǍǎǏǐǑǒǓǔǦǧ"),
        ('\u0326', "SsTt", "ȘșȚț"),
        ('\u0327', "CcGgKkLlNnRrSsTt", "ÇçĢģĶķĻļŅņŖŗŞşŢţ"),
        ('\u0328', "AaEeIiUuOo", "ĄąĘęĮįŲųǪǫ"),
    ];

    private static readonly Dictionary<(char Letter, char Mark), char> Composed =
        Accents.SelectMany(accent => accent.Letters.Zip(accent.Composed, (letter, composed) => ((letter, accent.Mark), composed)))
            .ToDictionary();

    /// <summary>
    /// Wide forms become narrow and accents sit on their letters, the digits of every script become 0 to 9, and fractions become decimals
    /// ("1½" is 1.5). Raised and lowered digits stay as they are: "10²" must not become 102.
    /// </summary>
    /// <param name="typed">Any text, also broken UTF-16.</param>
    public static string Fold(string typed)
    {
        if (Ascii.IsValid(typed)) return typed;
        var text = new StringBuilder(typed.Length + 8);
        foreach (var rune in typed.EnumerateRunes())
        {
            if (rune.IsAscii) text.Append((char)rune.Value);
            else if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber) text
                .Append((char)('0' + (int)Rune.GetNumericValue(rune)));
            else if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherNumber) AppendNumber(text, rune);
            else if (rune.Value is > 0xFF00 and < 0xFF5F) text.Append((char)(rune.Value - 0xFEE0));
            else if (rune.IsBmp && text.Length > 0
                && Composed.TryGetValue((text[^1], (char)rune.Value), out var letter)) text[^1] = letter;
            else text.Append(rune.Value switch
            {
                0xFB01 => "fi",
                0xFB02 => "fl",
                0xFB00 => "ff",
                0x338F => "kg",
                0x3000 => " ",
                0x212B =>
                "Å",
                0x2044 => "/",
                _ => rune.ToString()
            });
        }
        return text.ToString();
    }

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
