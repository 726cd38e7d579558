using CoachBot.Chat;
using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;
using CoachBot.Exercises.Shelves;
using CoachBot.Language;
using CoachBot.Runtime;
using CoachBot.Teams;

namespace CoachBot.CheckIns;

/// <summary>Bare, it logs "done today" in one step; each option adds a detail.</summary>
internal sealed class CheckInCommand(CheckInDesk desk, TeamStore teams, TimeProvider time) : ICommand, ISuggests
{
    /// <summary>Room for a plan that is pasted in.</summary>
    public const int LongestWhat = 1000;

    private static readonly CheckInWords Words = CheckInWords.In(Locale.English);

    public CommandSpec Spec { get; } = new("checkin", Words.Command,
        new OptionSpec("effort", Words.EffortOption, OptionKind.Integer) { Min = 1, Max = 10 },
        new OptionSpec("minutes", Words.MinutesOption, OptionKind.Integer) { Min = 1, Max = 300 },
        new OptionSpec("what", Words.WhatOption) { Min = 1, Max = LongestWhat },
        new OptionSpec("date", Words.DateOption) { Suggests = true, Max = 40 });

    public Task<Reply> HandleAsync(CommandCall call, CancellationToken ct) => desk.LogAsync(
        call.Id,
        call.Caller,
        new TypedCheckIn
        {
            Date = call.Text("date"),
            Effort = call.Integer("effort"),
            Minutes = call.Integer("minutes"),
            What = call.Text("what")
        },
        ct);

    public async Task<IReadOnlyList<Choice>> SuggestAsync(SuggestCall call, CancellationToken ct)
    {
        var team = await teams.GetAsync(call.Caller.RequireTeam(), ct);
        return CheckInDay.Choices(call.Typed, team.TrainingDay(time.Now()), call.Caller.Locale);
    }
}
