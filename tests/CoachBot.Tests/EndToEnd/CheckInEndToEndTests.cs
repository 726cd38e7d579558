using CoachBot.Sandbox;
using CoachBot.Tests.Storage;

namespace CoachBot.Tests.EndToEnd;

public abstract class CheckInEndToEndTests(DatabaseKind kind)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TwoAthletesLogForThemselvesAndASecondTeamSeesNothing()
    {
        await using var team = await RunningTeam.StartAsync(kind: kind);
        await team.Kim.TypeAsync("/setup zone:new york", Ct);
        var first = (await team.Maya.TypeAsync("/checkin", Ct)).Shown();
        Assert.True(first.IsEphemeral);
        Assert.Contains("done today, Tue 24 Nov", first.Content, StringComparison.Ordinal);
        Assert.Contains("1 of 2", first.Content, StringComparison.Ordinal);

        var again = (await team.Maya.TypeAsync("/checkin effort:7 minutes:25 what:squat 3x12, plank 3x45s", Ct)).Shown();
        Assert.Contains("Updated", again.Content, StringComparison.Ordinal);
        Assert.Contains("Body-weight squat 3×12, Front plank 3×45 s · 25 minutes · effort 7 of 10", again.Content, StringComparison.Ordinal);
        Assert.Contains("1 of 2", again.Content, StringComparison.Ordinal);

        Assert.Contains("2 of 2", (await team.Maya.TypeAsync("/checkin date:yesterday", Ct)).Shown().Content, StringComparison.Ordinal);
        Assert.Contains("1 of 2", (await team.Ana.TypeAsync("/checkin", Ct)).Shown().Content, StringComparison.Ordinal);
        Assert.Contains("1 of 2", (await team.Zoe.TypeAsync("/checkin", Ct)).Shown().Content, StringComparison.Ordinal);
        Assert.Equal(4, team.Query<long>("select count(*) from check_ins"));
        Assert.Equal(2, team.Query<long>("select count(distinct team_id) from check_ins"));

        Assert.DoesNotContain(team.Zoe.Sees(), message => message.ChannelId == first.ChannelId);
        Assert.DoesNotContain(team.Ana.Sees(), message => message.Id == first.Id);
        Assert.All(team.Maya.Sees(), message => Assert.True(message.IsEphemeral));
    }

    [Fact]
    public async Task UnreadPartsAreNamedAndCanBeWrittenAgain()
    {
        await using var team = await RunningTeam.StartAsync(kind: kind);
        var answer = (await team.Maya.TypeAsync("/checkin what:squat 3x12, @everyone 3x3", Ct)).Shown();
        Assert.Contains(@"\@everyone 3x3", answer.Content, StringComparison.Ordinal);
        Assert.False(answer.PingedEveryone);
        Assert.Contains("Logged: strength done today", answer.Content, StringComparison.Ordinal);
        Assert.Contains("Body-weight squat 3×12", answer.Content, StringComparison.Ordinal);
        Assert.Equal(["Write it again", "Undo"], answer.Buttons.Select(button => button.Label));
        await team.Maya.PressAsync(answer, "Undo", Ct);
        Assert.Contains("still to come", (await team.Maya.TypeAsync("/checkin date:2026-12-24", Ct)).Shown().Content, StringComparison.Ordinal);
        Assert.Contains("14 days back", (await team.Maya.TypeAsync("/checkin date:2026-10-01", Ct)).Shown().Content, StringComparison.Ordinal);
        Assert.Equal(Outcome.Failed, (await team.Maya.TypeAsync("/checkin effort:11", Ct)).Outcome);
        Assert.Equal(0, team.Query<long>("select count(*) from check_ins"));
    }

    [Fact]
    public async Task UndoTakesItBackAndOnlyOnce()
    {
        await using var team = await RunningTeam.StartAsync(kind: kind);
        var logged = (await team.Maya.TypeAsync("/checkin", Ct)).Shown();
        var undone = (await team.Maya.PressAsync(logged, "Undo", Ct)).Shown();
        Assert.Equal(logged.Id, undone.Id);
        Assert.Contains("Undone", undone.Content, StringComparison.Ordinal);
        Assert.Empty(undone.Buttons);
        Assert.Equal(0, team.Query<long>("select count(*) from check_ins"));
    }

    [Fact]
    public async Task ACheckInDeliveredTwiceActsOnceAlsoAfterARestart()
    {
        await using var team = await RunningTeam.StartAsync(kind: kind);
        await team.Maya.TypeAsync("/checkin effort:4", Ct);
        team.Sandbox.RepeatLastInteraction();
        await team.RestartBotAsync();
        team.Sandbox.RepeatLastInteraction();
        // Ana's call arrives after the repeated one, and a bot that stops finishes what it has heard.
        await team.Ana.TypeAsync("/checkin", Ct);
        await team.StopBotAsync();
        Assert.Equal(1, team.Query<long>($"select count(*) from check_in_changes where athlete_id = {team.Maya.Id}"));
        Assert.Single(team.Maya.Sees());
    }

    [Fact]
    public async Task AcknowledgedCheckInsSurviveARestart()
    {
        await using var team = await RunningTeam.StartAsync(kind: kind);
        await team.Maya.TypeAsync("/checkin effort:4", Ct);
        await team.RestartBotAsync();
        var updated = (await team.Maya.TypeAsync("/checkin minutes:20", Ct)).Shown();
        Assert.Contains("Updated", updated.Content, StringComparison.Ordinal);
        Assert.Contains("20 minutes · effort 4 of 10", updated.Content, StringComparison.Ordinal);
        Assert.Equal(1, team.Query<long>("select count(*) from check_ins"));
    }
}

public sealed class CheckInEndToEndTestsOnSqlite() : CheckInEndToEndTests(DatabaseKind.Sqlite);

public sealed class CheckInEndToEndTestsOnPostgres() : CheckInEndToEndTests(DatabaseKind.Postgres);
