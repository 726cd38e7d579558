using System.Text.Json;
using System.Text.Json.Serialization;

namespace CoachBot.Pictures.Poses;

/// <summary>Reads a pose as the catalogue writes it.</summary>
public static class PoseReader
{
    /// <exception cref="JsonException">A word or a field that no pose has; its path is in the message.</exception>
    public static Pose Read(JsonElement json) => json.Deserialize(PoseJson.Default.Pose) ?? throw new JsonException("A pose is null.");
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters = [typeof(PairConverter)])]
[JsonSerializable(typeof(Pose))]
internal sealed partial class PoseJson : JsonSerializerContext;

/// <summary>Two sides are written as <c>[right, left]</c>.</summary>
internal sealed class PairConverter : JsonConverter<Pair>
{
    public override Pair Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray) throw new JsonException();
        var pair = new Pair(Next(ref reader), Next(ref reader));
        return reader.Read() && reader.TokenType == JsonTokenType.EndArray ? pair : throw new JsonException();
    }

    public override void Write(Utf8JsonWriter writer, Pair value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(value.Right);
        writer.WriteNumberValue(value.Left);
        writer.WriteEndArray();
    }

    private static float Next(ref Utf8JsonReader reader) => reader.Read() ? reader.GetSingle() : throw new JsonException();
}
