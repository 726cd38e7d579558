using System.Globalization;

namespace CoachBot.Runtime.Settings;

/// <summary>How a setting's text becomes its value.</summary>
/// <returns>False when the text is none.</returns>
internal delegate bool Reading<T>(string text, out T value);

/// <summary>The ways to read a setting that more than one module needs.</summary>
internal static class Reading
{
    public static bool Whole(string text, out int value) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);

    /// <summary>The text itself, when it is good.</summary>
    public static Reading<string> Text(Func<string, bool> isGood) => (text, out value) => isGood(value = text);

    /// <summary>One of some words, however it is written.</summary>
    public static Reading<string> OneOf(params string[] words) => (text, out value) =>
        (value = words.FirstOrDefault(word => word.Equals(text, StringComparison.OrdinalIgnoreCase))!) is not null;

    /// <summary>An address with one of two schemes, the second of which is for this machine only.</summary>
    public static Reading<Uri> Address(string? anywhere, string onThisMachine) => (text, out value) =>
        Uri.TryCreate(text, UriKind.Absolute, out value!) && (value.Scheme == anywhere || (value.Scheme == onThisMachine && value.IsLoopback));

    /// <summary>May be left empty.</summary>
    public static Reading<T?> Optional<T>(Reading<T> read) where T : class => (text, out value) =>
    {
        value = null;
        if (text.Length == 0) return true;
        var isGood = read(text, out var one);
        value = isGood ? one : null;
        return isGood;
    };
}
