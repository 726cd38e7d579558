using System.Globalization;
using CoachBot.Chat.Saying;
using CoachBot.Language;
using CoachBot.Runtime;

namespace CoachBot.Chat.Asking;

/// <summary>
/// Reads a call's options against the command's own declaration. The platform checks them too, but a platform can be wrong, old or not
/// the one we know; what reaches a handler has the declared kind and lies within the declared limits, and its text is in the characters of an
/// ordinary keyboard.
/// </summary>
internal static class OptionReader
{
    /// <param name="raw">Values as they came: text, whole or broken numbers, or something else.</param>
    /// <exception cref="UserError">Names the option that is missing or cannot be used.</exception>
    public static IReadOnlyDictionary<string, object> Read(CommandSpec spec, IEnumerable<KeyValuePair<string, object?>> raw)
    {
        var given = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, value) in raw) given[name] = value;

        var read = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var option in spec.Options)
        {
            if (given.GetValueOrDefault(option.Name) is { } value) read[option.Name] = Read(option, value);
            else if (option.Required) throw new UserError(locale => ChatWords.In(locale).Fill(option.Name, option.Description));
        }
        return read;
    }

    private static object Read(OptionSpec option, object value) => option.Kind switch
    {
        OptionKind.Integer => Integer(option, value),
        OptionKind.Text => Text(option, value),
        OptionKind.Role => new RoleId(Id(option, value)),
        _ => new ChannelId(Id(option, value)),
    };

    private static long Integer(OptionSpec option, object value)
    {
        long? number = value switch
        {
            long whole => whole,
            double broken when broken == Math.Floor(broken) && Math.Abs(broken) < 1e15 => (long)broken,
            string text when long.TryParse(TypedText.Fold(text).Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => whole,
            _ => null,
        };
        var (min, max) = (option.Min ?? int.MinValue, option.Max ?? int.MaxValue);
        return number >= min && number <= max ? number.Value : throw Wrong(words => words.OptionIsNoNumber(option.Name, min, max));
    }

    private static string Text(OptionSpec option, object value)
    {
        if (value is not string text) throw Wrong(words => words.OptionIsNoText(option.Name));
        if (string.IsNullOrWhiteSpace(text)) throw Wrong(words => words.OptionIsEmpty(option.Name));
        if (option.Max is { } max && text.Length > max) throw Wrong(words => words.OptionIsTooLong(option.Name, max));
        if (option.ShownAsTyped) return text;
        var folded = TypedText.Fold(text);
        return option.Choices.Count == 0 ? folded : Chosen(option, folded);
    }

    /// <summary>A choice by its value, or by the name that people read: a client that lets them type it sends that.</summary>
    private static string Chosen(OptionSpec option, string text) =>
        (option.Choices.FirstOrDefault(choice => choice.Value == text)
            ?? option.Choices.FirstOrDefault(choice => choice.Name.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase)))?.Value
        ?? throw Wrong(words => words.OptionIsNotOneOf(option.Name, option.Choices.Select(choice => choice.Name)));

    /// <summary>Ids are decimal digits and nothing else: not a sign, a space or a trailing NUL.</summary>
    private static ulong Id(OptionSpec option, object value) => value switch
    {
        string text when text.All(char.IsAsciiDigit)
            && ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id is > 0 and <= long.MaxValue => id,
        long id and > 0 => (ulong)id,
        _ => throw Wrong(words => words.OptionIsNotHere(option.Name, words.KindOf(option.Kind == OptionKind.Role))),
    };

    private static UserError Wrong(Func<ChatWords, string> say) => new(locale => say(ChatWords.In(locale)));
}
