using CoachBot.Chat;
using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;

namespace CoachBot.TeamExercises;

/// <summary>Opens a refused form again, filled in with what was typed.</summary>
internal sealed class OpenFormAgain(TeamExerciseDesk desk, RefusedForms refused) : IButtonAction
{
    public string Action => TeamExerciseActions.OpenAgain;

    public bool OpensForm => true;

    public async Task<Reply> PressAsync(ButtonCall call, CancellationToken ct)
    {
        await desk.RequireCoachAsync(call.Caller, ct);
        return Reply.Open(refused.Find(call.Caller) ?? throw new UserError(locale => TeamExerciseWords.In(locale).NothingToOpenAgain));
    }
}
