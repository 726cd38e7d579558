using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;
using CoachBot.Teams;

namespace CoachBot.Safety;

/// <summary>What a person in trouble is answered, in the room where they typed it: <c>Hear</c>, and where that hears something, <c>AnswerAsync</c>.</summary>
internal sealed class SafetyDesk(SafetyEar ear, HelpLines helpLines, TeamStore teams)
{
    /// <summary>The most urgent sign in what was typed; null when there is none.</summary>
    public Sign? Hear(string? typed) => typed is null ? null : ear.Hear(typed);

    /// <summary>Always private. The same for everybody: nothing of what was typed is in it, and nothing of it is kept, counted or logged.</summary>
    public async Task<Reply> AnswerAsync(Sign sign, Caller caller, CancellationToken ct)
    {
        var country = caller.TeamId is { } team ? CountryOf(await teams.GetAsync(team, ct)) : null;
        return SafetyReplies.For(sign, helpLines.Of(country), caller.Locale);
    }

    /// <summary>The country that a coach named, or else the zone's; null where no coach named either.</summary>
    private static string? CountryOf(Team team) => team.Country ?? Countries.OfZone(team.ZoneId);
}
