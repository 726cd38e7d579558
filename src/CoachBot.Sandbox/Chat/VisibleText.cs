using System.Text.Json.Nodes;

namespace CoachBot.Sandbox.Chat;

/// <summary>What can be read in a message, and its buttons, from Discord's JSON.</summary>
internal static class VisibleText
{
    public static string Of(JsonObject message)
    {
        var lines = new List<string?> { (string?)message["content"] };
        foreach (var embed in Objects(message["embeds"]))
        {
            lines.Add((string?)embed["author"]?["name"]);
            lines.Add((string?)embed["title"]);
            lines.Add((string?)embed["description"]);
            foreach (var field in Objects(embed["fields"]))
            {
                lines.Add((string?)field["name"]);
                lines.Add((string?)field["value"]);
            }

            lines.Add((string?)embed["footer"]?["text"]);
        }

        foreach (var component in Components(message["components"]))
        {
            lines.Add((string?)component["content"]);
            lines.Add((string?)component["label"]);
            lines.Add((string?)component["placeholder"]);
            foreach (var option in Objects(component["options"]))
            {
                lines.Add((string?)option["label"]);
                lines.Add((string?)option["description"]);
            }
        }

        return string.Join('\n', lines.Where(line => !string.IsNullOrEmpty(line)));
    }

    /// <summary>The text in which mentions count: the content and the text of components, not embeds.</summary>
    public static string Pingable(JsonObject message) =>
        string.Join('\n',
            [(string?)message["content"], .. Components(message["components"]).Select(component => (string?)component["content"])]);

    public static IReadOnlyList<SandboxButton> Buttons(JsonObject message) =>
    [
        .. Components(message["components"]).Where(component => (int?)component["type"] == 2).Select(button => new SandboxButton(
            (string?)button["label"] ?? (string?)button["emoji"]?["name"] ?? "",
            (string?)button["custom_id"],
            (bool?)button["disabled"] ?? false,
            (int)button["style"]!,
            (string?)button["url"])),
    ];

    /// <summary>Every component at every depth, in reading order.</summary>
    public static IEnumerable<JsonObject> Components(JsonNode? list)
    {
        foreach (var component in Objects(list))
        {
            yield return component;
            foreach (var child in Components(component["components"])) yield return child;
            foreach (var single in (string[])["component", "accessory"])
            {
                if (component[single] is not JsonObject inner) continue;
                yield return inner;
            }
        }
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? list) => list is JsonArray array ? array.OfType<JsonObject>() : [];
}
