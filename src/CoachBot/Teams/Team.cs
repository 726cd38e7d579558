using CoachBot.Runtime;
using NodaTime;
using NodaTime.TimeZones;

namespace CoachBot.Teams;

/// <summary>A team is a server, with what its coach has set; before that, with defaults.</summary>
internal sealed record Team(TeamId Id)
{
    /// <summary>At least two strength days a week (the method's first rule; US HHS guidelines say the same for adults).</summary>
    public const int WeeklyGoal = 2;

    /// <summary>An evening session that ends after midnight still belongs to the evening's day.</summary>
    public static readonly LocalTime RollOver = new(3, 0);

    /// <summary>IANA id; null until a coach names one, and UTC stands in.</summary>
    public string? ZoneId { get; init; }

    /// <summary>ISO 3166 code; null until a coach names one, and the zone's country stands in.</summary>
    public string? Country { get; init; }

    public RoleId? CoachRoleId { get; init; }

    public bool CardsForEveryone { get; init; }

    public IsoDayOfWeek WeekStart { get; init; } = IsoDayOfWeek.Monday;

    public DateTimeZone Zone => ZoneId is null ? DateTimeZone.Utc : Zones.Get(ZoneId);

    /// <summary>The training day that an instant belongs to: the team's local date, rolling over at 03:00.</summary>
    public LocalDate TrainingDay(Instant instant)
    {
        var local = instant.InZone(Zone).LocalDateTime;
        return local.TimeOfDay < RollOver ? local.Date.PlusDays(-1) : local.Date;
    }

    /// <summary>The first day of the week that a day lies in.</summary>
    public LocalDate WeekOf(LocalDate day) => day.DayOfWeek == WeekStart ? day : day.Previous(WeekStart);
}
