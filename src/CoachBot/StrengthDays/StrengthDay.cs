using CoachBot.Runtime;
using NodaTime;
using NodaTime.Text;

namespace CoachBot.StrengthDays;

/// <summary>The weekdays on which a team does its strength work, and where and for whom it is reminded.</summary>
internal sealed record StrengthDay
{
    internal static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public long Id { get; init; }

    public required TeamId TeamId { get; init; }

    /// <summary>What people of the team call it; from 1.</summary>
    public int Number { get; init; }

    /// <summary>Empty where what is stored cannot be read.</summary>
    public required IReadOnlyList<IsoDayOfWeek> Weekdays { get; init; }

    public required LocalTime Time { get; init; }

    public required string ZoneId { get; init; }

    public required ChannelId ChannelId { get; init; }

    public RoleId? RoleId { get; init; }

    /// <summary>The coach's own line, as typed: to be escaped wherever it is shown.</summary>
    public string? Message { get; init; }

    public LocalDate NextDate { get; init; }

    public Instant NextDue { get; init; }

    /// <summary>Why the last reminder was not posted, in words for the coach.</summary>
    public string? Trouble { get; init; }

    /// <summary>Since when nothing is posted, because the channel is gone or closed to us; null when reminders go out.</summary>
    public Instant? OffSince { get; init; }

    /// <summary>Null where what is stored names no day of the week, or a zone that there is not (any more).</summary>
    public Schedule? Schedule => Weekdays.Count > 0 && DateTimeZoneProviders.Tzdb.GetZoneOrNull(ZoneId) is { } zone ? new(Weekdays, Time, zone) : null;

    /// <summary>"Tue and Thu at 15:30".</summary>
    public string When
    {
        get
        {
            var days = Weekdays.Select(day => day.ToString()[..3]).ToList();
            var listed = days.Count switch
            {
                0 => "Unknown days",
                7 => "Every day",
                1 => days[0],
                _ => string.Join(", ", days.SkipLast(1)) + " and " + days[^1],
            };
            return $"{listed} at {Clock.Format(Time)}";
        }
    }

    /// <summary>The same days at the same time in the same place.</summary>
    public bool Repeats(StrengthDay other) =>
        Weekdays.SequenceEqual(other.Weekdays) && Time == other.Time && ZoneId == other.ZoneId && ChannelId == other.ChannelId && RoleId == other.RoleId;
}
