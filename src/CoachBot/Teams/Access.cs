using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;

namespace CoachBot.Teams;

/// <summary>Who may do what. Checked at every call: what the platform hides or shows is for the eye only.</summary>
internal static class Access
{
    public static bool IsCoach(Caller caller, Team team) => caller.ManagesServer || (team.CoachRoleId is { } role && caller.Roles.Contains(role));

    /// <exception cref="UserError">The caller neither manages the server nor has the team's coach role.</exception>
    public static void RequireCoach(Caller caller, Team team)
    {
        if (IsCoach(caller, team)) return;
        throw new UserError(locale => TeamWords.In(locale).OnlyCoaches) { Reason = Refusal.Denied };
    }

    /// <summary>The caller's team, for its coaches alone.</summary>
    /// <exception cref="UserError">There is no team, or the caller is none of its coaches.</exception>
    public static async Task<Team> RequireCoachAsync(this TeamStore teams, Caller caller, CancellationToken ct)
    {
        var team = await teams.GetAsync(caller.RequireTeam(), ct);
        RequireCoach(caller, team);
        return team;
    }

    /// <exception cref="UserError">The caller does not manage the server.</exception>
    public static void RequireManager(Caller caller)
    {
        if (caller.ManagesServer) return;
        throw new UserError(locale => TeamWords.In(locale).OnlyManagers) { Reason = Refusal.Denied };
    }
}
