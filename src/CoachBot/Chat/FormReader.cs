namespace CoachBot.Chat;

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
                throw new UserError($"This form has no field {Markdown.Quote(id)} any more. Please open the form again. Nothing was changed.");
            }
            if (!seen.Add(id)) throw Wrong(field, "came twice. Please open the form again");
            if (Read(field, value) is { } text) read[id] = text;
        }
        var missing = spec.Fields.FirstOrDefault(field => field.Required && !seen.Contains(field.Id));
        return missing is null ? read : throw Wrong(missing, "is missing. Please fill it in");
    }

    /// <returns>Null for an optional field that is left empty.</returns>
    private static string? Read(FieldSpec field, string? value)
    {
        if (value is null) throw Wrong(field, "should be text. Please type it again");
        if (string.IsNullOrWhiteSpace(value)) return field.Required ? throw Wrong(field, "is empty. Please fill it in") : null;
        if (value.Length > field.Max) throw Wrong(field, $"can be {field.Max} characters long at most. Please make it shorter");
        return value.Length >= field.Min || field.Min is null ? value : throw Wrong(field, $"needs {field.Min} characters at least. Please write a little more");
    }

    private static UserError Wrong(FieldSpec field, string what) => new($"The field {field.Label} {what}. Nothing was changed.");
}
