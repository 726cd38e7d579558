using System.Globalization;
using System.Text.Json.Nodes;
using CoachBot.Chat;
using static CoachBot.Tests.Faults.Samples;

namespace CoachBot.Tests.Faults;

/// <summary>
/// Every handler of the composed bot with a good call to it. A new handler must be added here, and say who may use it: the tests of the fault
/// matrix then try it too.
/// </summary>
internal static class EveryHandler
{
    /// <summary>Suggestions that hold nothing of a team's: anybody may see them.</summary>
    public static readonly string[] PublicSuggestions = ["checkin date", "exercise name", "setup zone", "strength-day add zone"];

    public static readonly IReadOnlyList<Sample> All =
    [
        new("setup", Audience.Coaches, Saves: true, Command, (_, _) => Typed("setup", ("zone", "Berlin"))),
        new("strength-day add", Audience.Coaches, Saves: true, Command, (_, _) => Typed("strength-day add", ("days", "Wed"), ("time", "16:00"))),
        new("strength-day list", Audience.Coaches, Saves: false, Command, (_, _) => Typed("strength-day list")),
        new("strength-day remove", Audience.Coaches, Saves: true, Command, (_, _) => Typed("strength-day remove", ("day", "1"))),
        new("checkin", Audience.Everyone, Saves: true, Command, (_, _) => Typed("checkin", ("date", "yesterday"))),
        new("exercise", Audience.Everyone, Saves: false, Command, (_, _) => Typed("exercise", ("name", "bridge"))),
        new("done", Audience.Everyone, Saves: true, Component, (team, _) => Pressed(team.Ids.Make(new Button("", "done")))),
        new("ex", Audience.Everyone, Saves: false, Component, (team, _) => Pressed(team.Ids.Make(new Button("", "ex", "front-plank")))),
        new("show", Audience.Everyone, Saves: false, Component, (team, _) => Pressed(team.Ids.Make(new Button("", "show", "front-plank")))),
        new("undo", Audience.Everyone, Saves: true, Component, (team, change) => Pressed(team.Ids.Make(new Button("", "undo", change.ToString("x", CultureInfo.InvariantCulture))))),
    ];

    /// <summary>A strength day and a check-in to try them on.</summary>
    public static async Task<long> PrepareAsync(SignedTeam team)
    {
        await team.AskAsync(Command, SignedTeam.Coach, Typed("strength-day add", ("days", "Tue,Thu"), ("time", "15:30"), ("zone", "New York")));
        await team.AskAsync(Command, SignedTeam.Athlete, Typed("checkin", ("what", "squat 3x12")));
        return team.Query<long>($"select max(id) from check_in_changes where athlete_id = {SignedTeam.Athlete.User}");
    }
}

internal enum Audience
{
    Coaches,
    Everyone,
}

/// <param name="Handler">A command's name or an action's.</param>
/// <param name="Make">The data of a call that works, given the id of the athlete's change.</param>
internal sealed record Sample(string Handler, Audience For, bool Saves, int Type, Func<SignedTeam, long, JsonObject> Make);
