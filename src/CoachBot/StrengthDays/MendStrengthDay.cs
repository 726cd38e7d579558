using CoachBot.Chat;
using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;
using CoachBot.Runtime;
using CoachBot.Teams;

namespace CoachBot.StrengthDays;

/// <summary>A button under a warning: other weekdays for a strength day.</summary>
internal sealed class ChangeWeekdays(StrengthDayStore days, TeamStore teams, ReminderAlarm alarm, TimeProvider time) : IButtonAction
{
    public string Action => StrengthDayActions.ChangeWeekdays;

    public async Task<Reply> PressAsync(ButtonCall call, CancellationToken ct)
    {
        var team = await teams.RequireCoachAsync(call.Caller, ct);
        var changed = await days.ChangeWeekdaysAsync(call.Id, team.Id, Ids.Read(call.Arguments[0]), WeekdayDigits.Read(call.Arguments[1]), time.Now(), ct)
            ?? throw new UserError(locale => StrengthDayWords.In(locale).IsGone);
        await alarm.SetAsync(ct);
        return StrengthDayReplies.Changed(changed, await days.ListAsync(team.Id, ct), time.Now(), call.Caller) with { Replaces = call.OnPrivateMessage };
    }
}

/// <summary>A button under a warning: a strength day goes.</summary>
internal sealed class RemoveStrengthDay(StrengthDayStore days, TeamStore teams, ReminderAlarm alarm, TimeProvider time) : IButtonAction
{
    public string Action => StrengthDayActions.Remove;

    public async Task<Reply> PressAsync(ButtonCall call, CancellationToken ct)
    {
        var team = await teams.RequireCoachAsync(call.Caller, ct);
        var removed = await days.RemoveAsync(call.Id, team.Id, Ids.Read(call.Arguments[0]), time.Now(), ct)
            ?? throw new UserError(locale => StrengthDayWords.In(locale).IsGone);
        await alarm.SetAsync(ct);
        return StrengthDayReplies.Removed(removed, call.Caller) with { Replaces = call.OnPrivateMessage };
    }
}

/// <summary>A button in the list: reminders that were switched off go on.</summary>
internal sealed class SwitchOnStrengthDay(StrengthDayStore days, TeamStore teams, ReminderAlarm alarm, TimeProvider time) : IButtonAction
{
    public string Action => StrengthDayActions.SwitchOn;

    public async Task<Reply> PressAsync(ButtonCall call, CancellationToken ct)
    {
        var team = await teams.RequireCoachAsync(call.Caller, ct);
        var on = await days.SwitchOnAsync(call.Id, team.Id, Ids.Read(call.Arguments[0]), time.Now(), ct)
            ?? throw new UserError(locale => StrengthDayWords.In(locale).IsGone);
        await alarm.SetAsync(ct);
        return StrengthDayReplies.SwitchedOn(on, call.Caller);
    }
}
