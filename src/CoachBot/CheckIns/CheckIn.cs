using CoachBot.CheckIns.Reading;
using NodaTime;

namespace CoachBot.CheckIns;

/// <summary>One athlete's strength work on one training day. No health data and no free text has a place here.</summary>
internal sealed record CheckIn
{
    /// <summary>Rows of work that a day can hold; far more than anybody does.</summary>
    public const int MostWork = 120;

    public required LocalDate Day { get; init; }

    /// <summary>How hard it felt, 1 to 10.</summary>
    public int? Effort { get; init; }

    public int? Minutes { get; init; }

    /// <summary>What was done, in order; empty when the athlete only said "done". Rows of one exercise stand together.</summary>
    public IReadOnlyList<Work> Work { get; init; } = [];

    /// <summary>What is named in the newer one takes the older one's place, exercise by exercise; the rest stays, and what is new
    /// is added.</summary>
    public CheckIn UpdatedBy(CheckIn newer) => this with
    {
        Effort = newer.Effort ?? Effort,
        Minutes = newer.Minutes ?? Minutes,
        Work =
        [
            .. Work.Concat(newer.Work).Select(work => work.ExerciseId).Distinct()
                .SelectMany(id => newer.Work.Any(work => work.ExerciseId == id) ? newer.Of(id) : Of(id)),
        ],
    };

    private IEnumerable<Work> Of(string exercise) => Work.Where(work => work.ExerciseId == exercise);
}
