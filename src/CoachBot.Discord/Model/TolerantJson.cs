using System.Globalization;
using System.Text.Json;

namespace CoachBot.Discord.Model;

/// <summary>
/// Reading members that may be absent, null or of a wrong type. Asking an absent element for a member gives an absent one.
/// </summary>
internal static class TolerantJson
{
    public static JsonElement Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;

    public static string? Text(this JsonElement element, string name) => element.Member(name).AsText();

    /// <summary>An id or a bit field: digits in a string as documented, or a plain number.</summary>
    public static ulong? Id(this JsonElement element, string name) => element.Member(name).AsId();

    public static long? Whole(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var value) ? value : null;

    public static double? Number(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetDouble(out var value) && double.IsFinite(value)
            ? value
            : null;

    public static string? AsText(this JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.String) return null;
        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            // An escape such as \ud800 alone is valid JSON but no text.
            return null;
        }
    }

    /// <returns>Null where it is no text, such as \ud800 alone.</returns>
    public static string? NameAsText(this JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    public static ulong? AsId(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Number when element.TryGetUInt64(out var number) => number,
        JsonValueKind.String => Digits(element.AsText()),
        _ => null,
    };

    /// <summary>A number that is written with the digits 0 to 9 and nothing else; .NET's own parsing overlooks NULs at the end.</summary>
    public static ulong? Digits(string? text) =>
        text is { Length: > 0 } && !text.AsSpan().ContainsAnyExceptInRange('0', '9')
        && ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <inheritdoc cref="Digits(string?)"/>
    public static ulong? Digits(ReadOnlySpan<byte> text) =>
        text.Length > 0 && !text.ContainsAnyExceptInRange((byte)'0', (byte)'9')
        && ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>A string, long, double or bool; null for anything else.</summary>
    public static object? Plain(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.AsText(),
        JsonValueKind.Number when element.TryGetInt64(out var whole) => whole,
        JsonValueKind.Number when element.TryGetDouble(out var number) => number,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };
}
