using System.Text.Json.Nodes;
using CoachBot.Discord.Rest;

namespace CoachBot.Chat.Discord;

/// <summary>A command list without what a server refused in it: some servers that speak as Discord does know only the older fields.</summary>
internal static class PlainerCommands
{
    /// <summary>What a command works without (Application Commands, "Application Command Structure").</summary>
    private static readonly HashSet<string> Optional = new(StringComparer.Ordinal)
    {
        "contexts", "integration_types", "default_member_permissions", "dm_permission", "nsfw", "name_localizations", "description_localizations",
        "autocomplete", "channel_types", "choices", "min_length", "max_length", "min_value", "max_value",
    };

    /// <returns>Null when no optional field was named, so that a second try would be refused as well.</returns>
    public static byte[]? Without(ReadOnlyMemory<byte> json, IReadOnlyList<FieldError> refused)
    {
        var list = JsonNode.Parse(json.Span)!;
        // A server that does not know a field names it for one command and means it for all.
        var names = refused.Select(error => error.Path.Split('.').FirstOrDefault(Optional.Contains)).OfType<string>().ToHashSet(StringComparer.Ordinal);
        if (names.Count == 0) return null;
        Strip(list, names);
        return System.Text.Encoding.UTF8.GetBytes(list.ToJsonString());
    }

    private static void Strip(JsonNode? node, HashSet<string> names)
    {
        switch (node)
        {
            case JsonArray array:
                foreach (var item in array) Strip(item, names);
                break;
            case JsonObject fields:
                foreach (var name in names) fields.Remove(name);
                foreach (var (_, value) in fields) Strip(value, names);
                break;
        }
    }
}
