using System.Text.Json;

namespace CoachBot.Safety;

/// <summary>Whom to call, by country. Every number stands in <c>helplines.json</c> with the page it was read on and the day.</summary>
internal sealed class HelpLines
{
    private readonly Lazy<Dictionary<string, CountryHelp>> countries = new(Read);

    /// <summary>ISO 3166 codes of the countries whose numbers are known.</summary>
    public IReadOnlyDictionary<string, CountryHelp> Countries => countries.Value;

    /// <param name="country">An ISO 3166 code; null where none is known.</param>
    /// <returns>A country of which no number is confirmed has none here: another country's would be worse than none.</returns>
    public CountryHelp? Of(string? country) => country is null ? null : countries.Value.GetValueOrDefault(country) ?? new CountryHelp(country, null, []);

    private static Dictionary<string, CountryHelp> Read()
    {
        using var document = JsonFields.Embedded("helplines.json");
        return document.RootElement.Map("countries", country => new CountryHelp(
            country.Text("name"),
            Number(country.GetProperty("emergency")),
            country.List("lines", line => new HelpLine(
                line.Text("name"), line.GetProperty("for").As<HelpKind>(), Number(line), line.Text("text")))));
    }

    private static HelpNumber Number(JsonElement json) => new(json.Text("call"), json.Text("page"), json.Text("read"));
}

/// <param name="Emergency">For police, fire and ambulance; null where none is confirmed.</param>
internal sealed record CountryHelp(string Name, HelpNumber? Emergency, IReadOnlyList<HelpLine> Lines);

/// <param name="Text">How to reach it by message; empty when it cannot.</param>
internal sealed record HelpLine(string Name, HelpKind For, HelpNumber Number, string Text);

/// <param name="Call">The number to call, as people of the country write it; empty when it cannot be called.</param>
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
