using System.Collections.Concurrent;
using CoachBot.Chat.Saying;
using CoachBot.Exercises.Own;
using CoachBot.Exercises.Search;
using CoachBot.Runtime;
using CoachBot.Storage;

namespace CoachBot.Exercises;

/// <summary>All exercises that a team's coaches added, retired ones too, in the order they were added.</summary>
internal delegate Task<IReadOnlyList<OwnExercise>> OwnExercisesOf(TeamId team, CancellationToken ct);

/// <summary>Gives each team its shelf: the catalogue, and what its own coaches added. No team sees another's.</summary>
internal sealed class Library(Catalogue catalogue, OwnExercisesOf own) : ITeamData
{
    /// <summary>More teams than this at once start over; a shelf is read again in one short query.</summary>
    private const int MostShelves = 10_000;

    private readonly Lazy<Shelf> core = new(() => new Shelf(catalogue, [], catalogue.Index));
    private readonly ConcurrentDictionary<TeamId, Lazy<Task<Shelf>>> shelves = new();

    /// <summary>The catalogue alone.</summary>
    public Shelf Core => core.Value;

    /// <param name="team">Null in a private chat: the catalogue alone.</param>
    public async ValueTask<Shelf> OfAsync(TeamId? team, CancellationToken ct)
    {
        if (team is not { } id) return Core;
        if (!shelves.TryGetValue(id, out var shelf))
        {
            if (shelves.Count > MostShelves) shelves.Clear();
            // It stands in the list before it is read, so that Forget after a write always hits what was read before it.
            shelf = shelves.GetOrAdd(id, _ => new Lazy<Task<Shelf>>(() => ReadAsync(id)));
        }
        try
        {
            return await shelf.Value.WaitAsync(ct);
        }
        catch when (shelf.Value.IsFaulted)
        {
            shelves.TryRemove(new(id, shelf));
            throw;
        }
    }

    /// <summary>To be called after every change of a team's own exercises.</summary>
    public void Forget(TeamId team) => shelves.TryRemove(team, out _);

    private async Task<Shelf> ReadAsync(TeamId team)
    {
        var list = await own(team, CancellationToken.None);
        return list.Count == 0 ? Core : new Shelf(catalogue, list, Core.Index);
    }
}

/// <summary>What one team can look up.</summary>
internal sealed class Shelf
{
    private readonly Catalogue catalogue;
    private readonly Dictionary<string, OwnExercise> own;

    public Shelf(Catalogue catalogue, IReadOnlyList<OwnExercise> all, SearchIndex core)
    {
        this.catalogue = catalogue;
        own = all.ToDictionary(exercise => exercise.Id, StringComparer.Ordinal);
        Own = [.. all.Where(exercise => !exercise.Retired)];
        Index = Own.Count == 0 ? core : new SearchIndex(Own, new Dictionary<string, IReadOnlyList<string>>(), core);
        Search = new ExerciseSearch(Index);
    }

    /// <summary>Those of the team's own that are not retired.</summary>
    public IReadOnlyList<OwnExercise> Own { get; }

    public SearchIndex Index { get; }

    public ExerciseSearch Search { get; }

    /// <summary>All that can be looked up: the catalogue in teaching order, then the team's own.</summary>
    public IReadOnlyList<IExercise> Exercises => Index.Exercises;

    public IReadOnlyList<Family> Families => catalogue.Families;

    /// <summary>A retired one is found too: an old check-in or card may name it.</summary>
    public IExercise? Find(string id) => catalogue.Find(id) ?? (IExercise?)own.GetValueOrDefault(id);

    /// <summary>One step down the ladder; null at its foot.</summary>
    public IExercise? Easier(IExercise exercise) => exercise switch
    {
        Exercise ours => catalogue.Easier(ours),
        OwnExercise { After: { } after } => Find(after) is { } easier and not OwnExercise { Retired: true } ? easier : null,
        _ => null,
    };

    /// <summary>One step up the ladder; null at its top. A team's own exercise stands behind the catalogue's, never in its place.</summary>
    public IExercise? Harder(IExercise exercise) =>
        (exercise is Exercise ours ? catalogue.Harder(ours) : null) ?? (IExercise?)Own.FirstOrDefault(next => next.After == exercise.Id && next.Id != exercise.Id);

    /// <summary>An exercise's name for a sentence: what a coach typed is made harmless.</summary>
    public string NameOf(string id) => Markup.Escape(Find(id)?.Name ?? id);
}
