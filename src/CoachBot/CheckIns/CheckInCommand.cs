using CoachBot.Chat;
using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;
using CoachBot.Exercises;
using CoachBot.Teams;

namespace CoachBot.CheckIns;

/// <summary>Bare, it logs "done today" in one step; each option adds a detail.</summary>
internal sealed class CheckInCommand(CheckInDesk desk, Library library, TeamStore teams, TimeProvider time) : ICommand, ISuggests
{
    public CommandSpec Spec { get; } = new("checkin", "Log your strength session: done today, in one step",
        new OptionSpec("effort", "How hard it felt: 1 very easy, 10 all you had", OptionKind.Integer) { Min = 1, Max = 10 },
        new OptionSpec("minutes", "How long it took", OptionKind.Integer) { Min = 1, Max = 300 },
        new OptionSpec("what", "What you did, such as: squat 3x12, plank 3x45s") { Min = 1, Max = 300 },
        new OptionSpec("date", "When, if not today: yesterday, or a date up to 14 days back") { Suggests = true, Max = 40 });

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var done = call.Text("what") is { } what ? WorkParser.Parse(what, (await library.OfAsync(call.Caller.TeamId, ct)).Search) : [];
        return await desk.LogAsync(
            call.Id,
            call.Caller,
            today => new CheckIn
            {
                Day = DayParser.Parse(call.Text("date"), today),
                Effort = call.Integer("effort"),
                Minutes = call.Integer("minutes"),
                Work = done,
            },
            ct);
    }

    public async Task<IReadOnlyList<Choice>> SuggestAsync(SuggestCall call, CancellationToken ct)
    {
        var team = await teams.GetAsync(call.Caller.RequireTeam(), ct);
        return DayParser.Choices(call.Typed, team.TrainingDay(time.Now()));
    }
}

/// <summary>The one-tap check-in under a reminder: "done today" for whoever taps.</summary>
internal sealed class DoneButton(CheckInDesk desk) : IButtonAction
{
    public const string ActionName = "done";

    public string Action => ActionName;

    public Task<Reply> PressAsync(ButtonCall call, CancellationToken ct) => desk.LogAsync(call.Id, call.Caller, today => new CheckIn { Day = today }, ct);
}

/// <summary>Takes a check-in back; only the athlete herself sees this button and may press it.</summary>
internal sealed class UndoButton(CheckInDesk desk) : IButtonAction
{
    public const string ActionName = "undo";

    public string Action => ActionName;

    public Task<Reply> PressAsync(ButtonCall call, CancellationToken ct) =>
        desk.UndoAsync(call.Id, call.Caller, Convert.ToInt64(call.Arguments[0], 16), ct);
}
