using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CoachBot.Sandbox;

/// <summary>
/// JSON as it goes over the wire: letters stay letters; a field that is there twice, or a text that is none, is an error.
/// </summary>
internal static class Wire
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public static string ToText(this JsonNode node) => node.ToJsonString(Plain);

    /// <exception cref="JsonException">It is not JSON.</exception>
    public static JsonNode? Parse(string text) => Parse(Encoding.UTF8.GetBytes(text));

    /// <exception cref="JsonException">It is not JSON.</exception>
    public static JsonNode? Parse(ReadOnlySpan<byte> utf8)
    {
        ReadEveryText(utf8);
        return JsonNode.Parse(utf8, documentOptions: Strict);
    }

    // The parser takes half a surrogate pair and bytes that are no UTF-8, and fails only when somebody reads that text. The door is the
    // place to say so, not the room that reads it.
    private static void ReadEveryText(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName) reader.GetString();
            }
        }
        catch (InvalidOperationException problem)
        {
            throw new JsonException("A text in it is no Unicode.", problem);
        }
    }
}
