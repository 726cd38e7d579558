using System.Text.Json;

namespace CoachBot.Discord.Model;

/// <summary>Writes components of the classic layout (Discord: Component Reference).</summary>
internal static class ComponentJson
{
    public static void WriteList(Utf8JsonWriter json, IReadOnlyList<Component> components)
    {
        json.WriteStartArray("components"u8);
        foreach (var component in components) Write(json, component);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Component component)
    {
        json.WriteStartObject();
        switch (component)
        {
            case ActionRow row:
                json.WriteNumber("type"u8, 1);
                WriteList(json, row.Components);
                break;
            case Button button:
                Write(json, button);
                break;
            case StringSelect select:
                Write(json, select);
                break;
            case TextInput input:
                Write(json, input);
                break;
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Button button)
    {
        json.WriteNumber("type"u8, 2);
        json.WriteNumber("style"u8, (int)button.Style);
        json.WriteString("label"u8, button.Label);
        json.WriteString("custom_id"u8, button.CustomId);
        if (button.Disabled) json.WriteBoolean("disabled"u8, true);
    }

    private static void Write(Utf8JsonWriter json, StringSelect select)
    {
        json.WriteNumber("type"u8, 3);
        json.WriteString("custom_id"u8, select.CustomId);
        json.WriteStartArray("options"u8);
        foreach (var option in select.Options)
        {
            json.WriteStartObject();
            json.WriteString("label"u8, option.Label);
            json.WriteString("value"u8, option.Value);
            if (option.Description is not null) json.WriteString("description"u8, option.Description);
            if (option.Default) json.WriteBoolean("default"u8, true);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (select.Placeholder is not null) json.WriteString("placeholder"u8, select.Placeholder);
    }

    private static void Write(Utf8JsonWriter json, TextInput input)
    {
        json.WriteNumber("type"u8, 4);
        json.WriteString("custom_id"u8, input.CustomId);
        json.WriteNumber("style"u8, input.Paragraph ? 2 : 1);
        json.WriteString("label"u8, input.Label);
        if (input.MinLength is { } min) json.WriteNumber("min_length"u8, min);
        if (input.MaxLength is { } max) json.WriteNumber("max_length"u8, max);
        json.WriteBoolean("required"u8, input.Required);
        if (input.Value is not null) json.WriteString("value"u8, input.Value);
        if (input.Placeholder is not null) json.WriteString("placeholder"u8, input.Placeholder);
    }
}
