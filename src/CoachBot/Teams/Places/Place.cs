namespace CoachBot.Teams.Places;

internal enum PlaceKind
{
    /// <summary>What people call the time somewhere: Eastern Time.</summary>
    Time,

    /// <summary>A country, or a state of one.</summary>
    Area,

    City,

    /// <summary>An id of the time zone database.</summary>
    ZoneId,
}

/// <summary>Something that has a time zone and that people name.</summary>
/// <param name="Label">As a list shows it; read again it is this place.</param>
/// <param name="People">How many live there, as far as the table knows; says which of two of one name is meant more often.</param>
/// <param name="Area">The code of the state or country; empty where there is none.</param>
internal sealed record Place(PlaceKind Kind, string Label, string ZoneId, long People, string Area = "")
{
    private const int Overwhelming = 10;

    /// <summary>A city from here on is thought of before a state or country of its name.</summary>
    private const int LargeCity = 250_000;

    /// <summary>Whether somebody who names both by one name means this one, so clearly that nobody needs to be asked.</summary>
    public bool IsMeantRatherThan(Place other) => (Kind, other.Kind) switch
    {
        (PlaceKind.City, PlaceKind.City) => People >= Overwhelming * other.People,
        (PlaceKind.Area, PlaceKind.Area) => Area == other.Area && People >= Overwhelming * other.People,
        (PlaceKind.Area, PlaceKind.City) => other.People < LargeCity,
        (PlaceKind.Time, PlaceKind.City) => true,
        (not PlaceKind.ZoneId, PlaceKind.ZoneId) => true,
        _ => false,
    };
}
