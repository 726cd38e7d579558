using System.Text.Json.Nodes;
using CoachBot.Sandbox.Rules;

namespace CoachBot.Sandbox.People;

/// <summary>One field of an open form and what a person may put into it.</summary>
internal sealed record FormFields(JsonObject Json, string Label)
{
    public string CustomId => (string)Json["custom_id"]!;

    public bool Required => (bool?)Json["required"] ?? true;

    private bool IsSelect => (int)Json["type"]! == ComponentType.StringSelect;

    public static IEnumerable<FormFields> In(JsonArray components) =>
        components.OfType<JsonObject>().SelectMany<JsonObject, FormFields>(top => (int)top["type"]! switch
        {
            ComponentType.Label => [new FormFields(top["component"]!.AsObject(), (string)top["label"]!)],
            ComponentType.ActionRow =>
                top["components"]!.AsArray().OfType<JsonObject>().Select(field => new FormFields(field, (string)field["label"]!)),
            _ => [],
        });

    /// <summary>The submitted components, in Discord's response shape.</summary>
    public static JsonArray Filled(JsonArray components, IReadOnlyDictionary<string, string> values)
    {
        var fields = In(components).ToDictionary(field => field.CustomId);
        var stranger = values.Keys.FirstOrDefault(name => !fields.ContainsKey(name));
        if (stranger is not null) throw new Impossible($"The form has no field {stranger}. It has: {string.Join(", ", fields.Keys)}.");
        return new JsonArray([.. components.OfType<JsonObject>().Select(top => (JsonNode)Fill(top))]);

        JsonObject Fill(JsonObject top)
        {
            var filled = new JsonObject { ["type"] = top["type"]!.DeepClone(), ["id"] = top["id"]!.DeepClone() };
            if (top["component"] is JsonObject inner) filled["component"] = fields[(string)inner["custom_id"]!].Value(values);
            if (top["components"] is JsonArray row)
                filled["components"] = new JsonArray(
                    [.. row.Select(field => (JsonNode)fields[(string)field!["custom_id"]!].Value(values))]);
            return filled;
        }
    }

    private JsonObject Value(IReadOnlyDictionary<string, string> values)
    {
        var text = values.TryGetValue(CustomId, out var typed) ? typed : (string?)Json["value"] ?? "";
        var filled = new JsonObject { ["type"] = Json["type"]!.DeepClone(), ["id"] = Json["id"]!.DeepClone(), ["custom_id"] = CustomId };
        if (IsSelect) filled["values"] = Picked(text);
        else filled["value"] = Checked(text);
        return filled;
    }

    // Whitespace alone passes "required", as it does in Discord.
    private string Checked(string text)
    {
        var length = Form.Length(text);
        if (length == 0 && Required) throw new Impossible($"\"{Label}\" is required.");
        var (min, max) = ((int?)Json["min_length"] ?? 0, (int?)Json["max_length"] ?? 4000);
        if (length > max || (length < min && length > 0))
            throw new Impossible($"\"{Label}\" must be {min} to {max} characters long; this has {length}.");
        return text;
    }

    private JsonArray Picked(string text)
    {
        var picked = text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (picked.Length == 0 && Required) throw new Impossible($"\"{Label}\" is required.");
        var known = Json["options"]!.AsArray().Select(option => (string)option!["value"]!).ToList();
        if (picked.FirstOrDefault(value => !known.Contains(value)) is { } wrong)
            throw new Impossible($"\"{Label}\" has no option {wrong}. It has: {string.Join(", ", known)}.");
        if (picked.Length > (int)Json["max_values"]!) throw new Impossible($"\"{Label}\" takes {Json["max_values"]} at most.");
        return new JsonArray([.. picked.Select(value => (JsonNode)value)]);
    }
}
