using CoachBot.Chat;
using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;
using CoachBot.Exercises;
using CoachBot.Exercises.Cards;
using CoachBot.Runtime;

namespace CoachBot.TeamExercises;

/// <summary>Offers a retired exercise again.</summary>
internal sealed class BringBackTeamExercise(TeamExerciseDesk desk, TeamExerciseStore store, TimeProvider time) : IButtonAction
{
    public string Action => TeamExerciseActions.BringBack;

    public async Task<Reply> PressAsync(ButtonCall call, CancellationToken ct)
    {
        var (team, shelf) = await desk.RequireCoachAsync(call.Caller, ct);
        if (shelf.Find(call.Arguments.FirstOrDefault("")) is not { ByTeam: true } exercise) throw OpenExercise.OutOfDate();
        var words = TeamExerciseWords.In(call.Caller.Locale);
        if (exercise.Retired)
        {
            await store.RetireAsync(call.Id, team, exercise.Id, retired: false, time.Now(), stored => Check(exercise, stored, words), ct);
            await desk.FreshAsync(team, ct);
        }
        return new Reply { Text = words.IsBack(exercise.Name), Replaces = true };
    }

    private void Check(Exercise exercise, IReadOnlyList<Exercise> stored, TeamExerciseWords words)
    {
        var active = stored.Where(own => !own.Retired && own.Id != exercise.Id).ToList();
        if (active.Any(own => TeamExerciseText.KeyOf(own.Name) == TeamExerciseText.KeyOf(exercise.Name)))
            throw new UserError(_ => words.AnotherOfThisName(exercise.Name));
        if (active.Count >= TeamExerciseStore.Most) throw new UserError(_ => words.TooMany(TeamExerciseStore.Most));
        var shelf = desk.ShelfOf([.. active, exercise with { Retired = false }]);
        if (TeamExerciseText.LevelProblem(shelf, exercise.Below, exercise.Level, words) is { } problem) throw new UserError(_ => words.NothingChanged(problem));
        if (exercise.Level == Level.Advanced && active.FirstOrDefault(next => next.Level == Level.Basic && shelf.Easier(next)?.Id == exercise.Id) is { } above)
            throw new UserError(_ => words.NothingChanged(words.BasicStandsOnIt(above.Name)));
    }
}
