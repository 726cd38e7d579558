using CoachBot.Chat;
using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;

namespace CoachBot.Teams;

/// <summary>A button under a warning: nobody is a coach by a role any more.</summary>
internal sealed class NoCoachRole(TeamStore teams, SetupReplies replies, TimeProvider time) : IButtonAction
{
    public string Action => TeamActions.NoCoachRole;

    public static Button Button(Caller caller) =>
        new(TeamWords.In(caller.Locale).TakeCoachRoleBack, TeamActions.NoCoachRole) { Owner = caller.UserId, Style = ButtonStyle.Primary };

    public async Task<Reply> PressAsync(ButtonCall call, CancellationToken ct)
    {
        var before = await teams.RequireCoachAsync(call.Caller, ct);
        Access.RequireManager(call.Caller);
        var changed = await teams.ChangeAsync(call.Id, before.Id, time.Now(), current => current with { CoachRoleId = null }, ct);
        return await replies.ChangedAsync(before, changed, call.Caller, ct) with { Replaces = call.OnPrivateMessage };
    }
}
