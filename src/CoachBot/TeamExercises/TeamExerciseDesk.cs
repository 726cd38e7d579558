using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;
using CoachBot.Exercises;
using CoachBot.Exercises.Shelves;
using CoachBot.Runtime;
using CoachBot.Teams;

namespace CoachBot.TeamExercises;

/// <summary>
/// What the commands and buttons around a team's own exercises have in common: who may, which one is meant, and the shelf that is fresh after a change.
/// </summary>
internal sealed class TeamExerciseDesk(Library library, TeamStore teams)
{
    /// <summary>In place of an exercise's id: it stands at the foot of a ladder.</summary>
    public const string NothingBelow = "none";

    private const int MostChoices = 25;

    /// <exception cref="UserError">The caller is no coach of a team.</exception>
    public async Task<(TeamId Team, Shelf Shelf)> RequireCoachAsync(Caller caller, CancellationToken ct)
    {
        var team = await teams.RequireCoachAsync(caller, ct);
        return (team.Id, await library.OfAsync(team.Id, ct));
    }

    /// <summary>The shelf with these as the team's own: to check a change against what stands in the database at that moment.</summary>
    public Shelf ShelfOf(IReadOnlyList<Exercise> added) => library.Core.With(added);

    public async Task<Shelf> FreshAsync(TeamId team, CancellationToken ct)
    {
        library.Forget(team);
        return await library.OfAsync(team, ct);
    }

    /// <exception cref="UserError">The team has no such exercise.</exception>
    public static Exercise Named(string typed, Shelf shelf) =>
        shelf.Added.FirstOrDefault(own => own.Id == typed || TeamExerciseText.KeyOf(own.Name) == TeamExerciseText.KeyOf(typed))
        ?? throw new UserError(locale => TeamExerciseWords.In(locale).Unknown(typed));

    /// <returns>The id of the exercise just below, or <see cref="NothingBelow"/>.</returns>
    /// <exception cref="UserError">No exercise is called so.</exception>
    public static string Below(string typed, Shelf shelf, TeamExerciseWords words)
    {
        // Also as the list shows it.
        if (new[] { NothingBelow, words.NoneBelow }.Contains(typed.Trim(), StringComparer.OrdinalIgnoreCase)) return NothingBelow;
        var found = shelf.Find(typed) is { Retired: false } known ? known : shelf.Search.Find(typed);
        return found?.Id ?? throw new UserError(locale => TeamExerciseWords.In(locale).UnknownBelow(typed));
    }

    public static IReadOnlyList<Choice> SuggestOwn(string typed, Shelf shelf) =>
        [.. shelf.Added.Where(own => own.Name.Contains(typed.Trim(), StringComparison.OrdinalIgnoreCase)).Take(MostChoices).Select(own => new Choice(own.Name, own.Id))];

    public static IReadOnlyList<Choice> SuggestBelow(string typed, Shelf shelf, TeamExerciseWords words) =>
        [new Choice(words.NoneBelow, NothingBelow), .. shelf.Search.Suggest(typed, MostChoices - 1).Select(exercise => new Choice(exercise.Name, exercise.Id))];
}
