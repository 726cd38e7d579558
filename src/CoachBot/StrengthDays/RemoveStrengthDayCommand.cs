using System.Globalization;
using CoachBot.Chat;
using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;
using CoachBot.Language;
using CoachBot.Runtime;
using CoachBot.Teams;

namespace CoachBot.StrengthDays;

internal sealed class RemoveStrengthDayCommand(StrengthDayStore days, TeamStore teams, ReminderAlarm alarm, TimeProvider time) : ICommand, ISuggests
{
    public CommandSpec Spec { get; } = new("strength-day remove", StrengthDayWords.In(Locale.English).RemoveCommand,
        new OptionSpec("day", StrengthDayWords.In(Locale.English).DayOption) { Required = true, Suggests = true, Min = 1, Max = 100 });

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var team = await teams.RequireCoachAsync(call.Caller, ct);
        var day = StrengthDayPick.Read(call.Text("day")!, await days.ListAsync(team.Id, ct));
        var removed = await days.RemoveAsync(call.Id, team.Id, day.Id, time.Now(), ct)
            ?? throw new UserError(locale => StrengthDayWords.In(locale).NoSuchNumber(day.Number));
        await alarm.SetAsync(ct);
        return StrengthDayReplies.Removed(removed, call.Caller);
    }

    public async Task<IReadOnlyList<Choice>> SuggestAsync(SuggestCall call, CancellationToken ct)
    {
        var team = await teams.RequireCoachAsync(call.Caller, ct);
        return
        [
            .. StrengthDayPick.Fitting(call.Typed, await days.ListAsync(team.Id, ct))
                .Select(day => new Choice(StrengthDayWords.In(call.Caller.Locale).Label(day), day.Number.ToString(CultureInfo.InvariantCulture))),
        ];
    }
}
