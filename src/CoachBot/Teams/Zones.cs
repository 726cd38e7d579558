using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;
using CoachBot.Language;
using NodaTime;
using NodaTime.Text;
using NodaTime.TimeZones;

namespace CoachBot.Teams;

/// <summary>Time zones by their IANA ids. The data comes with NodaTime, so a machine without any is no trouble.</summary>
internal static class Zones
{
    private const int Offered = 25;
    private static readonly ZonedDateTimePattern Clock = ZonedDateTimePattern.CreateWithInvariantCulture("HH:mm", null);

    /// <summary>Where teams of runners are most, so that an empty box offers something.</summary>
    private static readonly string[] Common =
    [
        "America/New_York", "America/Chicago", "America/Denver", "America/Phoenix", "America/Los_Angeles", "America/Anchorage",
        "Pacific/Honolulu", "America/Toronto", "America/Vancouver", "America/Mexico_City", "America/Sao_Paulo", "Europe/London",
        "Europe/Dublin", "Europe/Madrid", "Europe/Paris", "Europe/Berlin", "Europe/Zurich", "Europe/Stockholm", "Africa/Nairobi",
        "Africa/Johannesburg", "Asia/Kolkata", "Asia/Singapore", "Asia/Tokyo", "Australia/Sydney", "Pacific/Auckland",
    ];

    /// <summary>
    /// What people say for the zones of the coasts. As ids of the time zone database some of these are fixed offsets without summer
    /// time, which would be an hour off for half of the year and is never what a coach means.
    /// </summary>
    private static readonly Dictionary<string, string> Spoken = new(StringComparer.Ordinal)
    {
        ["et"] = "America/New_York",
        ["est"] = "America/New_York",
        ["edt"] = "America/New_York",
        ["eastern"] = "America/New_York",
        ["ct"] = "America/Chicago",
        ["cst"] = "America/Chicago",
        ["cdt"] = "America/Chicago",
        ["central"] = "America/Chicago",
        ["mt"] = "America/Denver",
        ["mst"] = "America/Denver",
        ["mdt"] = "America/Denver",
        ["mountain"] = "America/Denver",
        ["pt"] = "America/Los_Angeles",
        ["pst"] = "America/Los_Angeles",
        ["pdt"] = "America/Los_Angeles",
        ["pacific"] = "America/Los_Angeles",
        ["utc"] = "UTC",
        ["z"] = "UTC",
    };

    private static readonly TzdbDateTimeZoneSource Source = TzdbDateTimeZoneSource.Default;

    /// <summary>What is offered: the ids of places, without old aliases, in the order of the alphabet.</summary>
    private static readonly Lazy<string[]> Places = new(() =>
        [.. Source.ZoneLocations!.Select(place => place.ZoneId).Append("UTC").Distinct().Order(StringComparer.Ordinal)]);

    public static DateTimeZone Get(string id) => DateTimeZoneProviders.Tzdb[id];

    /// <summary>The zone that a person means: an id in any case, the city at its end (<c>new york</c>), or what people call it (<c>Eastern</c>).</summary>
    /// <exception cref="UserError">There is none.</exception>
    public static string Resolve(string typed)
    {
        var wanted = Fold(typed);
        if (wanted.Length > 0)
        {
            if (Spoken.TryGetValue(wanted, out var spoken)) return spoken;
            var id = Source.GetIds().FirstOrDefault(id => Fold(id) == wanted && id.Contains('/', StringComparison.Ordinal));
            if (id is not null) return Source.CanonicalIdMap[id];
            var cities = Places.Value.Where(place => City(place) == wanted).ToList();
            if (cities.Count == 1) return cities[0];
        }
        var nearest = Suggest(typed).Take(3).ToList();
        if (nearest.Count == 0) nearest = ["America/New_York", "Europe/London"];
        throw new UserError(locale => TeamWords.In(locale).UnknownZone(typed, nearest));
    }

    /// <summary>Choices for a box in which this was typed, each with its time now.</summary>
    public static IReadOnlyList<Choice> Choices(string typed, Instant now) =>
        [.. Suggest(typed).Take(Offered).Select(id => new Choice(TeamWords.In(Locale.English).ZoneChoice(id, Clock.Format(now.InZone(Get(id)))), id))];

    private static IEnumerable<string> Suggest(string typed)
    {
        var wanted = Fold(typed);
        if (wanted.Length == 0) return Common;
        return Places.Value
            .Select(id => (id, rank: Rank(id, wanted)))
            .Where(found => found.rank < int.MaxValue)
            .OrderBy(found => found.rank).ThenBy(found => Array.IndexOf(Common, found.id) < 0).ThenBy(found => found.id, StringComparer.Ordinal)
            .Select(found => found.id);
    }

    private static int Rank(string id, string wanted)
    {
        var folded = Fold(id);
        if (City(id).StartsWith(wanted, StringComparison.Ordinal)) return 0;
        if (folded.StartsWith(wanted, StringComparison.Ordinal)) return 1;
        return folded.Contains(wanted, StringComparison.Ordinal) ? 2 : int.MaxValue;
    }

    private static string City(string id) => Fold(id[(id.LastIndexOf('/') + 1)..]);

    private static string Fold(string typed) => typed.Trim().ToLowerInvariant().Replace(' ', '_').Replace('-', '_');
}
