using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;
using NodaTime;

namespace CoachBot.Teams;

/// <summary>Puts together what is answered about settings.</summary>
internal sealed class SetupReplies(IEnumerable<IAfterSetup> rooms)
{
    public static IReadOnlyList<SelectOption> ZoneOptions(Instant now) =>
        [.. Zones.Choices("", now).Select(choice => new SelectOption(choice.Name, choice.Value))];

    /// <summary>A team without a zone is asked for it, with one tap.</summary>
    public static Reply Settings(Team team, Instant now, Caller caller)
    {
        var words = TeamWords.In(caller.Locale);
        if (team.ZoneId is not null) return Reply.Of(words.Settings(team));
        return Reply.Of($"{words.AskZone}\n{words.Settings(team)}") with
        {
            Select = new Select(TeamActions.PickZone) { Placeholder = words.ZonePlaceholder, Options = ZoneOptions(now), Owner = caller.UserId },
        };
    }

    /// <summary>The settings as they are now, and what does not fit to them any more.</summary>
    public async Task<Reply> ChangedAsync(Team before, Team after, Caller caller, CancellationToken ct)
    {
        var lines = new List<string> { TeamWords.In(caller.Locale).Changed(after) };
        var buttons = new List<Button>();
        foreach (var room in rooms)
        {
            if (await room.OfAsync(before, after, caller, ct) is not { } consequence) continue;
            lines.Add(consequence.Text);
            buttons.AddRange(consequence.Buttons);
        }
        return Reply.Of(string.Join('\n', lines)) with { Buttons = buttons };
    }
}
