namespace CoachBot.Safety;

/// <summary>Whom to call, by country. Every number stands in <c>helplines.json</c> with the page it was read on and the day.</summary>
internal sealed class HelpLines
{
    private readonly Lazy<Dictionary<string, CountryHelp>> countries = new(Read);

    /// <summary>ISO 3166 codes of the countries whose numbers are known.</summary>
    public IReadOnlyDictionary<string, CountryHelp> Countries => countries.Value;

    /// <param name="country">An ISO 3166 code; null where none is known.</param>
    public CountryHelp? Of(string? country) => country is null ? null : countries.Value.GetValueOrDefault(country);

    private static Dictionary<string, CountryHelp> Read()
    {
        using var document = JsonFields.Embedded("helplines.json");
        return document.RootElement.Map("countries", country => new CountryHelp(
            country.Text("name"),
            country.Text("emergency"),
            country.List("lines", line => new HelpLine(
                line.Text("name"), line.GetProperty("for").As<HelpKind>(), line.Text("call"), line.Text("text"), line.Text("page")))));
    }

}

/// <param name="Emergency">The number for police, fire and ambulance.</param>
internal sealed record CountryHelp(string Name, string Emergency, IReadOnlyList<HelpLine> Lines);

/// <param name="Call">The number to call, as people of the country write it; empty when it cannot be called.</param>
/// <param name="Text">How to reach it by message; empty when it cannot.</param>
/// <param name="Page">The publisher's own page.</param>
internal sealed record HelpLine(string Name, HelpKind For, string Call, string Text, string Page);

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
