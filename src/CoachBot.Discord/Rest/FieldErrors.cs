using System.Text.Json;
using CoachBot.Discord.Model;

namespace CoachBot.Discord.Rest;

/// <summary>
/// Reads what is wrong with a body that was refused: a tree as the body's, with a list <c>_errors</c> at each field that is
/// at fault (Discord: Reference, "Error Messages").
/// </summary>
internal static class FieldErrors
{
    /// <summary>One fault can come once for each of a hundred commands.</summary>
    private const int Most = 20;
    private const int LongestName = 100;

    public static IReadOnlyList<FieldError> Read(JsonElement answer)
    {
        var found = new List<FieldError>();
        Collect(answer.Member("errors"), "", found);
        return found;
    }

    private static void Collect(JsonElement node, string path, List<FieldError> found)
    {
        if (node.ValueKind == JsonValueKind.Array) Add(node, path, found);
        if (node.ValueKind != JsonValueKind.Object) return;
        foreach (var member in node.EnumerateObject())
        {
            if (found.Count == Most) return;
            if (member.NameEquals("_errors"u8)) Collect(member.Value, path, found);
            else if (member.NameAsText() is { } name && IsName(name)) Collect(member.Value, path.Length == 0 ? name : $"{path}.{name}", found);
        }
    }

    private static void Add(JsonElement errors, string path, List<FieldError> found)
    {
        if (errors.GetArrayLength() == 0) return;
        var error = errors[0];
        var code = error.Text("code") is { } given && IsName(given) ? given : "";
        // The list may also hold plain sentences.
        if (path.Length + code.Length > 0) found.Add(new FieldError(path, code, error.Text("message") ?? error.AsText() ?? ""));
    }

    /// <summary>A name or a code of the protocol's own, which may be logged; nothing that a person can have typed.</summary>
    private static bool IsName(string text) =>
        text.Length is > 0 and <= LongestName && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');
}
