using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CoachBot.Testing;

/// <summary>
/// Checks values against JSON Schema (2020-12), for exactly the keywords that Discord's description uses.
/// A keyword it does not know is an error and never silently accepted: a check that skips is worse than none.
/// </summary>
public sealed class JsonSchema(JsonElement document)
{
    private static readonly HashSet<string> Known =
    [
        "$ref", "type", "const", "enum", "format", "pattern", "minLength", "maxLength", "minimum", "maximum",
        "properties", "required", "additionalProperties", "minProperties", "maxProperties",
        "items", "minItems", "maxItems", "uniqueItems", "oneOf", "anyOf", "allOf",
        // These describe and do not constrain.
        "title", "description", "contentEncoding", "x-discord-union", "$schema", "$defs",
    ];

    private static readonly ConcurrentDictionary<string, Regex> Patterns = new();

    /// <exception cref="NotSupportedException">The schema, or one inside it, has a keyword this class does not know.</exception>
    public static void RequireKnownKeywords(JsonElement schema, string at)
    {
        if (schema.ValueKind is JsonValueKind.True or JsonValueKind.False) return;
        foreach (var keyword in schema.EnumerateObject())
        {
            if (!Known.Contains(keyword.Name)) throw new NotSupportedException($"{at}: the schema keyword {keyword.Name} is not known here.");
            var inside = $"{at}/{keyword.Name}";
            switch (keyword.Name)
            {
                case "properties":
                    foreach (var property in keyword.Value.EnumerateObject()) RequireKnownKeywords(property.Value, $"{inside}/{property.Name}");
                    break;
                case "items" or "additionalProperties":
                    RequireKnownKeywords(keyword.Value, inside);
                    break;
                case "oneOf" or "anyOf" or "allOf":
                    foreach (var branch in keyword.Value.EnumerateArray()) RequireKnownKeywords(branch, inside);
                    break;
            }
        }
    }

    public List<string> Problems(JsonElement schema, JsonNode? value)
    {
        var found = new List<Problem>();
        Check(schema, JsonSerializer.SerializeToElement(value), "$", found);
        return [.. found.Select(p => $"{p.At}: {p.What}").Distinct()];
    }

    /// <param name="reference">A reference into this document: <c>#/components/schemas/Embed</c>.</param>
    public JsonElement Resolve(string reference)
    {
        var at = document;
        foreach (var name in reference.TrimStart('#', '/').Split('/')) at = at.GetProperty(name.Replace("~1", "/").Replace("~0", "~"));
        return at;
    }

    private void Check(JsonElement schema, JsonElement value, string at, List<Problem> found)
    {
        if (schema.ValueKind == JsonValueKind.True) return;
        if (schema.ValueKind == JsonValueKind.False)
        {
            found.Add(new(at, "nothing may stand here"));
            return;
        }
        var before = found.Count;
        foreach (var keyword in schema.EnumerateObject())
        {
            var wanted = keyword.Value;
            switch (keyword.Name)
            {
                case "$ref": Check(Resolve(wanted.GetString()!), value, at, found); break;
                case "type": CheckType(wanted, value, at, found); break;
                case "const" when !JsonElement.DeepEquals(wanted, value): found.Add(new(at, $"must be {wanted}, is {Short(value)}", Tag: true)); break;
                case "enum" when !wanted.EnumerateArray().Any(v => JsonElement.DeepEquals(v, value)):
                    found.Add(new(at, $"must be one of {wanted}, is {Short(value)}", Tag: true));
                    break;
                case "allOf": foreach (var part in wanted.EnumerateArray()) Check(part, value, at, found); break;
                case "anyOf" or "oneOf": CheckUnion(keyword.Name, wanted, value, at, found); break;
            }
        }
        // A value of another type gets that one problem and not a trail of others.
        if (found.Count > before && found.Skip(before).Any(p => p.At == at)) return;
        switch (value.ValueKind)
        {
            case JsonValueKind.String: CheckText(schema, value.GetString()!, at, found); break;
            case JsonValueKind.Number: CheckNumber(schema, value, at, found); break;
            case JsonValueKind.Array: CheckArray(schema, value, at, found); break;
            case JsonValueKind.Object: CheckObject(schema, value, at, found); break;
        }
    }

    private static void CheckType(JsonElement wanted, JsonElement value, string at, List<Problem> found)
    {
        var allowed = wanted.ValueKind == JsonValueKind.Array ? wanted.EnumerateArray().Select(t => t.GetString()!).ToArray() : [wanted.GetString()!];
        if (!allowed.Any(t => IsA(t, value))) found.Add(new(at, $"must be {string.Join(" or ", allowed)}, is {Short(value)}"));
    }

    private static bool IsA(string type, JsonElement value) => type switch
    {
        "null" => value.ValueKind == JsonValueKind.Null,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "string" => value.ValueKind == JsonValueKind.String,
        "array" => value.ValueKind == JsonValueKind.Array,
        "object" => value.ValueKind == JsonValueKind.Object,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) && decimal.Truncate(number) == number,
        _ => throw new NotSupportedException($"The type {type} is not known here."),
    };

    /// <summary>
    /// When no branch fits, tells the problems of the one that was most likely meant: first those whose tag
    /// (a constant such as a component's type) fits, then the one with the fewest problems.
    /// </summary>
    private void CheckUnion(string keyword, JsonElement branches, JsonElement value, string at, List<Problem> found)
    {
        var tried = new List<List<Problem>>();
        foreach (var branch in branches.EnumerateArray())
        {
            var problems = new List<Problem>();
            Check(branch, value, at, problems);
            tried.Add(problems);
        }
        var fitting = tried.Count(p => p.Count == 0);
        if (fitting == 1 || (fitting > 1 && keyword == "anyOf")) return;
        if (fitting > 1) found.Add(new(at, $"fits {fitting} of the schemas of which it may fit one"));
        else if (tried.All(p => p is [{ Tag: true } only] && only.At == at))
            found.Add(new(at, $"must be one of {string.Join(", ", branches.EnumerateArray().Select(b => b.TryGetProperty("const", out var c) ? c.ToString() : "..."))}, is {Short(value)}", Tag: true));
        else found.AddRange(tried.OrderBy(p => p.Any(x => x.At == at)).ThenBy(p => p.Any(x => x.Tag && x.At == $"{at}.type")).ThenBy(p => p.Count).First());
    }

    private static void CheckText(JsonElement schema, string text, string at, List<Problem> found)
    {
        var length = text.EnumerateRunes().Count();
        if (Limit(schema, "minLength") is { } min && length < min) found.Add(new(at, $"has {length} characters, at least {min} are wanted"));
        if (Limit(schema, "maxLength") is { } max && length > max) found.Add(new(at, $"has {length} characters, at most {max} are allowed"));
        if (schema.TryGetProperty("pattern", out var pattern)
            && !Patterns.GetOrAdd(pattern.GetString()!, p => new Regex(p, RegexOptions.ECMAScript | RegexOptions.CultureInvariant)).IsMatch(text))
            found.Add(new(at, $"must match {pattern}, is {Short(text)}"));
        if (!schema.TryGetProperty("format", out var format)) return;
        var fits = format.GetString() switch
        {
            "snowflake" => ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _),
            "date-time" => text.Contains('T') && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _),
            "uri" => Uri.TryCreate(text, UriKind.Absolute, out _),
            "nonce" => length <= 25,
            var other => throw new NotSupportedException($"The text format {other} is not known here."),
        };
        if (!fits) found.Add(new(at, $"must be a {format}, is {Short(text)}"));
    }

    private static void CheckNumber(JsonElement schema, JsonElement value, string at, List<Problem> found)
    {
        if (!value.TryGetDecimal(out var number)) return;
        if (schema.TryGetProperty("minimum", out var min) && number < min.GetDecimal()) found.Add(new(at, $"must be at least {min}, is {number}"));
        if (schema.TryGetProperty("maximum", out var max) && number > max.GetDecimal()) found.Add(new(at, $"must be at most {max}, is {number}"));
        if (!schema.TryGetProperty("format", out var format)) return;
        var fits = format.GetString() switch
        {
            "int32" => number is >= int.MinValue and <= int.MaxValue,
            "int64" => number is >= long.MinValue and <= long.MaxValue,
            "double" => true,
            var other => throw new NotSupportedException($"The number format {other} is not known here."),
        };
        if (!fits) found.Add(new(at, $"must be an {format}, is {number}"));
    }

    private void CheckArray(JsonElement schema, JsonElement value, string at, List<Problem> found)
    {
        var length = value.GetArrayLength();
        if (Limit(schema, "minItems") is { } min && length < min) found.Add(new(at, $"has {length} items, at least {min} are wanted"));
        if (Limit(schema, "maxItems") is { } max && length > max) found.Add(new(at, $"has {length} items, at most {max} are allowed"));
        if (schema.TryGetProperty("uniqueItems", out var unique) && unique.GetBoolean())
        {
            var items = value.EnumerateArray().ToArray();
            if (items.Where((item, i) => items.Take(i).Any(other => JsonElement.DeepEquals(other, item))).Any()) found.Add(new(at, "has an item twice"));
        }
        if (!schema.TryGetProperty("items", out var each)) return;
        var index = 0;
        foreach (var item in value.EnumerateArray()) Check(each, item, $"{at}[{index++}]", found);
    }

    private void CheckObject(JsonElement schema, JsonElement value, string at, List<Problem> found)
    {
        var count = value.EnumerateObject().Count();
        if (Limit(schema, "minProperties") is { } min && count < min) found.Add(new(at, $"has {count} properties, at least {min} are wanted"));
        if (Limit(schema, "maxProperties") is { } max && count > max) found.Add(new(at, $"has {count} properties, at most {max} are allowed"));
        if (schema.TryGetProperty("required", out var required))
            foreach (var name in required.EnumerateArray())
                if (!value.TryGetProperty(name.GetString()!, out _)) found.Add(new($"{at}.{name}", "is missing"));
        var described = schema.TryGetProperty("properties", out var properties);
        var others = schema.TryGetProperty("additionalProperties", out var additional);
        foreach (var property in value.EnumerateObject())
        {
            if (described && properties.TryGetProperty(property.Name, out var inner)) Check(inner, property.Value, $"{at}.{property.Name}", found);
            else if (others) Check(additional, property.Value, $"{at}.{property.Name}", found);
        }
    }

    private static int? Limit(JsonElement schema, string keyword) => schema.TryGetProperty(keyword, out var limit) ? limit.GetInt32() : null;

    private static string Short(object value) => $"{value}" is { Length: > 60 } text ? $"{text[..57]}..." : value is JsonElement { ValueKind: JsonValueKind.Null } ? "null" : $"{value}";

    /// <param name="Tag">A constant did not fit, so that another branch of a union is the likelier one.</param>
    private sealed record Problem(string At, string What, bool Tag = false);
}
