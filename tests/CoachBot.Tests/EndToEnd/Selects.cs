using System.Text.Json.Nodes;
using CoachBot.Sandbox;

namespace CoachBot.Tests.EndToEnd;

/// <param name="Default">The value that is shown as picked; null for none.</param>
internal sealed record ShownSelect(string CustomId, IReadOnlyList<string> Values, IReadOnlyList<string> Labels, string? Default);

internal static class Selects
{
    private const int StringSelect = 3;

    /// <summary>The one list on a message.</summary>
    public static ShownSelect Select(this SandboxMessage message)
    {
        var select = Assert.Single(message.Json["components"]!.AsArray().SelectMany(row => row!["components"]!.AsArray()), part => (int)part!["type"]! == StringSelect)!;
        var options = select["options"]!.AsArray();
        return new ShownSelect(
            (string)select["custom_id"]!,
            [.. options.Select(option => (string)option!["value"]!)],
            [.. options.Select(option => (string)option!["label"]!)],
            (string?)options.FirstOrDefault(option => (bool?)option!["default"] == true)?["value"]);
    }

    public static int Rows(this SandboxMessage message) => message.Json["components"] is JsonArray rows ? rows.Count : 0;
}
