using CoachBot.Chat;
using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;
using CoachBot.Teams;

namespace CoachBot.StrengthDays;

/// <summary>One of the places of one name was tapped, and the strength day that waits for it goes on.</summary>
internal sealed class TakeZone(SettleStrengthDay settle, TeamStore teams) : IButtonAction
{
    public string Action => StrengthDayActions.TakeZone;

    public async Task<Reply> PressAsync(ButtonCall call, CancellationToken ct)
    {
        var team = await teams.RequireCoachAsync(call.Caller, ct);
        var draft = await settle.DraftAsync(team.Id, call.Arguments[0], ct);
        return await settle.AskOrAddAsync(call, team, draft with { ZoneId = call.Arguments[1] }, ct) with { Replaces = call.OnPrivateMessage };
    }
}
