using System.Collections.Concurrent;
using System.Globalization;
using NodaTime;

namespace CoachBot.Teams.Places;

/// <summary>Zones whose clocks show the same from now on: it makes no difference which of them somebody means.</summary>
internal static class Rhythms
{
    private static readonly Interval Years = new(Instant.FromUtc(2026, 1, 1, 0, 0), Instant.FromUtc(2029, 1, 1, 0, 0));
    private static readonly ConcurrentDictionary<string, string> Known = new(StringComparer.Ordinal);

    public static string Of(string zone) => Known.GetOrAdd(zone, static id => string.Join(' ', DateTimeZoneProviders.Tzdb[id]
        .GetZoneIntervals(Years)
        .Select(part => (From: part.HasStart && part.Start > Years.Start ? part.Start.ToUnixTimeSeconds() : 0, part.WallOffset.Seconds))
        .Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.From}:{part.Seconds}"))));

    public static bool Changes(string zone) => Of(zone).Contains(' ', StringComparison.Ordinal);

    /// <summary>How far a zone is from UTC when it is no summer time.</summary>
    public static int StandardMinutes(string zone) =>
        DateTimeZoneProviders.Tzdb[zone].GetZoneInterval(Years.Start).StandardOffset.Seconds / 60;
}
