using CoachBot.Chat;
using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;
using CoachBot.Language;

namespace CoachBot.TeamExercises;

/// <summary>Opens an empty form for a new exercise of the team.</summary>
internal sealed class AddTeamExercise(TeamExerciseDesk desk) : ICommand, ISuggests
{
    public CommandSpec Spec { get; } = Describe(TeamExerciseWords.In(Locale.English));

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var (_, shelf) = await desk.RequireCoachAsync(call.Caller, ct);
        var below = call.Text("after") is { } typed
            ? TeamExerciseDesk.Below(typed, shelf, TeamExerciseWords.In(call.Caller.Locale))
            : TeamExerciseDesk.NothingBelow;
        return Reply.Open(new Form(TeamExerciseForm.FormSpec, TeamExerciseForm.New, call.Text("level")!, below) { Owner = call.Caller.UserId });
    }

    public async Task<IReadOnlyList<Choice>> SuggestAsync(SuggestCall call, CancellationToken ct) =>
        TeamExerciseDesk.SuggestBelow(call.Typed, (await desk.RequireCoachAsync(call.Caller, ct)).Shelf, TeamExerciseWords.In(call.Caller.Locale));

    private static CommandSpec Describe(TeamExerciseWords words) => new(
        "exercise-admin add",
        words.Add,
        new OptionSpec("level", words.WhichLevel) { Required = true, Choices = TeamExerciseForm.LevelChoices },
        new OptionSpec("after", words.AfterWhich) { Suggests = true, Max = 100 })
    { OpensForm = true };
}
