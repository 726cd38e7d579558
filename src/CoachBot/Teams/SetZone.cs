using CoachBot.Chat;
using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;

namespace CoachBot.Teams;

/// <summary>The team's time zone with one tap: a button under a name that two places have, or the list under the settings of a team without one.</summary>
internal sealed class SetZone(TeamStore teams, SetupReplies replies, TimeProvider time) : IButtonAction
{
    public string Action => TeamActions.SetZone;

    public static Button Button(string label, string zoneId, Caller caller) =>
        new(Markup.Shorten(label, ChatLimits.ButtonLabel), TeamActions.SetZone, zoneId) { Owner = caller.UserId };

    public Task<Reply> PressAsync(ButtonCall call, CancellationToken ct) => SetAsync(call, call.Arguments[0], ct);

    public async Task<Reply> SetAsync(HandledCall call, string zoneId, CancellationToken ct)
    {
        var team = await teams.RequireCoachAsync(call.Caller, ct);
        var changed = await teams.ChangeAsync(call.Id, team.Id, time.Now(), current => current with { ZoneId = zoneId }, ct);
        return await replies.ChangedAsync(team, changed, call.Caller, ct) with { Replaces = call.OnPrivateMessage };
    }
}

/// <summary>One of the common zones was picked under the settings of a team that has none.</summary>
internal sealed class PickTeamZone(SetZone set, TimeProvider time) : ISelectAction
{
    public string Action => TeamActions.PickZone;

    public Task<IReadOnlyList<SelectOption>> OptionsAsync(Caller caller, IReadOnlyList<string> arguments, CancellationToken ct) =>
        Task.FromResult(SetupReplies.ZoneOptions(time.Now()));

    public Task<Reply> ChooseAsync(SelectCall call, CancellationToken ct) => set.SetAsync(call, call.Value, ct);
}
