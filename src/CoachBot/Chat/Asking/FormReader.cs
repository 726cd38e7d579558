using CoachBot.Chat.Saying;

namespace CoachBot.Chat.Asking;

/// <summary>
/// Reads what came of a form against the form's own declaration. The chat platform promises little about it (white space passes as filled
/// in, ids and values are the client's word), so what reaches a handler has every required field once, with text of the declared length.
/// </summary>
internal static class FormReader
{
    /// <param name="raw">Fields by id in the order they came; a value that is no text is null.</param>
    /// <returns>The fields that were filled in, by id.</returns>
    /// <exception cref="UserError">Names the field that is missing or cannot be used.</exception>
    public static IReadOnlyDictionary<string, string> Read(FormSpec spec, IReadOnlyList<KeyValuePair<string, string?>> raw)
    {
        var read = new Dictionary<string, string>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (id, value) in raw)
        {
            if (spec.Fields.FirstOrDefault(field => field.Id == id) is not { } field)
            {
                throw Wrong(words => words.FieldIsGone(id));
            }
            if (!seen.Add(id)) throw Wrong(words => words.FieldCameTwice(field.Label));
            if (Read(field, value) is { } text) read[id] = text;
        }
        var missing = spec.Fields.FirstOrDefault(field => field.Required && !seen.Contains(field.Id));
        return missing is null ? read : throw Wrong(words => words.FieldIsMissing(missing.Label));
    }

    /// <returns>Null for an optional field that is left empty.</returns>
    private static string? Read(FieldSpec field, string? value)
    {
        if (value is null) throw Wrong(words => words.FieldIsNoText(field.Label));
        if (string.IsNullOrWhiteSpace(value)) return field.Required ? throw Wrong(words => words.FieldIsEmpty(field.Label)) : null;
        if (value.Length > field.Max) throw Wrong(words => words.FieldIsTooLong(field.Label, field.Max));
        return value.Length < field.Min ? throw Wrong(words => words.FieldIsTooShort(field.Label, field.Min.Value)) : value;
    }

    private static UserError Wrong(Func<ChatWords, string> say) => new(locale => say(ChatWords.In(locale)));
}
