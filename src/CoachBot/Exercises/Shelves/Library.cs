using System.Collections.Concurrent;
using CoachBot.Exercises.Search;
using CoachBot.Runtime;
using CoachBot.Storage;

namespace CoachBot.Exercises.Shelves;

/// <summary>Gives each team its shelf: the catalogue, and what its own coaches added. No team sees another's.</summary>
/// <param name="added">Null where teams can add none.</param>
internal sealed class Library(Catalogue catalogue, ITeamExercises? added = null) : ITeamData
{
    /// <summary>More teams than this at once start over; a shelf is read again in one short query.</summary>
    private const int MostShelves = 10_000;

    private readonly Lazy<Shelf> core = new(() => ReadCore(catalogue));
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
        var list = added is null ? [] : await added.ListAsync(team, CancellationToken.None);
        return list.Count == 0 ? Core : Core.With(list);
    }

    private static Shelf ReadCore(Catalogue catalogue)
    {
        var exercises = catalogue.Exercises.Select(guide => Exercise.Of(guide, catalogue)).ToList();
        return new Shelf(catalogue.Families, exercises, [], new SearchIndex(exercises, catalogue.Ambiguous));
    }
}
