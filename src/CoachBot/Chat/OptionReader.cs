using System.Globalization;

namespace CoachBot.Chat;

/// <summary>
/// Reads a call's options against the command's own declaration. The platform checks them too, but a platform can be wrong, old or not
/// the one we know; what reaches a handler has the declared kind and lies within the declared limits.
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
            else if (option.Required) throw new UserError($"Please fill in {option.Name}: {Lower(option.Description)}.");
        }
        return read;
    }

    private static object Read(OptionSpec option, object value) => option.Kind switch
    {
        OptionKind.Integer => Integer(option, value),
        OptionKind.Text => Text(option, value),
        _ => Snowflake(value) ?? throw Wrong(option, $"should be a {option.Kind.ToString().ToLowerInvariant()} of this server"),
    };

    private static long Integer(OptionSpec option, object value)
    {
        long? number = value switch
        {
            long whole => whole,
            double broken when broken == Math.Floor(broken) && Math.Abs(broken) < 1e15 => (long)broken,
            string text when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => whole,
            _ => null,
        };
        var (min, max) = (option.Min ?? int.MinValue, option.Max ?? int.MaxValue);
        return number >= min && number <= max ? number.Value : throw Wrong(option, $"should be a whole number from {min} to {max}");
    }

    private static string Text(OptionSpec option, object value)
    {
        if (value is not string text) throw Wrong(option, "should be text");
        if (string.IsNullOrWhiteSpace(text)) throw Wrong(option, "is empty");
        if (option.Max is { } max && text.Length > max) throw Wrong(option, $"can be {max} characters long at most");
        return option.Choices.Count == 0 ? text : Chosen(option, text);
    }

    /// <summary>A choice by its value, or by the name that people read: a client that lets them type it sends that.</summary>
    private static string Chosen(OptionSpec option, string text) =>
        (option.Choices.FirstOrDefault(choice => choice.Value == text)
            ?? option.Choices.FirstOrDefault(choice => choice.Name.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase)))?.Value
        ?? throw Wrong(option, "should be one of: " + string.Join(", ", option.Choices.Select(choice => choice.Name)));

    private static object? Snowflake(object value) => value switch
    {
        string text when ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id is > 0 and <= long.MaxValue => id,
        long id and > 0 => (ulong)id,
        _ => null,
    };

    private static UserError Wrong(OptionSpec option, string what) => new($"The option {option.Name} {what}. Nothing was changed.");

    private static string Lower(string text) => char.ToLowerInvariant(text[0]) + text[1..];
}
