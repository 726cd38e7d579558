using CoachBot.Runtime;
using NodaTime;

namespace CoachBot.StrengthDays;

/// <summary>The weekdays on which a team does its strength work, and where and for whom it is reminded.</summary>
internal sealed record StrengthDay
{
    public long Id { get; init; }

    public required TeamId TeamId { get; init; }

    /// <summary>What people of the team call it; from 1.</summary>
    public int Number { get; init; }

    /// <summary>In the order of the week. Empty where what is stored cannot be read.</summary>
    public required IReadOnlyList<IsoDayOfWeek> Weekdays { get; init; }

    public required LocalTime Time { get; init; }

    public required string ZoneId { get; init; }

    public required ChannelId ChannelId { get; init; }

    public RoleId? RoleId { get; init; }

    /// <summary>The coach's own line, as typed: to be escaped wherever it is shown.</summary>
    public string? Message { get; init; }

    public LocalDate NextDate { get; init; }

    public Instant NextDue { get; init; }

    /// <summary>Why the last reminder was not posted; null when it was.</summary>
    public Trouble? Trouble { get; init; }

    /// <summary>Since when nothing is posted, because nothing can be posted there; null when reminders go out.</summary>
    public Instant? OffSince { get; init; }

    /// <summary>Null where what is stored names no day of the week, or a zone that there is not (any more).</summary>
    public Schedule? Schedule => Weekdays.Count > 0 && DateTimeZoneProviders.Tzdb.GetZoneOrNull(ZoneId) is { } zone ? new(Weekdays, Time, zone) : null;

    /// <summary>The same days at the same time in the same place.</summary>
    public bool Repeats(StrengthDay other) =>
        Weekdays.SequenceEqual(other.Weekdays) && Time == other.Time && ZoneId == other.ZoneId && ChannelId == other.ChannelId && RoleId == other.RoleId;

    /// <summary>Both post in one channel, and at least once within a year at the same minute.</summary>
    public bool Meets(StrengthDay other, Instant now) =>
        ChannelId == other.ChannelId && Schedule is { } mine && other.Schedule is { } theirs
        && mine.After(now).TakeWhile(occurrence => occurrence.Due < now + Duration.FromDays(366)).Select(occurrence => occurrence.Due)
            .Intersect(theirs.After(now).TakeWhile(occurrence => occurrence.Due < now + Duration.FromDays(366)).Select(occurrence => occurrence.Due)).Any();
}
