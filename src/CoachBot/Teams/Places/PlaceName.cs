using System.Text.RegularExpressions;
using CoachBot.Language;

namespace CoachBot.Teams.Places;

/// <summary>The form in which names of places are compared: plain words, abbreviations and little words as one.</summary>
internal static partial class PlaceName
{
    private static readonly Dictionary<string, string> Written = new(StringComparer.Ordinal)
    {
        ["saint"] = "st",
        ["sainte"] = "ste",
        ["fort"] = "ft",
        ["mount"] = "mt",
        ["and"] = "",
        ["the"] = "",
        ["of"] = "",
    };

    private static readonly HashSet<string> OfClocks = ["time", "times", "timezone", "zone", "tz", "clock", "local", "in"];

    private static readonly HashSet<string> OfSeasons = ["standard", "daylight", "savings", "saving", "summer", "winter"];

    /// <param name="typed">Any text, also one that a list showed, with the time there.</param>
    public static string Fold(string typed)
    {
        var words = TypedText.Words(ShownClock().Replace(typed, "")).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2) return string.Concat(words);
        var text = new List<string>(words.Length);
        var lettersBefore = false;
        foreach (var word in words)
        {
            // "D.C." and "N. Y." are DC and NY.
            var letter = word.Length == 1 && char.IsAsciiLetter(word[0]);
            if (letter && lettersBefore) text[^1] += word;
            else if (Written.GetValueOrDefault(word, word) is { Length: > 0 } plain) text.Add(plain);
            lettersBefore = letter;
        }
        return string.Join(' ', text.Count == 0 ? words : [.. text]);
    }

    /// <summary>The same with fewer and fewer of the words that people put around a name: "Eastern Standard Time", "London time".</summary>
    public static IEnumerable<string> Shorter(string folded)
    {
        yield return folded;
        var words = folded.Split(' ');
        var bare = words.Where(word => !OfClocks.Contains(word)).ToArray();
        if (bare.Length is 0) yield break;
        if (bare.Length < words.Length) yield return string.Join(' ', bare);
        var barest = bare.Where(word => !OfSeasons.Contains(word)).ToArray();
        if (barest.Length > 0 && barest.Length < bare.Length) yield return string.Join(' ', barest);
    }

    [GeneratedRegex(@"\s*\([^()]*\d{1,2}:\d{2}[^()]*\)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex ShownClock();
}
