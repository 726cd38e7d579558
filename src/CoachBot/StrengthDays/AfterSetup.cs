using CoachBot.Chat;
using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;
using CoachBot.Runtime;
using CoachBot.Teams;

namespace CoachBot.StrengthDays;

/// <summary>What the team's settings mean for its strength days: days that keep another zone, and a coach role that the athletes have.</summary>
internal sealed class AfterSetup(StrengthDayStore days) : IAfterSetup
{
    public async Task<Consequence?> OfAsync(Team before, Team after, Caller caller, CancellationToken ct)
    {
        var words = StrengthDayWords.In(caller.Locale);
        var all = await days.ListAsync(after.Id, ct);
        var lines = new List<string>();
        var buttons = new List<Button>();
        if (after.ZoneId is { } zone && before.ZoneId != zone
            && all.Where(day => day.ZoneId != zone && day.Schedule is not null).ToList() is { Count: > 0 } others)
        {
            lines.Add(words.KeepAnotherZone(others, zone));
            buttons.Add(new Button(words.MoveThem(others.Count), StrengthDayActions.MoveZone) { Owner = caller.UserId, Style = ButtonStyle.Primary });
        }
        if (after.CoachRoleId is { } role && before.CoachRoleId != role && all.FirstOrDefault(day => day.RoleId == role) is { } mentioned)
        {
            lines.Add(words.AthletesWouldBeCoaches(role, mentioned));
            buttons.Add(NoCoachRole.Button(caller));
        }
        return lines.Count == 0 ? null : new Consequence(string.Join('\n', lines), buttons);
    }
}

/// <summary>The strength days that keep another zone go to the team's own, at the same time of day.</summary>
internal sealed class MoveZone(StrengthDayStore days, TeamStore teams, ReminderAlarm alarm, TimeProvider time) : IButtonAction
{
    public string Action => StrengthDayActions.MoveZone;

    public async Task<Reply> PressAsync(ButtonCall call, CancellationToken ct)
    {
        var team = await teams.RequireCoachAsync(call.Caller, ct);
        var words = StrengthDayWords.In(call.Caller.Locale);
        if (team.ZoneId is not { } zone) throw new UserError(_ => words.IsGone);
        var moved = await days.MoveZoneAsync(call.Id, team.Id, zone, time.Now(), ct);
        await alarm.SetAsync(ct);
        return Reply.Of(words.Moved(moved, zone)) with { Replaces = call.OnPrivateMessage };
    }
}
