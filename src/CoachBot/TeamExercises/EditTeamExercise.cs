using CoachBot.Chat;
using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;
using CoachBot.Exercises;
using CoachBot.Language;

namespace CoachBot.TeamExercises;

/// <summary>Opens the form with what stands there already.</summary>
internal sealed class EditTeamExercise(TeamExerciseDesk desk) : ICommand, ISuggests
{
    public CommandSpec Spec { get; } = Describe(TeamExerciseWords.In(Locale.English));

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var (_, shelf) = await desk.RequireCoachAsync(call.Caller, ct);
        var exercise = TeamExerciseDesk.Named(call.Text("exercise")!, shelf);
        var below = call.Text("after") is { } typed
            ? TeamExerciseDesk.Below(typed, shelf, TeamExerciseWords.In(call.Caller.Locale))
            : shelf.Easier(exercise)?.Id ?? TeamExerciseDesk.NothingBelow;
        return Reply.Open(new Form(TeamExerciseForm.FormSpec, exercise.Id, call.Text("level") ?? exercise.Level.Word(), below)
        {
            Owner = call.Caller.UserId,
            Values = TeamExerciseForm.Values(exercise),
        });
    }

    public async Task<IReadOnlyList<Choice>> SuggestAsync(SuggestCall call, CancellationToken ct)
    {
        var (_, shelf) = await desk.RequireCoachAsync(call.Caller, ct);
        return call.Option == "exercise"
            ? TeamExerciseDesk.SuggestOwn(call.Typed, shelf)
            : TeamExerciseDesk.SuggestBelow(call.Typed, shelf, TeamExerciseWords.In(call.Caller.Locale));
    }

    private static CommandSpec Describe(TeamExerciseWords words) => new(
        "exercise-admin edit",
        words.Edit,
        new OptionSpec("exercise", words.WhichOfYours) { Required = true, Suggests = true, Max = 100 },
        new OptionSpec("level", words.WhichLevelNow) { Choices = TeamExerciseForm.LevelChoices },
        new OptionSpec("after", words.AfterWhichNow) { Suggests = true, Max = 100 })
    { OpensForm = true };
}
