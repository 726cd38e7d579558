using System.Text.Json.Nodes;
using CoachBot.Sandbox.Rules;

namespace CoachBot.Sandbox.People;

/// <summary>Checks what a person picked in a select of a message.</summary>
internal static class SelectCheck
{
    public static JsonArray Picked(JsonObject select, IReadOnlyList<string> values, Resolved resolved)
    {
        var (min, max) = ((int)select["min_values"]!, (int)select["max_values"]!);
        if (values.Count < min || values.Count > max) throw new Impossible($"Pick {min} to {max} values; these are {values.Count}.");
        return new JsonArray([.. values.Select(value => (JsonNode)Checked(select, value, resolved))]);
    }

    private static string Checked(JsonObject select, string value, Resolved resolved)
    {
        var found = (int)select["type"]! switch
        {
            ComponentType.StringSelect => select["options"]!.AsArray().Any(option => (string)option!["value"]! == value) ? value : null,
            ComponentType.UserSelect => resolved.User(value)?.ToString(),
            ComponentType.RoleSelect => resolved.Role(value)?.ToString(),
            ComponentType.MentionableSelect => (resolved.User(value) ?? resolved.Role(value))?.ToString(),
            _ => resolved.Channel(value, select["channel_types"])?.ToString(),
        };
        return found ?? throw new Impossible($"{value} is not among the values one can pick.");
    }
}
