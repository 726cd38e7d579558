using System.Text.Json;
using System.Text.Json.Serialization;

namespace CoachBot.Safety;

/// <summary>Whom to call, by country. Every number stands in <c>helplines.json</c> with the page it was read on and the day.</summary>
internal sealed class HelpLines
{
    private readonly Lazy<IReadOnlyDictionary<string, CountryHelp>> countries = new(Read);

    /// <summary>ISO 3166 codes of the countries whose numbers are known.</summary>
    public IReadOnlyDictionary<string, CountryHelp> Countries => countries.Value;

    /// <param name="country">An ISO 3166 code; null where none is known.</param>
    /// <returns>A country of which no number is confirmed has none here: another country's would be worse than none.</returns>
    public CountryHelp? Of(string? country) => country is null ? null : countries.Value.GetValueOrDefault(country) ?? new CountryHelp(country, null, []);

    private static IReadOnlyDictionary<string, CountryHelp> Read()
    {
        using var stream = Embedded.Open("helplines.json");
        return JsonSerializer.Deserialize(stream, HelpLinesJson.Default.HelpLinesFile)!.Countries;
    }
}

/// <summary>helplines.json as it stands. It is part of the program.</summary>
internal sealed record HelpLinesFile(IReadOnlyDictionary<string, CountryHelp> Countries);

/// <param name="Emergency">For police, fire and ambulance; null where none is confirmed.</param>
internal sealed record CountryHelp(string Name, HelpNumber? Emergency, IReadOnlyList<HelpLine> Lines);

/// <param name="Call">The number to call, as people of the country write it; empty when it cannot be called.</param>
/// <param name="Text">How to reach it by message; empty when it cannot.</param>
/// <param name="Page">The page on which it was read.</param>
/// <param name="Read">The day on which it was read there.</param>
internal sealed record HelpLine(string Name, HelpKind For, string Call, string Text, string Page, string Read);

/// <param name="Call">The number to call, as people of the country write it.</param>
/// <param name="Page">The page on which it was read.</param>
/// <param name="Read">The day on which it was read there.</param>
internal sealed record HelpNumber(string Call, string Page, string Read);

internal enum HelpKind
{
    /// <summary>Thoughts of suicide, self-harm, any despair.</summary>
    Crisis,

    /// <summary>Children and teenagers, whatever it is about; abuse too.</summary>
    Child,

    /// <summary>Abuse and assault, at any age.</summary>
    Abuse,

    /// <summary>Eating and the body.</summary>
    Eating,
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(HelpLinesFile))]
internal sealed partial class HelpLinesJson : JsonSerializerContext;
