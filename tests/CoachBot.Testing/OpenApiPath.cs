using System.Text.Json;

namespace CoachBot.Testing;

/// <summary>One path template of the description, such as <c>/channels/{channel_id}/messages</c>.</summary>
internal sealed class OpenApiPath(string template, JsonElement item)
{
    private readonly string[] parts = Segments(template);

    /// <summary>Splits a path, without the API's prefix, a query and percent signs.</summary>
    public static string[] Segments(string path)
    {
        var bare = path.Split('?', '#')[0].Trim('/');
        if (bare.StartsWith("api/", StringComparison.Ordinal)) bare = bare[4..];
        if (bare.StartsWith("v10/", StringComparison.Ordinal)) bare = bare[4..];
        return [.. bare.Split('/').Select(Uri.UnescapeDataString)];
    }

    public OpenApiOperation? Match(string[] segments, string method)
    {
        if (segments.Length != parts.Length) return null;
        var parameters = new Dictionary<string, string>();
        for (var i = 0; i < segments.Length; i++)
        {
            if (parts[i].StartsWith('{')) parameters[parts[i].Trim('{', '}')] = segments[i];
            else if (parts[i] != segments[i]) return null;
        }
        return item.TryGetProperty(method.ToLowerInvariant(), out var operation) ? new OpenApiOperation(item, operation, parameters) : null;
    }
}

/// <param name="Member">The operation as described.</param>
/// <param name="Parameters">The path's parameters as they stand in the concrete path.</param>
internal sealed record OpenApiOperation(JsonElement Item, JsonElement Member, IReadOnlyDictionary<string, string> Parameters)
{
    public JsonElement? ParameterSchema(string name)
    {
        foreach (var owner in (JsonElement[])[Member, Item])
        {
            if (!owner.TryGetProperty("parameters", out var described)) continue;
            foreach (var parameter in described.EnumerateArray())
                if (parameter.GetProperty("in").ValueEquals("path") && parameter.GetProperty("name").ValueEquals(name))
                    return parameter.GetProperty("schema");
        }
        return null;
    }
}
