using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;
using CoachBot.Runtime;
using CoachBot.Teams;

namespace CoachBot.Exercises.Own;

/// <summary>What the commands and buttons around a team's own exercises have in common: who may, which one is meant, and the shelf that is fresh after a change.</summary>
internal sealed class OwnExerciseDesk(Library library, Catalogue catalogue, TeamStore teams)
{
    /// <summary>In place of an exercise's id: it stands at the foot of a ladder.</summary>
    public const string NothingBelow = "none";

    /// <exception cref="UserError">The caller is no coach of a team.</exception>
    public async Task<(TeamId Team, Shelf Shelf)> RequireCoachAsync(Caller caller, CancellationToken ct)
    {
        var team = await teams.GetAsync(caller.RequireTeam(), ct);
        Access.RequireCoach(caller, team);
        return (team.Id, await library.OfAsync(team.Id, ct));
    }

    /// <summary>The shelf with these as the team's own: to check a change against what stands in the database at that moment.</summary>
    public Shelf ShelfOf(IReadOnlyList<OwnExercise> own) => new(catalogue, own, library.Core.Index);

    public async Task<Shelf> FreshAsync(TeamId team, CancellationToken ct)
    {
        library.Forget(team);
        return await library.OfAsync(team, ct);
    }

    /// <exception cref="UserError">The team has no such exercise.</exception>
    public static OwnExercise Named(string typed, Shelf shelf) =>
        shelf.Own.FirstOrDefault(own => own.Id == typed || OwnExerciseText.KeyOf(own.Name) == OwnExerciseText.KeyOf(typed)) ?? throw OwnExerciseReplies.Unknown(typed);

    /// <returns>The id of the exercise just below, or <see cref="NothingBelow"/>.</returns>
    /// <exception cref="UserError">No exercise is called so.</exception>
    public static string Below(string typed, Shelf shelf) =>
        typed.Trim().Equals(NothingBelow, StringComparison.OrdinalIgnoreCase) ? NothingBelow
        : (shelf.Find(typed) is { } known and not OwnExercise { Retired: true } ? known : shelf.Search.Find(typed))?.Id
            ?? throw new UserError(_ => $"I don't know the exercise {Markup.Quote(typed)} below this one. Pick it from the list, or type none. Nothing was changed.");

    public static IReadOnlyList<Choice> SuggestOwn(string typed, Shelf shelf) =>
        [.. shelf.Own.Where(own => own.Name.Contains(typed.Trim(), StringComparison.OrdinalIgnoreCase)).Take(25).Select(own => new Choice(own.Name, own.Id))];

    public static IReadOnlyList<Choice> SuggestBelow(string typed, Shelf shelf) =>
        [new Choice("none: it is the first of its ladder", NothingBelow), .. shelf.Search.Suggest(typed, 24).Select(exercise => new Choice(exercise.Name, exercise.Id))];
}
