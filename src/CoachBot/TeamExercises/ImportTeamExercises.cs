using CoachBot.Chat;
using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;
using CoachBot.Language;

namespace CoachBot.TeamExercises;

/// <summary>Opens a form for a file's text.</summary>
internal sealed class ImportTeamExercises(TeamExerciseDesk desk) : ICommand
{
    public CommandSpec Spec { get; } = new("exercise-admin import", TeamExerciseWords.In(Locale.English).Import) { OpensForm = true };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        await desk.RequireCoachAsync(call.Caller, ct);
        return Reply.Open(new Form(ImportForm.FormSpec) { Owner = call.Caller.UserId });
    }
}
