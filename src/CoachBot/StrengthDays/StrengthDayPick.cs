using System.Globalization;
using System.Text.RegularExpressions;
using CoachBot.Chat.Saying;
using CoachBot.Language;

namespace CoachBot.StrengthDays;

/// <summary>Which of a team's strength days is meant: by its number ("1", "#1", "No. 1"), or by what the suggestions and the list say of it.</summary>
internal static partial class StrengthDayPick
{
    /// <exception cref="UserError">None of them, or several.</exception>
    public static StrengthDay Read(string typed, IReadOnlyList<StrengthDay> days)
    {
        var text = TypedText.Plain(typed).Trim();
        if (Numbered().Match(text) is { Success: true } match
            && int.TryParse(match.Groups["n"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            var day = days.FirstOrDefault(day => day.Number == number) ?? throw new UserError(locale => StrengthDayWords.In(locale).NoSuchNumber(number));
            // A suggestion that was copied some time ago may name another one by now.
            var rest = Words(match.Groups["rest"].Value);
            return rest.Count == 0 || Has(day, rest) ? day : throw new UserError(locale => StrengthDayWords.In(locale).IsAnother(day));
        }
        return Fitting(typed, days) switch
        {
            [var only] when text.Length > 0 => only,
            [] => throw new UserError(locale => StrengthDayWords.In(locale).NoSuchDay(typed)),
            var several => throw new UserError(locale => StrengthDayWords.In(locale).SeveralDays(typed, several)),
        };
    }

    /// <summary>Those whose line has all the words in it.</summary>
    public static IReadOnlyList<StrengthDay> Fitting(string typed, IReadOnlyList<StrengthDay> days)
    {
        var words = Words(TypedText.Plain(typed));
        return [.. days.Where(day => Has(day, words))];
    }

    private static bool Has(StrengthDay day, IReadOnlyList<string> words)
    {
        var line = Words(TypedText.Plain(StrengthDayWords.In(Locale.English).Label(day)));
        return words.All(word => line.Any(other => other.StartsWith(word, StringComparison.Ordinal)));
    }

    private static IReadOnlyList<string> Words(string text) => [.. Word().Matches(text).Select(word => word.Value)];

    [GeneratedRegex(@"^(?:no|nr|num|number|n)?[\s.#°o]*(?<n>(?>\d{1,6}))(?![:.]?\d)(?<rest>.*)$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"[\p{L}\p{N}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
