using CoachBot.Chat;
using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;
using CoachBot.Language;
using CoachBot.Runtime;
using CoachBot.Teams;
using NodaTime;

namespace CoachBot.StrengthDays;

internal sealed class ListStrengthDaysCommand(StrengthDayStore days, ReminderStore reminders, TeamStore teams, TimeProvider time) : ICommand, IButtonAction
{
    private static readonly Duration Recent = Duration.FromDays(14);

    public CommandSpec Spec { get; } = new("strength-day list", StrengthDayWords.In(Locale.English).ListCommand);

    string IAction.Action => StrengthDayActions.Page;

    public Task<Reply> HandleAsync(CommandCall call, CancellationToken ct) => ShowAsync(call, page: 0, ct);

    /// <summary>Another page of the list.</summary>
    public async Task<Reply> PressAsync(ButtonCall call, CancellationToken ct) =>
        await ShowAsync(call, (int)Math.Min(Ids.Read(call.Arguments[0]), int.MaxValue), ct) with { Replaces = call.OnPrivateMessage };

    private async Task<Reply> ShowAsync(HandledCall call, int page, CancellationToken ct)
    {
        var team = await teams.RequireCoachAsync(call.Caller, ct);
        var now = time.Now();
        var list = await days.ListAsync(team.Id, ct);
        var skipped = await reminders.SkippedAsync(team.Id, now - Recent, ct);
        return StrengthDayReplies.List(list, skipped, page, now, call.Caller);
    }
}
