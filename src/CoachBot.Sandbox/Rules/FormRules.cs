using System.Text.Json.Nodes;
using CoachBot.Sandbox.Guilds;

namespace CoachBot.Sandbox.Rules;

/// <summary>
/// Reads a form (Discord: modal): labels with a text input or a string select, text displays, and the old rows with one text input each.
/// Discord: components/using-modal-components.
/// </summary>
internal sealed class FormRules(Snowflakes ids)
{
    private readonly ComponentParts parts = new(ids, new FileReferences([]));

    public JsonObject Read(Form data, FormErrors errors)
    {
        var modal = new JsonObject
        {
            ["custom_id"] = data.Text("custom_id", 100, 1, required: true),
            ["title"] = data.Text("title", 45, 1, required: true),
        };
        var components = new JsonArray();
        foreach (var form in data.Objects("components", 5, 1, required: true))
        {
            if (form.OneOf("type", [ComponentType.ActionRow, ComponentType.TextDisplay, ComponentType.Label]) is { } type)
                components.Add((JsonNode)Top(form, type));
        }

        if (!errors.Any) ComponentParts.NumberThem(components);
        modal["components"] = components;
        return modal;
    }

    private JsonObject Top(Form form, int type)
    {
        var json = New(form, type);
        if (type == ComponentType.TextDisplay)
        {
            json["content"] = form.Text("content", 4000, 1, required: true);
        }
        else if (type == ComponentType.Label)
        {
            json["label"] = form.Text("label", 45, 1, required: true);
            if (form.Text("description", 100) is { Length: > 0 } description) json["description"] = description;
            if (form.Object("component", required: true) is { } inner
                && inner.OneOf("type", [ComponentType.StringSelect, ComponentType.TextInput]) is { } innerType)
            {
                json["component"] = Field(inner, innerType, inRow: false);
            }
        }
        else
        {
            var row = new JsonArray();
            foreach (var child in form.Objects("components", 1, 1, required: true))
            {
                if (child.OneOf("type", [ComponentType.TextInput]) is { } childType)
                    row.Add((JsonNode)Field(child, childType, inRow: true));
            }

            json["components"] = row;
        }

        return json;
    }

    private JsonObject Field(Form form, int type, bool inRow)
    {
        var json = New(form, type);
        if (type == ComponentType.StringSelect)
        {
            if (form.Flag("disabled") == true) form.Refuse("disabled", "BASE_TYPE_NOT_ALLOWED", "Components in a modal cannot be disabled");
            parts.Select(form, json, type);
            json["required"] = form.Flag("required") ?? true;
            return json;
        }

        json["custom_id"] = parts.CustomId(form);
        json["style"] = form.OneOf("style", [1, 2]);
        var label = form.Text("label", 45, inRow ? 1 : 0, required: inRow);
        if (label is not null && !inRow)
            form.Refuse("label", "BASE_TYPE_NOT_ALLOWED", "Inside a label component the text input has no label of its own");
        json["label"] = label;
        if (form.Text("value", 4000) is { } value) json["value"] = value;
        if (form.Text("placeholder", 100) is { Length: > 0 } placeholder) json["placeholder"] = placeholder;
        json["required"] = form.Flag("required") ?? true;
        var (min, max) = (form.Whole("min_length", 0, 4000), form.Whole("max_length", 1, 4000));
        if (min > max) form.Refuse("min_length", "TEXT_INPUT_MIN_LENGTH_TOO_LARGE", "min_length cannot be larger than max_length");
        (json["min_length"], json["max_length"]) = (min is null ? null : (int)min, max is null ? null : (int)max);
        return json;
    }

    private static JsonObject New(Form form, int type) => new() { ["type"] = type, ["id"] = (int)(form.Whole("id", 0, int.MaxValue) ?? 0) };
}
