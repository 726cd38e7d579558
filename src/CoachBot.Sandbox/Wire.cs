using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CoachBot.Sandbox;

/// <summary>JSON as it goes over the wire: letters stay letters, and a field that is there twice is an error.</summary>
internal static class Wire
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public static string ToText(this JsonNode node) => node.ToJsonString(Plain);

    /// <exception cref="JsonException">It is not JSON.</exception>
    public static JsonNode? Parse(string text) => JsonNode.Parse(text, documentOptions: Strict);

    /// <exception cref="JsonException">It is not JSON.</exception>
    public static JsonNode? Parse(ReadOnlySpan<byte> utf8) => JsonNode.Parse(utf8, documentOptions: Strict);
}
