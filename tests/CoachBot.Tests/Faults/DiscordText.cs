using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CoachBot.Tests.Faults;

/// <summary>What Discord would make of a text: whom it names, where it leads, how it is formatted (Discord: Reference, "Message Formatting").</summary>
internal static partial class DiscordText
{
    /// <summary>Everything in the text that is more than plain words: mentions, timestamps, emojis, links, code, and formatting.</summary>
    public static IReadOnlyList<string> Live(string text)
    {
        var bare = Escaped().Replace(text, "\uE000");
        return [.. Mentions().Matches(bare).Concat(Links().Matches(bare)).Concat(Formats().Matches(bare)).Select(match => match.Value)];
    }

    /// <summary>Mentions, links and what else reaches somebody or leads somewhere. Our own bold words are not among them.</summary>
    public static IReadOnlyList<string> Reaching(string text)
    {
        var bare = Escaped().Replace(text, "\uE000");
        return [.. Mentions().Matches(bare).Concat(Links().Matches(bare)).Select(match => match.Value)];
    }

    /// <summary>Characters that hide, turn the text's direction, are no text at all, or pile up.</summary>
    public static IReadOnlyList<string> Unseemly(string text)
    {
        var found = new List<string>();
        var marks = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) i++;
            else if (char.IsSurrogate(text[i])) found.Add("a lone surrogate");
            var category = CharUnicodeInfo.GetUnicodeCategory(text, char.IsLowSurrogate(text[i]) && i > 0 ? i - 1 : i);
            if (category is UnicodeCategory.Format or UnicodeCategory.PrivateUse || (category == UnicodeCategory.Control && text[i] != '\n'))
                found.Add($"U+{(int)text[i]:X4}");
            marks = category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? marks + 1 : 0;
            if (marks == 9) found.Add("a pile of marks");
        }
        return found;
    }

    [GeneratedRegex(@"\\[^a-zA-Z0-9\s]")]
    private static partial Regex Escaped();

    [GeneratedRegex(@"@everyone|@here|<@[!&]?[0-9]+>|<#[0-9]+>|</[^>]+:[0-9]+>|<a?:\w+:[0-9]+>|<t:-?[0-9]+(:\w)?>|<id:\w+>")]
    private static partial Regex Mentions();

    [GeneratedRegex(@"\[[^\]]*\]\([^)]*\)|\w+://|<mailto:|discord\.gg/(?<=\w+://\S*)")]
    private static partial Regex Links();

    [GeneratedRegex(@"\*|_|~~|\|\||`|^(#{1,3}|-#|>{1,3}|[-*+]|[0-9]+\.)(\s|$)", RegexOptions.Multiline)]
    private static partial Regex Formats();
}
