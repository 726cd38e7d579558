using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CoachBot.Sandbox.Rules;

/// <summary>
/// Reads one JSON object that a bot sent. A field that is absent or null reads as null; a field of the wrong kind or outside its limits
/// is noted under its path and reads as null too, so that one answer names everything that is wrong.
/// </summary>
internal sealed class Form(JsonObject json, string path, FormErrors errors)
{
    public JsonObject Json => json;

    public bool Has(string name) => json[name] is not null;

    /// <summary>Something is there; many libraries send an empty list where they mean nothing.</summary>
    public bool HasAny(string name) => json[name] is not (null or JsonArray { Count: 0 });

    public void Refuse(string name, string code, string message) => errors.Add(At(name), code, message);

    public string? Text(string name, int max, int min = 0, bool required = false)
    {
        if (json[name] is not { } node) return Missing<string>(name, required);
        if (node is not JsonValue value || value.GetValueKind() != JsonValueKind.String)
        {
            Refuse(name, "STRING_TYPE_CONVERT", "Could not interpret as string.");
            return null;
        }

        var text = value.GetValue<string>();
        var length = Length(text);
        if (min == 1 && length == 0) Refuse(name, "BASE_TYPE_REQUIRED", "This field is required");
        else if (length < min || length > max)
        {
            if (min > 0) Refuse(name, "BASE_TYPE_BAD_LENGTH", $"Must be between {min} and {max} in length.");
            else Refuse(name, "BASE_TYPE_MAX_LENGTH", $"Must be {max} or fewer in length.");
        }

        return text;
    }

    public long? Whole(string name, long min, long max, bool required = false)
    {
        if (json[name] is not { } node) return MissingValue(name, required);
        if (node is not JsonValue value || value.GetValueKind() != JsonValueKind.Number
            || !long.TryParse(value.ToJsonString(), out var number))
        {
            Refuse(name, "NUMBER_TYPE_COERCE", $"Value \"{Short(node)}\" is not int.");
            return null;
        }

        if (number < min) Refuse(name, "NUMBER_TYPE_MIN", $"int value should be greater than or equal to {min}.");
        else if (number > max) Refuse(name, "NUMBER_TYPE_MAX", $"int value should be less than or equal to {max}.");
        else return number;
        return null;
    }

    public double? Number(string name)
    {
        if (json[name] is not { } node) return null;
        if (node is JsonValue value && value.GetValueKind() == JsonValueKind.Number)
            return double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture);
        Refuse(name, "NUMBER_TYPE_COERCE", $"Value \"{Short(node)}\" is not float.");
        return null;
    }

    public bool? Flag(string name)
    {
        if (json[name] is not { } node) return null;
        if (node.GetValueKind() is JsonValueKind.True or JsonValueKind.False) return node.GetValue<bool>();
        Refuse(name, "BOOLEAN_TYPE_CONVERT", "Must be either true or false.");
        return null;
    }

    /// <summary>A whole number out of a closed set, such as a type.</summary>
    public int? OneOf(string name, IReadOnlyList<int> allowed, bool required = true)
    {
        if (Whole(name, long.MinValue, long.MaxValue, required) is not { } number) return null;
        if (number is >= 0 and <= int.MaxValue && allowed.Contains((int)number)) return (int)number;
        Refuse(name, "BASE_TYPE_CHOICES", $"Value must be one of {{{string.Join(", ", allowed)}}}.");
        return null;
    }

    public ulong? Id(string name, bool required = false)
    {
        if (json[name] is not { } node) return MissingId(name, required);
        if (AsId(node) is { } id) return id;
        Refuse(name, "NUMBER_TYPE_COERCE", $"Value \"{Short(node)}\" is not snowflake.");
        return null;
    }

    public Form? Object(string name, bool required = false)
    {
        if (json[name] is not { } node) return Missing<Form>(name, required);
        if (node is JsonObject child) return new Form(child, At(name), errors);
        Refuse(name, "DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType");
        return null;
    }

    /// <summary>The array's nodes; an empty list where there is none.</summary>
    public IReadOnlyList<JsonNode?> List(string name, int max, int min = 0, bool required = false)
    {
        if (json[name] is not { } node)
        {
            if (required) Missing<string>(name, required);
            return [];
        }

        if (node is not JsonArray array)
        {
            Refuse(name, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
            return [];
        }

        if (array.Count < min || array.Count > max)
            Refuse(name, "BASE_TYPE_BAD_LENGTH", $"Must be between {min} and {max} in length.");
        return [.. array];
    }

    public IReadOnlyList<Form> Objects(string name, int max, int min = 0, bool required = false)
    {
        var forms = new List<Form>();
        var nodes = List(name, max, min, required);
        for (var i = 0; i < nodes.Count; i++)
        {
            if (nodes[i] is JsonObject child) forms.Add(new Form(child, At($"{name}.{i}"), errors));
            else Refuse($"{name}.{i}", "DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType");
        }

        return forms;
    }

    /// <summary>An id may be a string or a whole number on the wire.</summary>
    public static ulong? AsId(JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() is JsonValueKind.String or JsonValueKind.Number
        && ulong.TryParse(node.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <summary>Discord counts code points, not UTF-16 units.</summary>
    public static int Length(string text) => text.EnumerateRunes().Count();

    private string At(string name) => path.Length == 0 ? name : $"{path}.{name}";

    private T? Missing<T>(string name, bool required)
        where T : class
    {
        if (required) Refuse(name, "BASE_TYPE_REQUIRED", "This field is required");
        return null;
    }

    private long? MissingValue(string name, bool required)
    {
        Missing<string>(name, required);
        return null;
    }

    private ulong? MissingId(string name, bool required)
    {
        Missing<string>(name, required);
        return null;
    }

    private static string Short(JsonNode node)
    {
        var text = node.ToString();
        return text.Length <= 40 ? text : new StringBuilder(text, 0, 40, 43).Append("...").ToString();
    }
}
