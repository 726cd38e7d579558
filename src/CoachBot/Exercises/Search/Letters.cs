using System.Globalization;

namespace CoachBot.Exercises.Search;

/// <summary>
/// One form for letters that people mean alike: without accents, in ordinary width, small. "Élévation", "elevation" and "ＥＬＥＶＡＴＩＯＮ" are one word.
/// The runtime's own normal forms do nothing here: the program knows no cultures.
/// </summary>
internal static class Letters
{
    /// <summary>Latin letters with something on them, each group after the letters that it is typed as on a keyboard without them.</summary>
    private static readonly Dictionary<char, string> Plain = Read(
        "a:àáâãäåāăą c:çćč d:ďđð e:èéêëēĕėęě g:ğģ h:ħ i:ìíîïĩīįı j:ĵ k:ķ l:ĺļľł n:ñńņňŋ o:òóôõöøōŏő r:ŕŗř s:śşšș t:ţťț u:ùúûüũūŭůűų w:ŵ y:ýÿŷ z:źżž ae:æ oe:œ ss:ß th:þ fi:ﬁ fl:ﬂ");

    /// <summary>The letter or digit as small letters without accents; null where it only sits on the letter before.</summary>
    public static string? Fold(char c)
    {
        if (char.IsAscii(c)) return Ascii(c);
        if (c is >= '！' and <= '～') return Ascii((char)(c - '！' + '!'));
        if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark) return null;
        if (CharUnicodeInfo.GetDecimalDigitValue(c) is >= 0 and var digit) return Ascii((char)('0' + digit));
        var small = char.ToLowerInvariant(c);
        return Plain.TryGetValue(small, out var plain) ? plain : small.ToString();
    }

    private static readonly string[] Small = [.. Enumerable.Range(0, 128).Select(c => char.ToLowerInvariant((char)c).ToString())];

    private static string Ascii(char c) => Small[c];

    private static Dictionary<char, string> Read(string groups) => groups.Split(' ')
        .Select(group => group.Split(':'))
        .SelectMany(group => group[1].Select(letter => (letter, group[0])))
        .ToDictionary(pair => pair.letter, pair => pair.Item2);
}
