using System.Globalization;
using CoachBot.Chat;
using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;
using CoachBot.Runtime;
using CoachBot.Teams;
using NodaTime;

namespace CoachBot.StrengthDays;

internal sealed class AddStrengthDayCommand(StrengthDayStore days, TeamStore teams, ReminderAlarm alarm, TimeProvider time) : ICommand, ISuggests
{
    private const int LongestMessage = 300;

    public CommandSpec Spec { get; } = new("strength-day add", "Coaches: set the team's strength days and remind the team on the minute",
        new OptionSpec("days", "Which weekdays, such as: Tue,Thu") { Required = true, Min = 1, Max = 100 },
        new OptionSpec("time", "What time, such as: 15:30 or 3:30pm") { Required = true, Min = 1, Max = 20 },
        new OptionSpec("zone", "Time zone, by city; the team's own if left out") { Suggests = true, Max = 64 },
        new OptionSpec("channel", "Where to post; this channel if left out", OptionKind.Channel),
        new OptionSpec("role", "Which role to mention; nobody if left out", OptionKind.Role),
        new OptionSpec("message", "A line of yours to go with the reminder; everyone in the channel reads it") { Min = 1, Max = LongestMessage });

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var team = await teams.GetAsync(call.Caller.RequireTeam(), ct);
        Access.RequireCoach(call.Caller, team);

        var typedTime = call.Text("time")!;
        var zone = call.Text("zone") is { } typedZone ? Zones.Resolve(typedZone) : null;
        var message = call.Text("message") is { } typed ? Markup.Clean(typed) : null;
        var day = new StrengthDay
        {
            TeamId = team.Id,
            Weekdays = ScheduleParser.Weekdays(call.Text("days")!),
            Time = ScheduleParser.Time(typedTime),
            ZoneId = zone ?? team.ZoneId ?? "UTC",
            ChannelId = call.ChannelOf("channel") ?? call.Channel ?? throw new UserError(_ => "I can't tell which channel this is. Name one with channel: and try again. Nothing was saved."),
            RoleId = call.Role("role"),
            Message = string.IsNullOrEmpty(message) ? null : message,
        };
        if (day.RoleId?.Value == team.Id.Value) throw new UserError(_ => "I never mention @everyone. Pick your athletes' role, or leave the role out. Nothing was saved.");

        var added = await days.AddAsync(call.Id, day, teamZone: team.ZoneId is null ? zone : null, time.Now(), ct);
        await alarm.SetAsync(ct);
        return StrengthDayReplies.Added(added, time.Now(), zoneIsAGuess: zone is null && team.ZoneId is null, ScheduleParser.MayMeanAfternoon(typedTime, added.Time));
    }

    public Task<IReadOnlyList<Choice>> SuggestAsync(SuggestCall call, CancellationToken ct) => Task.FromResult(Zones.Choices(call.Typed, time.Now()));
}

internal sealed class ListStrengthDaysCommand(StrengthDayStore days, ReminderStore reminders, TeamStore teams, TimeProvider time) : ICommand
{
    private static readonly Duration Recent = Duration.FromDays(14);

    public CommandSpec Spec { get; } = new("strength-day list", "Coaches: show the team's strength days and their next dates");

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var team = await teams.GetAsync(call.Caller.RequireTeam(), ct);
        Access.RequireCoach(call.Caller, team);
        var now = time.Now();
        var list = await days.ListAsync(team.Id, ct);
        var skipped = await reminders.SkippedAsync(team.Id, now - Recent, ct);
        return StrengthDayReplies.List(list, skipped, now);
    }
}

internal sealed class RemoveStrengthDayCommand(StrengthDayStore days, TeamStore teams, ReminderAlarm alarm, TimeProvider time) : ICommand, ISuggests
{
    public CommandSpec Spec { get; } = new("strength-day remove", "Coaches: remove one of the team's strength days",
        new OptionSpec("day", "Which one: its number in the list") { Required = true, Suggests = true, Min = 1, Max = 20 });

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var team = await teams.GetAsync(call.Caller.RequireTeam(), ct);
        Access.RequireCoach(call.Caller, team);
        var typed = call.Text("day")!;
        if (!int.TryParse(typed.Trim().TrimStart('#').Replace("No.", "", StringComparison.OrdinalIgnoreCase), NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture, out var number))
        {
            throw new UserError(_ => $"I can't read {Markup.Quote(typed)} as a number. Pick one from the list, or see `/strength-day list`. Nothing was removed.");
        }
        var removed = await days.RemoveAsync(call.Id, team.Id, number, time.Now(), ct)
            ?? throw new UserError(_ => $"There is no strength day No. {number} here. `/strength-day list` shows yours. Nothing was removed.");
        await alarm.SetAsync(ct);
        return StrengthDayReplies.Removed(removed);
    }

    public async Task<IReadOnlyList<Choice>> SuggestAsync(SuggestCall call, CancellationToken ct)
    {
        var team = await teams.GetAsync(call.Caller.RequireTeam(), ct);
        Access.RequireCoach(call.Caller, team);
        return
        [
            .. (await days.ListAsync(team.Id, ct))
                .Select(day => new Choice($"No. {day.Number}: {day.When} ({day.ZoneId})", day.Number.ToString(CultureInfo.InvariantCulture)))
                .Where(choice => choice.Name.Contains(call.Typed.Trim(), StringComparison.OrdinalIgnoreCase)),
        ];
    }
}
