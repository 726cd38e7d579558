using System.Text.Json;

namespace CoachBot.Discord.Model;

/// <summary>Writes the body of an interaction callback (Discord: Receiving and Responding, "Interaction Response Object").</summary>
internal static class ResponseJson
{
    public static void Write(Utf8JsonWriter json, InteractionResponse response)
    {
        json.WriteStartObject();
        switch (response)
        {
            case InteractionResponse.Message message:
                Open(json, 4);
                MessageJson.WriteMembers(json, message.Body, editing: false);
                json.WriteEndObject();
                break;
            case InteractionResponse.DeferMessage defer:
                Open(json, 5);
                if (defer.Ephemeral) json.WriteNumber("flags"u8, (int)MessageFlags.Ephemeral);
                json.WriteEndObject();
                break;
            case InteractionResponse.UpdateMessage update:
                Open(json, 7);
                MessageJson.WriteMembers(json, update.Body, editing: true);
                json.WriteEndObject();
                break;
            case InteractionResponse.Autocomplete suggestions:
                Open(json, 8);
                Write(json, suggestions.Choices);
                json.WriteEndObject();
                break;
            case InteractionResponse.Modal modal:
                Open(json, 9);
                Write(json, modal);
                json.WriteEndObject();
                break;
        }

        json.WriteEndObject();
    }

    public static MessageBody? BodyOf(InteractionResponse response) => response switch
    {
        InteractionResponse.Message m => m.Body,
        InteractionResponse.UpdateMessage u => u.Body,
        _ => null,
    };

    private static void Open(Utf8JsonWriter json, int type)
    {
        json.WriteNumber("type"u8, type);
        json.WriteStartObject("data"u8);
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<AutocompleteChoice> choices)
    {
        json.WriteStartArray("choices"u8);
        foreach (var choice in choices)
        {
            json.WriteStartObject();
            json.WriteString("name"u8, choice.Name);
            json.WriteString("value"u8, choice.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, InteractionResponse.Modal modal)
    {
        json.WriteString("custom_id"u8, modal.CustomId);
        json.WriteString("title"u8, modal.Title);
        ComponentJson.WriteList(json, [.. modal.Inputs.Select(input => new ActionRow([input]))]);
    }
}
