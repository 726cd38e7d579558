using CoachBot.Chat;
using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;
using NodaTime;

namespace CoachBot.Teams;

/// <summary>Shows the team's settings, and changes those that are named.</summary>
internal sealed class SetupCommand(TeamStore teams, TimeProvider time) : ICommand, ISuggests
{
    public const string Everyone = "everyone";
    public const string OnlyMe = "me";

    public CommandSpec Spec { get; } = new("setup", "Coaches: show or change the team's settings",
        new OptionSpec("zone", "The team's time zone, by city") { Suggests = true, Max = 64 },
        new OptionSpec("coach-role", "The role whose members are coaches", OptionKind.Role),
        new OptionSpec("cards", "Who sees the card that /exercise answers with, unless the asker says otherwise")
        {
            Choices = [new("only the person who asks", OnlyMe), new("everyone in the channel", Everyone)],
        },
        new OptionSpec("week-starts", "The first day of the team's week")
        {
            Choices = [new("Monday", "monday"), new("Sunday", "sunday")],
        });

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var id = call.Caller.RequireTeam();
        var team = await teams.GetAsync(id, ct);
        Access.RequireCoach(call.Caller, team);
        if (call.Options.Count == 0) return SetupReplies.Settings(team);

        if (call.Role("coach-role") is { } role)
        {
            Access.RequireManager(call.Caller);
            if (role.Value == id.Value) throw new UserError(_ => "@everyone cannot be the coach role: then every athlete would be a coach. Pick a role that only coaches have.");
        }
        var zone = call.Text("zone") is { } typed ? Zones.Resolve(typed) : null;
        var changed = await teams.ChangeAsync(call.Id, id, time.Now(), now => now with
        {
            ZoneId = zone ?? now.ZoneId,
            CoachRoleId = call.Role("coach-role") ?? now.CoachRoleId,
            CardsForEveryone = call.Text("cards") is { } cards ? cards == Everyone : now.CardsForEveryone,
            WeekStart = call.Text("week-starts") switch { "sunday" => IsoDayOfWeek.Sunday, "monday" => IsoDayOfWeek.Monday, _ => now.WeekStart },
        }, ct);
        return SetupReplies.Changed(changed);
    }

    public Task<IReadOnlyList<Choice>> SuggestAsync(SuggestCall call, CancellationToken ct) => Task.FromResult(Zones.Choices(call.Typed, time.Now()));
}

internal static class SetupReplies
{
    public static Reply Settings(Team team) => Reply.Of($"**Your team's settings**\n{Lines(team)}\n-# Change one: `/setup zone:New York`, `/setup coach-role:@Coaches`");

    public static Reply Changed(Team team) => Reply.Of($"**Saved. Your team's settings now**\n{Lines(team)}");

    private static string Lines(Team team) => string.Join('\n',
        $"Time zone: {team.ZoneId ?? "not set yet, so UTC is used"}",
        $"Coaches: everyone who may manage the server{(team.CoachRoleId is { } role ? $", and {Markup.Mention(role)}" : "")}",
        $"Exercise cards: {(team.CardsForEveryone ? "everyone in the channel sees them" : "only the person who asks sees them")}",
        $"Week starts on: {team.WeekStart}");
}
