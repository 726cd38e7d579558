using CoachBot.Chat;
using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;
using CoachBot.Language;
using CoachBot.Runtime;

namespace CoachBot.TeamExercises;

/// <summary>Takes an exercise out of what is offered; its button brings it back. What came after it then comes after the one below.</summary>
internal sealed class RetireTeamExercise(TeamExerciseDesk desk, TeamExerciseStore store, TimeProvider time) : ICommand, ISuggests
{
    public CommandSpec Spec { get; } = Describe(TeamExerciseWords.In(Locale.English));

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var (team, shelf) = await desk.RequireCoachAsync(call.Caller, ct);
        var exercise = TeamExerciseDesk.Named(call.Text("exercise")!, shelf);
        var above = shelf.Added.Where(next => shelf.Easier(next)?.Id == exercise.Id).ToList();
        await store.RetireAsync(call.Id, team, exercise.Id, retired: true, time.Now(), _ => { }, ct);
        var now = await desk.FreshAsync(team, ct);
        var words = TeamExerciseWords.In(call.Caller.Locale);
        return new Reply
        {
            Text = string.Join('\n', above.Select(next => words.NowComesAfter(next.Name, now.Easier(next)?.Name)).Prepend(words.Retired(exercise.Name))),
            Buttons = [new Button(words.BringItBack, TeamExerciseActions.BringBack, exercise.Id)],
        };
    }

    public async Task<IReadOnlyList<Choice>> SuggestAsync(SuggestCall call, CancellationToken ct) =>
        TeamExerciseDesk.SuggestOwn(call.Typed, (await desk.RequireCoachAsync(call.Caller, ct)).Shelf);

    private static CommandSpec Describe(TeamExerciseWords words) => new(
        "exercise-admin retire", words.Retire, new OptionSpec("exercise", words.WhichOfYours) { Required = true, Suggests = true, Max = 100 });
}
