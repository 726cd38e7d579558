using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;
using CoachBot.Language;
using NodaTime.TimeZones;

namespace CoachBot.Teams;

/// <summary>The countries of the time zone database, by their ISO 3166 code, their English name and what people there call them.</summary>
internal static class Countries
{
    private const int Offered = 25;

    /// <summary>First in an empty box.</summary>
    private static readonly string[] Common = ["US", "CA", "GB", "IE", "AU", "NZ", "DE", "AT", "CH", "FR", "ES", "MX", "PT", "BR"];

    private static readonly Dictionary<string, string> Spoken = new(StringComparer.Ordinal)
    {
        ["usa"] = "US", ["america"] = "US", ["united states of america"] = "US", ["uk"] = "GB", ["united kingdom"] = "GB", ["great britain"] = "GB",
        ["england"] = "GB", ["scotland"] = "GB", ["wales"] = "GB", ["northern ireland"] = "GB", ["deutschland"] = "DE", ["osterreich"] = "AT", ["schweiz"] = "CH",
        ["suisse"] = "CH", ["espana"] = "ES", ["brasil"] = "BR", ["eire"] = "IE", ["aotearoa"] = "NZ",
    };

    private static readonly Lazy<Dictionary<string, string>> Names = new(() => TzdbDateTimeZoneSource.Default.ZoneLocations!
        .GroupBy(place => place.CountryCode, place => place.CountryName, StringComparer.Ordinal)
        .ToDictionary(country => country.Key, country => country.First(), StringComparer.Ordinal));

    /// <param name="code">One of ours.</param>
    public static string Name(string code) => Names.Value.GetValueOrDefault(code, code);

    /// <summary>The country of a zone; null where it belongs to none, such as UTC.</summary>
    public static string? OfZone(string? zoneId) => TzdbDateTimeZoneSource.Default.ZoneLocations!.FirstOrDefault(place => place.ZoneId == zoneId)?.CountryCode;

    /// <exception cref="UserError">There is none, or more than one begins so.</exception>
    public static string Resolve(string typed)
    {
        var wanted = PlainWords.Of(typed);
        if (Names.Value.ContainsKey(typed.Trim().ToUpperInvariant())) return typed.Trim().ToUpperInvariant();
        if (Spoken.TryGetValue(wanted, out var spoken)) return spoken;
        var found = wanted.Length == 0 ? [] : Suggest(wanted).ToList();
        if (found.Find(code => PlainWords.Of(Name(code)) == wanted) is { } exact) return exact;
        return found.Count == 1 ? found[0] : throw new UserError(locale => TeamWords.In(locale).UnknownCountry(typed, found.Take(3).Select(Name)));
    }

    /// <summary>Choices for a box in which this was typed.</summary>
    public static IReadOnlyList<Choice> Choices(string typed) => [.. Suggest(PlainWords.Of(typed)).Take(Offered).Select(code => new Choice(Name(code), code))];

    private static IEnumerable<string> Suggest(string wanted)
    {
        if (wanted.Length == 0) return Common;
        var spoken = Spoken.Where(name => name.Key.StartsWith(wanted, StringComparison.Ordinal)).Select(name => name.Value);
        var named = Names.Value.Where(country => $" {PlainWords.Of(country.Value)}".Contains($" {wanted}", StringComparison.Ordinal)).OrderBy(country => country.Value, StringComparer.Ordinal);
        return spoken.Concat(named.Select(country => country.Key)).Distinct(StringComparer.Ordinal);
    }
}
