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
        throw new UserError(_ => "Only coaches can do this. A coach is somebody with the team's coach role, or with the Manage Server permission. Please ask yours.") { Reason = Refusal.Denied };
    }

    /// <exception cref="UserError">The caller does not manage the server.</exception>
    public static void RequireManager(Caller caller)
    {
        if (caller.ManagesServer) return;
        throw new UserError(_ => "Only somebody with the Manage Server permission can say who the coaches are. Please ask the server's owner.") { Reason = Refusal.Denied };
    }
}
