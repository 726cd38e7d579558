using System.Text.Json.Nodes;
using CoachBot.Sandbox;

namespace CoachBot.Tests.EndToEnd;

/// <param name="Default">The value that is shown as picked; null for none.</param>
internal sealed record ShownSelect(string CustomId, IReadOnlyList<string> Values, IReadOnlyList<string> Labels, string? Default);

internal static class ShownSelects
{
    private const int StringSelect = 3;

    /// <summary>The one list on a message.</summary>
    public static ShownSelect Select(this SandboxMessage message) => Assert.Single(message.Selects());

    /// <summary>The lists on a message.</summary>
    public static IEnumerable<ShownSelect> Selects(this SandboxMessage message) =>
        from row in message.Json["components"]!.AsArray()
        from part in row!["components"]!.AsArray()
        where (int)part!["type"]! == StringSelect
        let options = part["options"]!.AsArray()
        select new ShownSelect(
            (string)part["custom_id"]!,
            [.. options.Select(option => (string)option!["value"]!)],
            [.. options.Select(option => (string)option!["label"]!)],
            (string?)options.FirstOrDefault(option => (bool?)option!["default"] == true)?["value"]);

    public static int Rows(this SandboxMessage message) => message.Json["components"] is JsonArray rows ? rows.Count : 0;
}
