using CoachBot.Chat;
using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;
using CoachBot.Language;
using CoachBot.Runtime;
using CoachBot.Teams;

namespace CoachBot.StrengthDays;

internal sealed class AddStrengthDayCommand(SettleStrengthDay settle, TeamStore teams, TimeProvider time) : ICommand, ISuggests
{
    public CommandSpec Spec { get; } = new("strength-day add", StrengthDayWords.In(Locale.English).AddCommand,
        new OptionSpec("days", StrengthDayWords.In(Locale.English).DaysOption) { Required = true, Min = 1, Max = 100 },
        new OptionSpec("time", StrengthDayWords.In(Locale.English).TimeOption) { Required = true, Min = 1, Max = 40 },
        new OptionSpec("zone", StrengthDayWords.In(Locale.English).ZoneOption) { Suggests = true, Max = 64 },
        new OptionSpec("channel", StrengthDayWords.In(Locale.English).ChannelOption, OptionKind.Channel),
        new OptionSpec("role", StrengthDayWords.In(Locale.English).RoleOption, OptionKind.Role),
        new OptionSpec("message", StrengthDayWords.In(Locale.English).MessageOption) { Min = 1, Max = StrengthDayDraft.LongestMessage, ShownAsTyped = true });

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var team = await teams.RequireCoachAsync(call.Caller, ct);
        var places = call.Text("zone") is { } typed ? Zones.Meant(typed) : [];
        var draft = StrengthDayDraft.Read(call, team.Id, places is [var only] ? only.ZoneId : null);
        return places.Count > 1 ? await settle.AskWhichAsync(call, draft, places, ct) : await settle.AskOrAddAsync(call, team, draft, ct);
    }

    public Task<IReadOnlyList<Choice>> SuggestAsync(SuggestCall call, CancellationToken ct) => Task.FromResult(Zones.Choices(call.Typed, time.Now()));
}
