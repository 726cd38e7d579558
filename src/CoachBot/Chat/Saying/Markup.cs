using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CoachBot.Runtime;
using NodaTime;

namespace CoachBot.Chat.Saying;

/// <summary>
/// The one place that knows how a text is marked up: strong words, mentions, moments, commands; and how text that a person typed is made harmless, so that it
/// shows as typed, formats nothing and pings nobody. It is Discord's Markdown; another platform translates it where it renders.
/// </summary>
internal static partial class Markup
{
    private const string Special = @"\*_~`|[]<>@";
    private const string SpecialAtTheStart = "#-+";
    private const int LongestQuote = 60;

    public static string Strong(string text) => $"**{text}**";

    public static string Mention(RoleId role) => $"<@&{role.Value}>";

    public static string Mention(ChannelId channel) => $"<#{channel.Value}>";

    /// <summary>Each reader sees it in their own time zone: weekday, date and time.</summary>
    public static string Moment(Instant instant) => $"<t:{instant.ToUnixTimeSeconds()}:F>";

    /// <summary>The time of day alone, in the reader's own zone.</summary>
    public static string TimeOfDay(Instant instant) => $"<t:{instant.ToUnixTimeSeconds()}:t>";

    /// <summary>A command to type; where the platform can, it is one to tap.</summary>
    /// <param name="command">Its full name, and what to fill in: <c>setup zone:</c>.</param>
    public static string Command(string command) => $"`/{command}`";

    /// <summary>Small print.</summary>
    public static string Small(string text) => $"-# {text}";

    /// <summary>
    /// Escapes the characters that Discord gives a meaning, and drops what is invisible or turns the text's direction.
    /// Mentions are broken by the escaped <c>&lt;</c> and <c>@</c>; links by the escaped colon.
    /// </summary>
    /// <param name="typed">Any text, also broken UTF-16.</param>
    public static string Escape(string typed) => EscapeClean(Clean(typed));

    /// <summary>As <see cref="Escape"/>, but what names nobody stays alive: links to channels, emoji of the server, moments.</summary>
    public static string EscapeLine(string typed)
    {
        var clean = Clean(typed);
        var text = new StringBuilder(clean.Length + 16);
        var from = 0;
        foreach (var harmless in Harmless().EnumerateMatches(clean))
        {
            text.Append(EscapeClean(clean[from..harmless.Index])).Append(clean.AsSpan(harmless.Index, harmless.Length));
            from = harmless.Index + harmless.Length;
        }
        return text.Append(EscapeClean(clean[from..])).ToString();
    }

    private static string EscapeClean(string clean)
    {
        var text = new StringBuilder(clean.Length + 16);
        for (var i = 0; i < clean.Length; i++)
        {
            if (HasMeaning(clean, i)) text.Append('\\');
            text.Append(clean[i]);
        }
        return text.ToString();
    }

    [GeneratedRegex(@"<#[0-9]{1,20}>|<a?:\w{2,32}:[0-9]{1,20}>|<t:-?[0-9]{1,12}(?::[tTdDfFR])?>", RegexOptions.CultureInvariant)]
    private static partial Regex Harmless();

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
        return $"“{Escape(clean.Length <= LongestQuote ? clean : Shorten(clean, LongestQuote + 1))}”";
    }

    /// <summary>The beginning of a text with "…" after it, where the whole is longer than fits; no letter is cut in halves.</summary>
    /// <param name="length">In UTF-16 characters, the "…" included.</param>
    public static string Shorten(string text, int length)
    {
        if (text.Length <= length) return text;
        var end = char.IsHighSurrogate(text[length - 2]) ? length - 2 : length - 1;
        return text[..end] + "…";
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
