using NodaTime;

namespace CoachBot.CheckIns;

/// <summary>One athlete's strength work on one training day. No health data and no free text has a place here.</summary>
internal sealed record CheckIn
{
    public required LocalDate Day { get; init; }

    /// <summary>How hard it felt, 1 to 10.</summary>
    public int? Effort { get; init; }

    public int? Minutes { get; init; }

    /// <summary>What was done, in order; empty when the athlete only said "done".</summary>
    public IReadOnlyList<Work> Work { get; init; } = [];

    /// <summary>What is named in the newer one takes the older one's place; the rest stays.</summary>
    public CheckIn UpdatedBy(CheckIn newer) => this with
    {
        Effort = newer.Effort ?? Effort,
        Minutes = newer.Minutes ?? Minutes,
        Work = newer.Work.Count > 0 ? newer.Work : Work,
    };
}
