using System.Globalization;
using NodaTime.TimeZones;

namespace CoachBot.Teams.Places;

/// <summary>All places that we know, by all their names.</summary>
internal sealed class Gazetteer
{
    /// <summary>A time has no people of its own; many countries have fewer.</summary>
    private const long PeopleOfATime = 30_000_000;

    /// <summary>Of an area with more than one zone, those are named in which at least one of so many people lives.</summary>
    private const int OneOf = 200;

    private static readonly HashSet<string> OfPlaces = [.. TzdbDateTimeZoneSource.Default.ZoneLocations!.Select(place => place.ZoneId)];
    private static readonly Lazy<Gazetteer> Shared = new(() => new Gazetteer());

    private readonly Dictionary<string, List<Place>> byName = new(StringComparer.Ordinal);

    private Gazetteer()
    {
        foreach (var line in Table.Read("times.tsv"))
        {
            Add(new Place(PlaceKind.Time, line[0], Known(line[1]), PeopleOfATime), Table.Names(line[2]).Prepend(line[0]));
        }
        AddCities();
        AddAreas();
        var ids = TzdbDateTimeZoneSource.Default.GetIds().Where(id => id.Contains('/', StringComparison.Ordinal));
        foreach (var id in ids.Where(id => !id.StartsWith("Etc/", StringComparison.Ordinal)))
        {
            var known = Known(id);
            Add(new Place(PlaceKind.ZoneId, known, known, 0), known == id ? [id, id[(id.LastIndexOf('/') + 1)..]] : [id]);
        }
        Names = [.. byName.Keys.Order(StringComparer.Ordinal)];
    }

    public static Gazetteer Instance => Shared.Value;

    public Areas Areas { get; } = new();

    /// <summary>In the order of their letters.</summary>
    public string[] Names { get; }

    public List<Place> Cities { get; } = [];

    public IReadOnlyList<Place> Of(string name) => byName.TryGetValue(name, out var places) ? places : [];

    /// <summary>Ids that stand for places stay; a link from an older name leads to the newer one.</summary>
    private static string Known(string id) => OfPlaces.Contains(id) || id == "UTC" ? id : TzdbDateTimeZoneSource.Default.CanonicalIdMap[id];

    private void AddCities()
    {
        var others = Table.Read("othernames.tsv").ToDictionary(line => (line[0], line[1]), line => line[2]);
        foreach (var line in Table.Read("cities.tsv"))
        {
            var (name, area) = (line[0], line[1]);
            var people = long.Parse(line[3], CultureInfo.InvariantCulture);
            var city = new Place(PlaceKind.City, $"{name}, {Areas.Label(area)}", Known(line[2]), people, area);
            Cities.Add(city);
            others.Remove((name, area), out var written);
            Add(city, Table.Names(written ?? "").Prepend(name));
        }
        if (others.Count > 0) throw new InvalidOperationException($"There is no city {others.Keys.First()} to have other names.");
    }

    /// <summary>An area is its largest city, once for each time that is kept there, with all the people who keep it.</summary>
    private void AddAreas()
    {
        var inArea = Cities.SelectMany(city => (string[])[city.Area, Areas.Country(city.Area)], (city, code) => (city, code))
            .Distinct().ToLookup(pair => pair.code, pair => pair.city, StringComparer.Ordinal);
        foreach (var names in Areas.Names.GroupBy(named => named.Code, named => named.Name, StringComparer.Ordinal))
        {
            var zones = inArea[names.Key].GroupBy(city => Rhythms.Of(city.ZoneId), StringComparer.Ordinal)
                .Select(group => group.First() with { Kind = PlaceKind.Area, Area = names.Key, People = group.Sum(city => city.People) })
                .OrderByDescending(place => place.People).ToList();
            foreach (var place in zones.Where(place => place.People * OneOf >= zones[0].People)) Add(place, names);
        }
    }

    private void Add(Place place, IEnumerable<string> names)
    {
        foreach (var name in names) Add(PlaceName.Fold(name), place);
    }

    private void Add(string name, Place place)
    {
        if (!byName.TryGetValue(name, out var places)) byName.Add(name, places = new List<Place>(1));
        if (!places.Contains(place)) places.Add(place);
    }
}
