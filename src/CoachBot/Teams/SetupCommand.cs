using CoachBot.Chat;
using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;
using CoachBot.Language;
using NodaTime;

namespace CoachBot.Teams;

/// <summary>Shows the team's settings, and changes those that are named.</summary>
internal sealed class SetupCommand(TeamStore teams, SetupReplies replies, TimeProvider time) : ICommand, ISuggests
{
    public const string Everyone = "everyone";
    public const string OnlyMe = "me";

    private static readonly TeamWords Words = TeamWords.In(Locale.English);

    public CommandSpec Spec { get; } = new("setup", Words.Setup,
        new OptionSpec("zone", Words.ZoneOption) { Suggests = true, Max = 64 },
        new OptionSpec("country", Words.CountryOption) { Suggests = true, Max = 64 },
        new OptionSpec("coach-role", Words.CoachRoleOption, OptionKind.Role),
        new OptionSpec("cards", Words.CardsOption) { Choices = [new(Words.CardsForTheAsker, OnlyMe), new(Words.CardsForEveryone, Everyone)] },
        new OptionSpec("week-starts", Words.WeekStartsOption)
        {
            Choices = [new(Words.Day(IsoDayOfWeek.Monday), "monday"), new(Words.Day(IsoDayOfWeek.Sunday), "sunday")],
        });

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var id = call.Caller.RequireTeam();
        var team = await teams.GetAsync(id, ct);
        Access.RequireCoach(call.Caller, team);
        if (call.Options.Count == 0) return SetupReplies.Settings(team, time.Now(), call.Caller);

        if (call.Role("coach-role") is { } role)
        {
            Access.RequireManager(call.Caller);
            if (role.Value == id.Value) throw new UserError(locale => TeamWords.In(locale).EveryoneIsNoCoachRole);
        }
        var zone = call.Text("zone") is { } typed ? Zone(typed, call.Caller) : null;
        var country = call.Text("country") is { } named ? Countries.Resolve(named) : null;
        var changed = await teams.ChangeAsync(call.Id, id, time.Now(), current => current with
        {
            ZoneId = zone ?? current.ZoneId,
            Country = country ?? current.Country,
            CoachRoleId = call.Role("coach-role") ?? current.CoachRoleId,
            CardsForEveryone = call.Text("cards") is { } cards ? cards == Everyone : current.CardsForEveryone,
            WeekStart = call.Text("week-starts") switch { "sunday" => IsoDayOfWeek.Sunday, "monday" => IsoDayOfWeek.Monday, _ => current.WeekStart },
        }, ct);
        return await replies.ChangedAsync(team, changed, call.Caller, ct);
    }

    /// <summary>Two places of one name are a tap away.</summary>
    private static string Zone(string typed, Caller caller) => Zones.Meant(typed) is var places && places is [var only]
        ? only.ZoneId
        : throw new UserError(locale => TeamWords.In(locale).ZoneIsAmbiguous(typed, [.. places.Select(place => place.Label)]))
        {
            Buttons = [.. places.Select(place => SetZone.Button(place.Label, place.ZoneId, caller))],
        };

    public Task<IReadOnlyList<Choice>> SuggestAsync(SuggestCall call, CancellationToken ct) =>
        Task.FromResult(call.Option == "country" ? Countries.Choices(call.Typed) : Zones.Choices(call.Typed, time.Now()));
}
