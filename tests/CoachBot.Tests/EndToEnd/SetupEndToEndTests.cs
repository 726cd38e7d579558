namespace CoachBot.Tests.EndToEnd;

/// <summary>What settings mean for a team is said where they are made, with a button that mends it.</summary>
public sealed class SetupEndToEndTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ATeamWithoutAZoneIsAskedForItAndOneTapSetsIt()
    {
        await using var team = await RunningTeam.StartAsync();
        var asked = (await team.Kim.TypeAsync("/setup", Ct)).Shown();
        Assert.StartsWith("**Which time zone is your team in?**", asked.Content, StringComparison.Ordinal);
        var set = (await team.Kim.SelectAsync(asked, asked.Select().CustomId, ["America/Chicago"], Ct)).Shown();
        Assert.Contains("Time zone: America/Chicago", set.Content, StringComparison.Ordinal);
        Assert.DoesNotContain("Which time zone", (await team.Kim.TypeAsync("/setup", Ct)).Shown().Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoPlacesOfOneNameAreAButtonEach()
    {
        await using var team = await RunningTeam.StartAsync();
        var asked = (await team.Kim.TypeAsync("/setup zone:Portland", Ct)).Shown();
        Assert.Equal(2, asked.Buttons.Count);
        var set = (await team.Kim.PressAsync(asked, asked.Buttons[0].Label, Ct)).Shown();
        Assert.Contains("Time zone: America/Los_Angeles", set.Content, StringComparison.Ordinal);

        var which = (await team.Kim.TypeAsync("/strength-day add days:Tue,Thu time:3:30 zone:portland", Ct)).Shown();
        Assert.StartsWith("Not saved yet.", which.Content, StringComparison.Ordinal);
        Assert.Equal(0, team.Query<long>("select count(*) from strength_days"));
        var time = (await team.Kim.PressAsync(which, which.Buttons[1].Label, Ct)).Shown();
        var added = (await team.Kim.PressAsync(time, "3:30 pm, afternoon (15:30)", Ct)).Shown();
        Assert.Contains("Set: Tue and Thu at 15:30** (America/New_York), No. 1", added.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DaysThatKeepAnotherZoneAreNamedAndMovedWithOneTap()
    {
        await using var team = await RunningTeam.StartAsync();
        await team.Kim.TypeAsync("/strength-day add days:Tue,Thu time:15:30 zone:America/Chicago", Ct);
        var changed = (await team.Kim.TypeAsync("/setup zone:Denver", Ct)).Shown();
        Assert.Contains(
            "No. 1 (Tue and Thu at 15:30, America/Chicago) keeps its own time zone, not America/Denver.", changed.Content, StringComparison.Ordinal);
        var moved = (await team.Kim.PressAsync(changed, "Move it to the team's zone", Ct)).Shown();
        Assert.Contains("Moved** to America/Denver: No. 1", moved.Content, StringComparison.Ordinal);
        Assert.Contains("(America/Denver)", (await team.Kim.TypeAsync("/strength-day list", Ct)).Shown().Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheAthletesRoleAsCoachRoleIsWarnedOfAndTakenBackWithOneTap()
    {
        await using var team = await RunningTeam.StartAsync();
        await team.Kim.TypeAsync("/strength-day add days:Tue,Thu time:15:30 zone:denver role:@Athletes", Ct);
        var warned = (await team.Kim.TypeAsync("/setup coach-role:@Athletes", Ct)).Shown();
        Assert.Contains("every athlete is a coach now", warned.Content, StringComparison.Ordinal);
        await team.Kim.PressAsync(warned, "No coach role", Ct);
        Assert.Contains("Only coaches", (await team.Maya.TypeAsync("/strength-day list", Ct)).Shown().Content, StringComparison.Ordinal);

        await team.Kim.TypeAsync("/setup coach-role:@Coaches", Ct);
        var mentions = (await team.Kim.TypeAsync("/strength-day add days:Mon,Wed time:16:30 role:@Coaches", Ct)).Shown();
        Assert.Contains("is your coach role, so no athlete is mentioned", mentions.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AChannelThatItsReadersCannotSeeIsNamedWithTheSettingToChange()
    {
        await using var team = await RunningTeam.StartAsync();
        var hidden = (await team.Kim.TypeAsync("/strength-day add days:Tue,Thu time:15:30 zone:denver channel:#coaches role:@Athletes", Ct)).Shown();
        Assert.Contains("can't see", hidden.Content, StringComparison.Ordinal);
        Assert.Contains("allow that role View Channel", hidden.Content, StringComparison.Ordinal);
        Assert.Contains(hidden.Buttons, button => button.Label == "Check again");
        var open = (await team.Kim.TypeAsync("/strength-day add days:Mon,Wed time:15:30 channel:#strength role:@Athletes", Ct)).Shown();
        Assert.DoesNotContain("⚠️", open.Content, StringComparison.Ordinal);
    }
}
