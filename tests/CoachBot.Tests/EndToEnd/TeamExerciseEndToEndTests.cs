using CoachBot.Chat;
using CoachBot.Sandbox;
using CoachBot.Storage;
using CoachBot.Teams;
using CoachBot.Tests.Storage;
using CoachBot.Tests.Teams;
using Microsoft.Extensions.Logging.Abstractions;

namespace CoachBot.Tests.EndToEnd;

public abstract class TeamExerciseEndToEndTests(DatabaseKind kind)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static readonly Dictionary<string, string> StepUp = new()
    {
        ["name"] = "Hill step-up",
        ["steps"] = "1. Stand before the low wall. @everyone\n2. Step up, **slowly**.",
        ["cues"] = "Whole foot\nTall",
        ["dose"] = "2 x 8 reps per side",
        ["link"] = "https://example.org/step-up",
    };

    private static async Task<SandboxMessage> AddAsync(
        RunningTeam team, Dictionary<string, string>? values = null, string options = "level:basic after:Split squat")
    {
        var form = await team.Kim.TypeAsync($"/exercise-admin add {options}", Ct);
        Assert.Equal(Outcome.Form, form.Outcome);
        return (await team.Kim.SubmitAsync(form, values ?? StepUp, Ct)).Shown();
    }

    [Fact]
    public async Task ACoachAddsAnExerciseAndTheTeamUsesItAndNoOtherTeamSeesIt()
    {
        await using var team = await RunningTeam.StartAsync(kind: kind);
        var added = await AddAsync(team);
        Assert.False(added.IsEphemeral);
        Assert.False(added.PingedEveryone);
        Assert.Contains("Added by your team", added.Text, StringComparison.Ordinal);
        Assert.Contains(@"\@everyone", added.Json.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains(team.Maya.Sees(), message => message.Id == added.Id);

        await team.RestartBotAsync();
        Assert.Equal("Hill step-up (added by your team)", (await team.Maya.SuggestAsync("/exercise name:hill", Ct))[0].Name);
        var card = (await team.Maya.TypeAsync("/exercise name:hill stepup share:me", Ct)).Shown();
        Assert.False(card.IsEphemeral);
        Assert.Contains("Hill step-up", card.Text, StringComparison.Ordinal);
        Assert.Contains("Split squat", (await team.Maya.PressAsync(card, "Easier", Ct)).Shown().Text, StringComparison.Ordinal);
        Assert.Contains("Hill step-up 2×8", (await team.Maya.TypeAsync("/checkin what:hill step-up 2x8", Ct)).Shown().Text, StringComparison.Ordinal);
        Assert.Contains("Hill step-up", (await team.Maya.TypeAsync("/exercises family:own", Ct)).Shown().Text, StringComparison.Ordinal);

        Assert.DoesNotContain(await team.Zoe.SuggestAsync("/exercise name:hill", Ct), choice => choice.Name.Contains("Hill", StringComparison.Ordinal));
        Assert.DoesNotContain("Hill step-up",
            (await team.Zoe.TypeAsync("/exercise name:hill step-up", Ct)).Shown().Text.Replace("“Hill step-up”", "", StringComparison.OrdinalIgnoreCase),
            StringComparison.Ordinal);
        Assert.Contains("no exercises that fit", (await team.Zoe.TypeAsync("/exercises family:own", Ct)).Shown().Text, StringComparison.Ordinal);
        Assert.Contains(
            "I did not understand “hill step-up 2x8”", (await team.Zoe.TypeAsync("/checkin what:hill step-up 2x8", Ct)).Shown().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACoachChangesRetiresAndBringsBack()
    {
        await using var team = await RunningTeam.StartAsync(kind: kind);
        await AddAsync(team);
        var form = await team.Kim.TypeAsync("/exercise-admin edit exercise:Hill step-up level:advanced", Ct);
        Assert.Equal("Hill step-up", form.Form!.Fields.First(field => field.CustomId == "name").Value);
        var changed = (await team.Kim.SubmitAsync(form, new Dictionary<string, string>(StepUp) { ["dose"] = "3 x 6 reps" }, Ct)).Shown();
        Assert.False(changed.IsEphemeral);
        Assert.Contains("3 x 6 reps", changed.Text, StringComparison.Ordinal);
        Assert.Contains("Advanced", changed.Text, StringComparison.Ordinal);

        await team.Maya.TypeAsync("/checkin what:hill step-up 2x8", Ct);
        var retired = (await team.Kim.TypeAsync("/exercise-admin retire exercise:hill step-up", Ct)).Shown();
        Assert.DoesNotContain(await team.Maya.SuggestAsync("/exercise name:hill", Ct), choice => choice.Name.Contains("Hill", StringComparison.Ordinal));
        // What was logged with it keeps its name.
        Assert.Contains("Hill step-up 2×8", (await team.Maya.TypeAsync("/checkin minutes:20", Ct)).Shown().Text, StringComparison.Ordinal);

        await team.RestartBotAsync();
        Assert.Contains("is back", (await team.Kim.PressAsync(retired, "Bring it back", Ct)).Shown().Text, StringComparison.Ordinal);
        Assert.Contains("Hill", (await team.Maya.SuggestAsync("/exercise name:hill", Ct))[0].Name, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("name", "Glute bridge", "The library already has")]
    [InlineData("name", "<@&1> step", "letters, numbers")]
    [InlineData("name", "Step 3x12", "out of the name")]
    [InlineData("link", "http://example.org", "full https address")]
    [InlineData("link", "javascript:alert(1)", "full https address")]
    [InlineData("link", "https://kim@example.org/", "full https address")]
    [InlineData("steps", "1\n2\n3\n4\n5\n6\n7\n8\n9", "9 steps, and 8 fit")]
    public async Task ABadFieldIsOneClearSentenceAndNothingIsAdded(string field, string value, string part)
    {
        await using var team = await RunningTeam.StartAsync(kind: kind);
        var refused = await AddAsync(team, new Dictionary<string, string>(StepUp) { [field] = value });
        Assert.True(refused.IsEphemeral);
        Assert.Contains(part, refused.Content, StringComparison.Ordinal);
        Assert.Contains("Nothing was changed", refused.Content, StringComparison.Ordinal);
        // Nothing that was typed is lost: the form opens again, filled in.
        var again = await team.Kim.PressAsync(refused, "Open it again, filled in", Ct);
        Assert.Equal(value, again.Form!.Fields.First(filled => filled.CustomId == field).Value);
        Assert.Equal(0, team.Query<long>("select count(*) from own_exercises"));
    }

    [Fact]
    public async Task AthletesMayLookButNotChange()
    {
        await using var team = await RunningTeam.StartAsync(kind: kind);
        foreach (var line in (string[])["add level:basic", "edit exercise:x", "retire exercise:x", "import"])
        {
            var refused = (await team.Maya.TypeAsync($"/exercise-admin {line}", Ct)).Shown();
            Assert.True(refused.IsEphemeral);
            Assert.Contains("Only coaches", refused.Content, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task AnImportIsReportedLineByLineAndDoneOnceWhenConfirmed()
    {
        await using var team = await RunningTeam.StartAsync(kind: kind);
        await AddAsync(team);
        const string File = """
            {"exercises": [
              {"name": "Hill step-up", "level": "basic", "steps": ["Up.", "Down."], "cues": ["Tall"], "dose": "2 x 8 reps per side", "regressions": ["split-squat"]},
              {"name": "Wall sit", "level": "basic", "steps": ["Sit."], "cues": ["Knees over toes"], "dose": {"beginner": {"text": "2 x 20 s"}}, "pose": {}},
              {"name": "Long wall sit", "level": "advanced", "steps": "Sit.\nStay.", "cues": ["Breathe"], "dose": "2 x 45 s", "after": "Wall sit"},
              {"name": "Squat", "level": "basic", "steps": ["Sit."], "cues": ["Tall"], "dose": "1"},
              {"name": "Odd one", "level": "expert", "steps": ["Sit."], "cues": ["Tall"], "dose": "2 x 8"},
              7
            ]}
            """;
        var form = await team.Kim.TypeAsync("/exercise-admin import", Ct);
        var report = (await team.Kim.SubmitAsync(form, new Dictionary<string, string> { ["json"] = File }, Ct)).Shown();
        Assert.True(report.IsEphemeral);
        foreach (var line in (string[])["1. Change “Hill step-up”: steps, cues, link", "2. Add “Wall sit” (not kept: pose)", "3. Add “Long wall sit”",
            "4. Refused “Squat”: The library already has", "5. Refused “Odd one”: its level", "6. Refused: this is no exercise"])
            Assert.Contains(line, report.Content, StringComparison.Ordinal);
        Assert.Equal(1, team.Query<long>("select count(*) from own_exercises"));

        await team.RestartBotAsync();
        var done = (await team.Kim.PressAsync(report, "Confirm", Ct)).Shown();
        Assert.False(done.IsEphemeral);
        Assert.Contains("Added: Wall sit, Long wall sit.", done.Content, StringComparison.Ordinal);
        Assert.Contains("Changed: Hill step-up.", done.Content, StringComparison.Ordinal);
        Assert.Contains("done already", (await team.Kim.PressAsync(report, "Confirm", Ct)).Shown().Content, StringComparison.Ordinal);
        Assert.Equal(3, team.Query<long>("select count(*) from own_exercises"));

        var easier = (await team.Maya.PressAsync((await team.Maya.TypeAsync("/exercise name:long wall sit", Ct)).Shown(), "Easier", Ct)).Shown();
        Assert.Contains("Wall sit", easier.Text, StringComparison.Ordinal);
        Assert.Contains("wall sit 2×20 s", (await team.Maya.TypeAsync("/checkin what:wall sit 2x20", Ct)).Shown().Text, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Not only in the database: the shelf that is kept in memory would still show them.</summary>
    [Fact]
    public async Task ATeamThatIsErasedHasNoExercisesOfItsOwnAnyMore()
    {
        await using var team = await RunningTeam.StartAsync(kind: kind);
        await AddAsync(team);
        Assert.Contains("Hill step-up", (await team.Maya.TypeAsync("/exercises family:own", Ct)).Shown().Text, StringComparison.Ordinal);
        var membership = team.Bot.Services.GetRequiredService<Membership>();
        var database = team.Bot.Services.GetRequiredService<Database>();
        // The sandbox's teams always have the bot.
        var erasure =
            new Erasure(database, team.Bot.Services.GetServices<ITeamData>(), membership, new AskedForTeams(_ => false), NullLogger<Erasure>.Instance);
        // That the team was seen may be noted a moment after a call's answer: then it is removed once more.
        while (team.Query<long>("select count(*) from own_exercises") > 0)
        {
            await membership.RemovedAsync(new TeamId(team.Maya.TeamId), Ct);
            await database.WriteAsync(sql => { sql.Execute("update suspended_teams set suspended_at = 0"); }, Ct);
            await erasure.EraseAsync(Ct);
        }
        Assert.Contains("no exercises that fit", (await team.Maya.TypeAsync("/exercises family:own", Ct)).Shown().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ABrokenFileSaysInWhichLine()
    {
        await using var team = await RunningTeam.StartAsync(kind: kind);
        var form = await team.Kim.TypeAsync("/exercise-admin import", Ct);
        var refused =
            (await team.Kim.SubmitAsync(form, new Dictionary<string, string> { ["json"] = "{\"exercises\": [\n  {\"name\": \"a\",, }\n]}" }, Ct)).Shown();
        Assert.True(refused.IsEphemeral);
        Assert.Contains("in line 2", refused.Content, StringComparison.Ordinal);
    }
}

public sealed class TeamExerciseEndToEndTestsOnSqlite() : TeamExerciseEndToEndTests(DatabaseKind.Sqlite);

public sealed class TeamExerciseEndToEndTestsOnPostgres() : TeamExerciseEndToEndTests(DatabaseKind.Postgres);
