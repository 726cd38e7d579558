using CoachBot.Chat.Saying;
using CoachBot.Exercises.Search;

namespace CoachBot.Exercises.Shelves;

/// <summary>What one team can look up: the catalogue, and what its own coaches added.</summary>
internal sealed class Shelf
{
    private readonly IReadOnlyList<Exercise> catalogue;
    private readonly SearchIndex core;
    private readonly Dictionary<string, Exercise> byId;

    /// <param name="catalogue">In teaching order.</param>
    /// <param name="added">All that the team's coaches added, retired ones too.</param>
    /// <param name="core">Of the catalogue.</param>
    public Shelf(IReadOnlyList<Family> families, IReadOnlyList<Exercise> catalogue, IReadOnlyList<Exercise> added, SearchIndex core)
    {
        Families = families;
        this.catalogue = catalogue;
        this.core = core;
        byId = catalogue.Concat(added).ToDictionary(exercise => exercise.Id, StringComparer.Ordinal);
        Added = [.. added.Where(exercise => !exercise.Retired)];
        Index = Added.Count == 0 ? core : new SearchIndex(Added, new Dictionary<string, IReadOnlyList<string>>(), core);
        Search = new ExerciseSearch(Index);
    }

    /// <summary>In teaching order, as the exercises are.</summary>
    public IReadOnlyList<Family> Families { get; }

    /// <summary>What the team's coaches added and did not retire.</summary>
    public IReadOnlyList<Exercise> Added { get; }

    public SearchIndex Index { get; }

    public ExerciseSearch Search { get; }

    /// <summary>All that can be looked up: the catalogue in teaching order, then the team's own.</summary>
    public IReadOnlyList<Exercise> Exercises => Index.Exercises;

    /// <summary>The same catalogue with these as the team's own.</summary>
    public Shelf With(IReadOnlyList<Exercise> added) => new(Families, catalogue, added, core);

    /// <summary>A retired one is found too: an old check-in or card may name it.</summary>
    public Exercise? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>One step down the ladder; null at its foot. A retired step is stepped over, so that retiring one leaves none hanging in the air.</summary>
    public Exercise? Easier(Exercise exercise)
    {
        var below = exercise.Below;
        for (var steps = 0; below is not null && steps <= byId.Count; steps++)
        {
            if (Find(below) is not { } easier) return null;
            if (!easier.Retired) return easier;
            below = easier.Below;
        }
        return null;
    }

    /// <summary>One step up the ladder; null at its top. A team's own exercise stands behind the catalogue's, never in its place.</summary>
    public Exercise? Harder(Exercise exercise) =>
        (exercise.Above is { } above ? Find(above) : null) ?? Added.FirstOrDefault(next => next.Id != exercise.Id && Easier(next)?.Id == exercise.Id);

    /// <summary>An exercise's name for a sentence: what a coach typed is made harmless.</summary>
    public string NameOf(string id) => Markup.Escape(Find(id)?.Name ?? id);
}
