using System.Text.Json;
using System.Text.Json.Serialization;
using CoachBot.Pictures.Poses;

namespace CoachBot.Exercises;

/// <summary>catalogue.json as it stands (docs/catalogue.schema.json). It is part of the program.</summary>
internal sealed record CatalogueFile(
    string Disclaimer,
    string TwoForTwo,
    string UnderEighteen,
    StopRule StopRule,
    IReadOnlyDictionary<string, string> Supervision,
    IReadOnlyList<Family> Families,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Ambiguous,
    IReadOnlyDictionary<string, Source> Sources,
    IReadOnlyList<CatalogueExercise> Exercises)
{
    public static CatalogueFile Read()
    {
        using var stream = Embedded.Open("catalogue.json");
        return JsonSerializer.Deserialize(stream, CatalogueJson.Default.CatalogueFile)!;
    }
}

/// <param name="Origin">Whether the article names this kind of exercise, or it was added since.</param>
internal sealed record Family(string Id, string Name, Origin Origin);

internal enum Origin
{
    Article,
    Added,
}

internal sealed record StopRule(string Text, IReadOnlyList<string> Sources);

internal sealed record Source(string Citation, string Address);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(CatalogueFile))]
internal sealed partial class CatalogueJson : JsonSerializerContext;

/// <summary>A pose has a form of its own, which the pictures read.</summary>
internal sealed class PoseConverter : JsonConverter<Pose>
{
    public override Pose Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var json = JsonDocument.ParseValue(ref reader);
        return PoseReader.Read(json.RootElement);
    }

    public override void Write(Utf8JsonWriter writer, Pose value, JsonSerializerOptions options) =>
        throw new NotSupportedException("The catalogue is only read.");
}
