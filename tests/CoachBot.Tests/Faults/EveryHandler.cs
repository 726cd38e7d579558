using System.Globalization;
using System.Text.Json.Nodes;
using CoachBot.Chat.Saying;
using CoachBot.CheckIns;
using CoachBot.TeamExercises;
using static CoachBot.Tests.Faults.Samples;

namespace CoachBot.Tests.Faults;

/// <summary>
/// Every handler of the composed bot with a good call to it. A new handler must be added here, and say who may use it: the tests of the fault
/// matrix then try it too.
/// </summary>
internal static class EveryHandler
{
    /// <summary>Suggestions that hold nothing of a team's: anybody may see them.</summary>
    public static readonly string[] PublicSuggestions = ["checkin date", "exercise name", "setup country", "setup zone", "strength-day add zone"];

    public static readonly IReadOnlyList<Sample> All =
    [
        new("setup", Audience.Coaches, Saves: true, Command, (_, _) => Typed("setup", ("zone", "Berlin"))),
        new("strength-day add", Audience.Coaches, Saves: true, Command, (_, _) => Typed("strength-day add", ("days", "Wed"), ("time", "16:00"))),
        new("strength-day list", Audience.Coaches, Saves: false, Command, (_, _) => Typed("strength-day list")),
        new("sd-list", Audience.Coaches, Saves: false, Component, (team, _) => Pressed(team.Ids.Make(new Button("", "sd-list", "0")))),
        new("strength-day remove", Audience.Coaches, Saves: true, Command, (_, _) => Typed("strength-day remove", ("day", "1"))),
        new("sd-zone", Audience.Coaches, Saves: true, Component, (team, _) => Picked(team.Ids.Make(Select("sd-zone", "1")), "America/Chicago")),
        new("sd-time", Audience.Coaches, Saves: true, Component, (team, _) => Pressed(team.Ids.Make(new Button("", "sd-time", "1", "other")))),
        new("sd-check", Audience.Coaches, Saves: false, Component, (team, _) => Pressed(team.Ids.Make(new Button("", "sd-check", "1")))),
        new("sd-days", Audience.Coaches, Saves: true, Component, (team, _) => Pressed(team.Ids.Make(new Button("", "sd-days", "1", "135")))),
        new("sd-remove", Audience.Coaches, Saves: true, Component, (team, _) => Pressed(team.Ids.Make(new Button("", "sd-remove", "1")))),
        new("sd-on", Audience.Coaches, Saves: true, Component, (team, _) => Pressed(team.Ids.Make(new Button("", "sd-on", "1")))),
        new("sd-place", Audience.Coaches, Saves: true, Component, (team, _) => Pressed(team.Ids.Make(new Button("", "sd-place", "1", "America/Chicago")))),
        new("sd-move", Audience.Coaches, Saves: true, Component, (team, _) => Pressed(team.Ids.Make(new Button("", "sd-move")))),
        new("team-zone", Audience.Coaches, Saves: true, Component, (team, _) => Pressed(team.Ids.Make(new Button("", "team-zone", "Europe/Berlin")))),
        new("team-pick", Audience.Coaches, Saves: true, Component, (team, _) => Picked(team.Ids.Make(Select("team-pick")), "America/Chicago")),
        new("team-norole", Audience.Coaches, Saves: true, Component, (team, _) => Pressed(team.Ids.Make(new Button("", "team-norole")))),
        new("checkin", Audience.Everyone, Saves: true, Command, (_, _) => Typed("checkin", ("date", "yesterday"))),
        new("exercise", Audience.Everyone, Saves: false, Command, (_, _) => Typed("exercise", ("name", "bridge"))),
        new("done", Audience.Everyone, Saves: true, Component, (team, _) => Pressed(team.Ids.Make(new Button("", "done")))),
        new("work", Audience.Everyone, Saves: false, Component, (team, _) => Pressed(team.Ids.Make(new Button("", "work", "1", WorkForm.Word(Day))))),
        new("work-form", Audience.Everyone, Saves: true, Samples.Form, (team, _) =>
            Sent(team.Ids.Make(new Form(WorkForm.FormSpec, WorkForm.Word(Day), "1")), ("what", "squat 3x12"))),
        new("ex", Audience.Everyone, Saves: false, Component, (team, _) => Pressed(team.Ids.Make(new Button("", "ex", "front-plank")))),
        new("show", Audience.Everyone, Saves: false, Component, (team, _) => Pressed(team.Ids.Make(new Button("", "show", "front-plank")))),
        new("exercises", Audience.Everyone, Saves: false, Command, (_, _) => Typed("exercises")),
        new("ask", Audience.Everyone, Saves: false, Command, (_, _) => Typed("ask", ("question", "how many sets should I do?"))),
        new("view", Audience.Everyone, Saves: false, Component, (team, _) => Pressed(team.Ids.Make(new Button("", "view", "front-plank", "why")))),
        new("list", Audience.Everyone, Saves: false, Component, (team, _) => Pressed(team.Ids.Make(new Button("", "list", "any", "any", "any", "1", "more")))),
        new("much", Audience.Everyone, Saves: false, Component, (team, _) => Picked(team.Ids.Make(Select("much", "front-plank")), "advanced")),
        new("family", Audience.Everyone, Saves: false, Component, (team, _) => Picked(team.Ids.Make(Select("family")), "planks")),
        new("pick", Audience.Everyone, Saves: false, Component, (team, _) => Picked(team.Ids.Make(Select("pick")), "front-plank")),
        new("answer", Audience.Everyone, Saves: false, Component, (team, _) => Picked(team.Ids.Make(Select("answer")), "rpe")),
        new("exercise-admin add", Audience.Coaches, Saves: false, Command, (_, _) => Typed("exercise-admin add", ("level", "basic"))),
        new("exercise-admin edit", Audience.Coaches, Saves: false, Command, (_, _) => Typed("exercise-admin edit", ("exercise", "Hill step-up"))),
        new("exercise-admin import", Audience.Coaches, Saves: false, Command, (_, _) => Typed("exercise-admin import")),
        new("exercise-admin retire", Audience.Coaches, Saves: true, Command, (_, _) => Typed("exercise-admin retire", ("exercise", "Hill step-up"))),
        new("own-back", Audience.Coaches, Saves: true, Component, (team, _) => Pressed(team.Ids.Make(new Button("", "own-back", "own-2")))),
        new("again", Audience.Everyone, Saves: false, Component, (team, _) => Pressed(team.Ids.Make(new Button("", "again")))),
        new("own", Audience.Coaches, Saves: true, Samples.Form, (team, _) => NewExercise(team, "Wall sit")),
        new("own-file", Audience.Coaches, Saves: true, Samples.Form, (team, _) => ImportOf(team, "Tiptoe walk")),
        new("own-import", Audience.Coaches, Saves: true, Component, (team, _) => Pressed(team.Ids.Make(new Button("", "own-import", "1")))),
        new("undo", Audience.Everyone, Saves: true, Component, (team, change) =>
            Pressed(team.Ids.Make(new Button("", "undo", change.ToString("x", CultureInfo.InvariantCulture))))),
    ];

    private static readonly NodaTime.LocalDate Day = new(2026, 11, 24);

    private static Select Select(string action, params string[] arguments) => new(action, arguments) { Placeholder = "", Options = [] };

    public static JsonObject NewExercise(SignedTeam team, string name) => Sent(
        team.Ids.Make(new Form(TeamExerciseForm.FormSpec, "new", "basic", "none")), ("name", name),
        ("steps", "Stand.\nStep."), ("cues", "Tall"), ("dose", "2 x 8 reps"));

    private static JsonObject ImportOf(SignedTeam team, string name) => Sent(
        team.Ids.Make(new Form(ImportForm.FormSpec)),
        ("json", $$"""{"exercises": [{"name": "{{name}}", "level": "basic", "steps": ["Walk."], "cues": ["Tall"], "dose": "2 x 20 s"}]}"""));

    /// <summary>
    /// A strength day, another that waits for its time, one in another zone, a check-in, two exercises of the team's own, one of them
    /// retired, and a file to import: to try them on.
    /// </summary>
    public static async Task<long> PrepareAsync(SignedTeam team)
    {
        await team.AskAsync(Command, SignedTeam.Coach, Typed("strength-day add", ("days", "Tue,Thu"), ("time", "15:30"), ("zone", "New York")));
        await team.AskAsync(Command, SignedTeam.Coach, Typed("strength-day add", ("days", "Fri"), ("time", "3:30")));
        await team.AskAsync(Command, SignedTeam.Coach, Typed("strength-day add", ("days", "Sat"), ("time", "16:00"), ("zone", "Chicago")));
        await team.AskAsync(Command, SignedTeam.Athlete, Typed("checkin", ("what", "squat 3x12")));
        foreach (var name in (string[])["Hill step-up", "Old step-up"]) await team.AskAsync(Samples.Form, SignedTeam.Coach, NewExercise(team, name));
        await team.AskAsync(Command, SignedTeam.Coach, Typed("exercise-admin retire", ("exercise", "Old step-up")));
        await team.AskAsync(Samples.Form, SignedTeam.Coach, ImportOf(team, "Heel walk"));
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
