using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;
using CoachBot.Language;
using CoachBot.Teams.Places;
using NodaTime;
using NodaTime.Text;

namespace CoachBot.Teams;

/// <summary>
/// Time zones by their IANA ids, and by how people name them. The data comes with the program, so a machine without any is no trouble.
/// </summary>
internal static class Zones
{
    private const int Offered = 25;
    private const int Named = 3;
    private static readonly ZonedDateTimePattern Clock = ZonedDateTimePattern.CreateWithInvariantCulture("HH:mm", null);

    /// <summary>Where teams of runners are most, so that an empty box offers something.</summary>
    private static readonly string[] Common =
    [
        "America/New_York", "America/Chicago", "America/Denver", "America/Phoenix", "America/Los_Angeles", "America/Anchorage",
        "Pacific/Honolulu", "America/Toronto", "America/Vancouver", "America/Mexico_City", "America/Sao_Paulo", "Europe/London",
        "Europe/Dublin", "Europe/Madrid", "Europe/Paris", "Europe/Berlin", "Europe/Zurich", "Europe/Stockholm", "Africa/Nairobi",
        "Africa/Johannesburg", "Asia/Kolkata", "Asia/Singapore", "Asia/Tokyo", "Australia/Sydney", "Pacific/Auckland",
    ];

    public static DateTimeZone Get(string id) => DateTimeZoneProviders.Tzdb[id];

    /// <summary>
    /// The zone that a person means: by a city, a state, a country, what people call the time there, an id, or any text that our list
    /// shows.
    /// </summary>
    /// <exception cref="UserError">There is none, or more than one may be meant.</exception>
    public static string Resolve(string typed) => Meant(typed) is [var only]
        ? only.ZoneId
        : throw new UserError(locale => TeamWords.In(locale).ZoneIsAmbiguous(typed, [.. Meant(typed).Select(place => place.Label)]));

    /// <summary>The one place that is meant, or the few that may be: whoever asked is to choose.</summary>
    /// <exception cref="UserError">There is none.</exception>
    public static IReadOnlyList<Place> Meant(string typed)
    {
        var reading = PlaceReader.Read(typed);
        if (reading.Meant is { } place) return [place];
        if (reading.IsOffset)
        {
            var there = reading.Others.Take(2).Select(city => city.Label).ToList();
            throw new UserError(locale => TeamWords.In(locale).ZoneIsAnOffset(typed, there));
        }
        if (reading.Named.Count > 0) return [.. reading.Choices.Take(Named)];
        var nearest = reading.Others.Take(Named).Select(other => other.Label).ToList();
        throw new UserError(locale => TeamWords.In(locale).UnknownZone(typed, nearest));
    }

    /// <summary>Choices for a box in which this was typed, each with its time now.</summary>
    public static IReadOnlyList<Choice> Choices(string typed, Instant now)
    {
        var words = TeamWords.In(Locale.English);
        var places = string.IsNullOrWhiteSpace(typed)
            ? Common.Select(id => (Label: id, ZoneId: id))
            : PlaceReader.Read(typed).All.Select(place => (place.Label, place.ZoneId));
        return [.. places.Take(Offered)
            .Select(place => new Choice(words.ZoneChoice(place.Label, Clock.Format(now.InZone(Get(place.ZoneId)))), place.Label))];
    }
}
