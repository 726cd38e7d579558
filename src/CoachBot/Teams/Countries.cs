using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;
using CoachBot.Teams.Places;
using NodaTime.TimeZones;

namespace CoachBot.Teams;

/// <summary>Countries by their ISO 3166 code and all their names; England, Scotland, Wales and Northern Ireland name theirs.</summary>
internal static class Countries
{
    private const int Offered = 25;

    /// <summary>First in an empty box.</summary>
    private static readonly string[] Common = ["US", "CA", "GB", "IE", "AU", "NZ", "DE", "AT", "CH", "FR", "ES", "MX", "PT", "BR"];

    private static readonly Lazy<Areas> World = new(() => new Areas());

    /// <summary>Other states are left out: "Georgia" is a country here.</summary>
    private static readonly Lazy<ILookup<string, string>> ByName = new(() => World.Value.Names
        .Where(area => area.Code.Length == 2 || area.Code.StartsWith("GB-", StringComparison.Ordinal))
        .ToLookup(area => area.Name, area => Areas.Country(area.Code), StringComparer.Ordinal));

    private static readonly Lazy<HashSet<string>> Codes = new(() => [.. ByName.Value.SelectMany(codes => codes)]);

    /// <param name="code">One of ours, or one that the time zone database alone knows.</param>
    public static string Name(string code) => Codes.Value.Contains(code) ? World.Value.Label(code) : code;

    /// <summary>The country of a zone; null where it belongs to none, such as UTC.</summary>
    public static string? OfZone(string? zoneId) => TzdbDateTimeZoneSource.Default.ZoneLocations!.FirstOrDefault(place => place.ZoneId == zoneId)?.CountryCode;

    /// <exception cref="UserError">There is none, or more than one begins so.</exception>
    public static string Resolve(string typed)
    {
        var wanted = PlaceName.Fold(typed);
        if (ByName.Value[wanted].Distinct(StringComparer.Ordinal).ToList() is [var named]) return named;
        var code = typed.Trim().ToUpperInvariant();
        if (Codes.Value.Contains(code)) return code;
        var found = wanted.Length == 0 ? [] : Suggest(wanted).ToList();
        return found.Count == 1 ? found[0] : throw new UserError(locale => TeamWords.In(locale).UnknownCountry(typed, found.Take(3).Select(Name)));
    }

    /// <summary>Choices for a box in which this was typed.</summary>
    public static IReadOnlyList<Choice> Choices(string typed) => [.. Suggest(PlaceName.Fold(typed)).Take(Offered).Select(code => new Choice(Name(code), code))];

    private static IEnumerable<string> Suggest(string wanted) => wanted.Length == 0
        ? Common
        : ByName.Value
            .Where(name => $" {name.Key}".Contains($" {wanted}", StringComparison.Ordinal))
            .SelectMany(name => name)
            .Distinct(StringComparer.Ordinal)
            .OrderBy(code => !PlaceName.Fold(Name(code)).StartsWith(wanted, StringComparison.Ordinal)).ThenBy(Name, StringComparer.Ordinal);
}
