using NodaTime;
using NodaTime.TimeZones;

namespace CoachBot.StrengthDays;

/// <param name="Date">The scheduled local date: the occurrence's identity, also where the zone moves its instant into another date.</param>
internal readonly record struct Occurrence(LocalDate Date, Instant Due);

/// <summary>Weekdays and a wall-clock time in a zone.</summary>
internal sealed record Schedule(IReadOnlyList<IsoDayOfWeek> Weekdays, LocalTime Time, DateTimeZone Zone)
{
    /// <summary>
    /// A time that a zone skips is shifted forward by the gap; one that comes twice is its first. Owned here on purpose: the libraries
    /// that we use have three different answers.
    /// </summary>
    private static readonly ZoneLocalMappingResolver Policy = Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnForwardShifted);

    /// <summary>Occurrences due after an instant, in order, without end.</summary>
    public IEnumerable<Occurrence> After(Instant instant)
    {
        // One day earlier: a zone can move an occurrence into the date after its own.
        for (var date = instant.InZone(Zone).Date.PlusDays(-1); ; date = date.PlusDays(1))
        {
            if (!Weekdays.Contains(date.DayOfWeek)) continue;
            var occurrence = On(date);
            if (occurrence.Due > instant) yield return occurrence;
        }
    }

    /// <summary>The occurrence on the first of its weekdays after a date.</summary>
    public Occurrence Following(LocalDate date)
    {
        do date = date.PlusDays(1);
        while (!Weekdays.Contains(date.DayOfWeek));
        return On(date);
    }

    private Occurrence On(LocalDate date) => new(date, Zone.ResolveLocal(date + Time, Policy).ToInstant());
}
