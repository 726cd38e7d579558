using CoachBot.Chat;
using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;
using CoachBot.Runtime;
using CoachBot.Teams;

namespace CoachBot.StrengthDays;

internal sealed class AddStrengthDayCommand(SettleStrengthDay settle, TeamStore teams, TimeProvider time) : ICommand, ISuggests
{
    public CommandSpec Spec { get; } = new("strength-day add", "Coaches: set the team's strength days and remind the team on the minute",
        new OptionSpec("days", "Which weekdays, such as: Tue,Thu") { Required = true, Min = 1, Max = 100 },
        new OptionSpec("time", "What time, such as: 15:30 or 3:30pm") { Required = true, Min = 1, Max = 40 },
        new OptionSpec("zone", "Time zone, by city; the team's own if left out") { Suggests = true, Max = 64 },
        new OptionSpec("channel", "Where to post; this channel if left out", OptionKind.Channel),
        new OptionSpec("role", "Which role to mention; nobody if left out", OptionKind.Role),
        new OptionSpec("message", "A line of yours to go with the reminder; everyone in the channel reads it") { Min = 1, Max = StrengthDayDraft.LongestMessage });

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var team = await teams.GetAsync(call.Caller.RequireTeam(), ct);
        Access.RequireCoach(call.Caller, team);
        return await settle.AskOrAddAsync(call, team, StrengthDayDraft.Read(call, team.Id), ct);
    }

    public Task<IReadOnlyList<Choice>> SuggestAsync(SuggestCall call, CancellationToken ct) => Task.FromResult(Zones.Choices(call.Typed, time.Now()));
}
