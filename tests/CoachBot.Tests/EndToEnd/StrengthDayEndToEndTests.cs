using System.Text.RegularExpressions;
using CoachBot.Sandbox;
using CoachBot.Tests.Storage;
using NodaTime;

namespace CoachBot.Tests.EndToEnd;

public abstract class StrengthDayEndToEndTests(DatabaseKind kind)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>The clocks of New York go back on Sunday, 1 November 2026 at 06:00 UTC.</summary>
    [Fact]
    public async Task TheTeamIsRemindedOnTheMinuteOverAChangeOfTheClocksAndOverARestart()
    {
        await using var team = await RunningTeam.StartAsync(Instant.FromUtc(2026, 10, 30, 12, 0), kind);
        var set =
            (await team.Kim.TypeAsync("/strength-day add days:sat sun time:3:30pm zone:new york role:@Athletes message:Bring water, @everyone!", Ct)).Shown();
        Assert.Contains("Sat and Sun at 15:30** (America/New_York)", set.Content, StringComparison.Ordinal);
        var saturday = Instant.FromUtc(2026, 10, 31, 19, 30);
        var sunday = Instant.FromUtc(2026, 11, 1, 20, 30);
        Assert.Equal(
            [saturday, sunday, saturday + Duration.FromDays(7) + Duration.FromHours(1), sunday + Duration.FromDays(7)],
            Regex.Matches(set.Content, @"<t:(\d+):F>").Select(moment => Instant.FromUnixTimeSeconds(long.Parse(moment.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture))));

        team.Time.SetUtcNow((saturday - Duration.FromSeconds(1)).ToDateTimeOffset());
        Assert.Empty(Reminders(team));
        var first = await team.MoveClockAsync(saturday, team.Sandbox.WaitForMessageAsync(IsReminder, Ct));
        Assert.False(first.IsEphemeral);
        Assert.Equal([team.Athletes], first.PingedRoles);
        Assert.False(first.PingedEveryone);
        Assert.Empty(first.PingedUsers);
        Assert.Contains(@"Bring water, \@everyone!", first.Content, StringComparison.Ordinal);
        Assert.DoesNotContain("late", first.Content, StringComparison.Ordinal);

        await team.RestartBotAsync();
        team.Time.SetUtcNow((sunday - Duration.FromSeconds(1)).ToDateTimeOffset()); // 24 hours after the first, and not yet due
        Assert.Single(Reminders(team));
        await team.MoveClockAsync(sunday, team.Sandbox.WaitForMessageAsync(message => IsReminder(message) && message.Id != first.Id, Ct));
        Assert.Equal(2, Reminders(team).Count);
        Assert.Empty(team.Zoe.Sees());

        var done = (await team.Ana.PressAsync(first, "Done", Ct)).Shown();
        Assert.True(done.IsEphemeral);
        Assert.Contains("Logged: strength done today, Sun 1 Nov", done.Content, StringComparison.Ordinal);
        Assert.Equal(team.Ana.Id, (ulong)team.Query<long>("select athlete_id from check_ins"));
    }

    [Fact]
    public async Task OnlyCoachesSetListAndRemove()
    {
        await using var team = await RunningTeam.StartAsync(kind: kind);
        string[] lines = ["/strength-day add days:Tue time:15:30", "/strength-day list", "/strength-day remove day:1", "/setup", "/setup zone:denver"];
        foreach (var line in lines)
        {
            var refused = (await team.Maya.TypeAsync(line, Ct)).Shown();
            Assert.True(refused.IsEphemeral);
            Assert.Contains("Only coaches", refused.Content, StringComparison.Ordinal);
        }
        Assert.Empty(await team.Maya.SuggestAsync("/strength-day remove day:", Ct));
        Assert.Equal(0, team.Query<long>("select count(*) from strength_days"));

        // A role makes a coach, and taking the Manage Server permission's place takes that permission.
        await team.Kim.TypeAsync("/setup coach-role:@Athletes", Ct);
        Assert.Contains("Set:", (await team.Maya.TypeAsync("/strength-day add days:Tue time:15:30 zone:denver", Ct)).Shown().Content, StringComparison.Ordinal);
        Assert.Contains("Manage Server", (await team.Maya.TypeAsync("/setup coach-role:@Coaches", Ct)).Shown().Content, StringComparison.Ordinal);
        Assert.Contains("Only coaches", (await team.Zoe.TypeAsync("/strength-day list", Ct)).Shown().Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACoachSeesAndRemovesWhatWasSetAlsoAfterARestart()
    {
        await using var team = await RunningTeam.StartAsync(kind: kind);
        await team.Kim.TypeAsync("/strength-day add days:Tue,Thu time:15:30 zone:America/Chicago channel:#coaches", Ct);
        await team.RestartBotAsync();
        Assert.Contains(
            "No. 1: Tue and Thu at 15:30** (America/Chicago)", (await team.Kim.TypeAsync("/strength-day list", Ct)).Shown().Content, StringComparison.Ordinal);
        var choice = Assert.Single(await team.Kim.SuggestAsync("/strength-day remove day:", Ct));
        Assert.Contains("Removed", (await team.Kim.TypeAsync($"/strength-day remove day:{choice.Value}", Ct)).Shown().Content, StringComparison.Ordinal);
        Assert.Contains("no strength days yet", (await team.Kim.TypeAsync("/strength-day list", Ct)).Shown().Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MissingDetailsAreAskedForBeforeSavingAndOneTapContinues()
    {
        await using var team = await RunningTeam.StartAsync(kind: kind);
        var zone = (await team.Kim.TypeAsync("/strength-day add days:MWF time:3:30 role:@Athletes message:Bring water", Ct)).Shown();
        Assert.StartsWith("Not saved yet. **Which time zone", zone.Content, StringComparison.Ordinal);
        Assert.Equal(0, team.Query<long>("select count(*) from strength_days"));
        var time = (await team.Kim.SelectAsync(zone, zone.Select().CustomId, ["America/Chicago"], Ct)).Shown();
        Assert.Equal(["3:30 pm, afternoon (15:30)", "3:30 am, night (03:30)"], time.Buttons.Select(button => button.Label));
        Assert.Equal(0, team.Query<long>("select count(*) from strength_days"));
        await team.RestartBotAsync();
        var set = (await team.Kim.PressAsync(time, "3:30 pm, afternoon (15:30)", Ct)).Shown();
        Assert.Contains("Set: Mon, Wed and Fri at 15:30** (America/Chicago), No. 1", set.Content, StringComparison.Ordinal);
        Assert.Contains("Bring water", set.Content, StringComparison.Ordinal);
        Assert.Equal("15:30", team.Query<string>("select local_time from strength_days"));
        Assert.Equal("America/Chicago", team.Query<string>("select zone from teams"));
        // The team's zone is known now, and a time that leaves no doubt is set at once.
        Assert.Contains("Set: Tue at 15:30", (await team.Kim.TypeAsync("/strength-day add days:Tue time:3:30pm channel:#coaches", Ct)).Shown().Content,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task APlanThatWillNotWorkIsSaidWithAButtonThatMendsIt()
    {
        await using var team = await RunningTeam.StartAsync(kind: kind);
        var one = (await team.Kim.TypeAsync("/strength-day add days:Tue time:15:30 zone:chicago", Ct)).Shown();
        Assert.Contains("one strength day in the week", one.Content, StringComparison.Ordinal);
        var two = (await team.Kim.PressAsync(one, "Add Thursday", Ct)).Shown();
        Assert.Contains("Changed: Tue and Thu at 15:30", two.Content, StringComparison.Ordinal);
        Assert.Empty(two.Buttons);

        var twice = (await team.Kim.TypeAsync("/strength-day add days:Thu,Sat time:15:30", Ct)).Shown();
        Assert.Contains("No. 1 (Tue and Thu at 15:30) posts in the same channel at the same minute", twice.Content, StringComparison.Ordinal);
        Assert.Contains("Removed: Tue and Thu", (await team.Kim.PressAsync(twice, "Remove No. 1", Ct)).Shown().Content, StringComparison.Ordinal);

        var daily = (await team.Kim.TypeAsync("/strength-day add days:daily time:16:00", Ct)).Shown();
        Assert.Contains("every day of the week", daily.Content, StringComparison.Ordinal);
        Assert.Contains(
            "Changed: Mon, Wed and Fri at 16:00", (await team.Kim.PressAsync(daily, "Make it Mon, Wed and Fri", Ct)).Shown().Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AReminderThatFailedIsToldOfOnceWithTheNextCommandOfACoach()
    {
        await using var team = await RunningTeam.StartAsync(kind: kind);
        await team.Kim.TypeAsync("/strength-day add days:Tue,Thu time:15:30 zone:chicago", Ct);
        await team.StopBotAsync();
        team.Time.Advance(TimeSpan.FromDays(3));
        await team.RestartBotAsync();
        await Faults.Patience.UntilAsync(
            () => team.Query<long>("select count(*) from strength_days where trouble = 'NotRunning'") == 1, "the one that was missed");
        Assert.DoesNotContain("⚠️", (await team.Maya.TypeAsync("/checkin", Ct)).Shown().Content, StringComparison.Ordinal);
        Assert.Contains("⚠️ No. 1 (Tue and Thu at 15:30): The last reminder was not posted: the bot was not running.",
            (await team.Kim.TypeAsync("/checkin", Ct)).Shown().Content, StringComparison.Ordinal);
        Assert.DoesNotContain("not running", (await team.Kim.TypeAsync("/checkin", Ct)).Shown().Content, StringComparison.Ordinal);
    }

    /// <summary>The sandbox's second team has channels that the bot may not write in or see.</summary>
    [Theory]
    [InlineData("#strength", "role:@Athletes", null)]
    [InlineData("#strength", "role:@Sprinters", "allow anyone to @mention this role")]
    [InlineData("#notice-board", "", "allow me Send Messages")]
    [InlineData("#club-office", "", "allow me View Channel")]
    public async Task APlaceThatWillNotTakeRemindersIsSaidWithTheSettingToChange(string channel, string role, string? says)
    {
        await using var team = await RunningTeam.StartAsync(kind: kind);
        var lee = team.Sandbox.As("Coach Lee");
        var set = (await lee.TypeAsync($"/strength-day add days:Tue,Thu time:15:30 zone:chicago {role} channel:{channel}", Ct)).Shown();
        Assert.Contains("Set: Tue and Thu at 15:30", set.Content, StringComparison.Ordinal);
        if (says is null)
        {
            Assert.DoesNotContain("⚠️", set.Content, StringComparison.Ordinal);
            return;
        }
        Assert.Contains(says, set.Content, StringComparison.Ordinal);
        Assert.Contains(says, (await lee.PressAsync(set, "Check again", Ct)).Shown().Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("days:Blursday time:15:30", "day of the week")]
    [InlineData("days:Tue time:after school", "15:30")]
    [InlineData("days:Tue time:15:30 zone:Atlantis", "time zone")]
    public async Task AClearErrorSaysWhatToWriteInstead(string options, string says)
    {
        await using var team = await RunningTeam.StartAsync(kind: kind);
        Assert.Contains(says, (await team.Kim.TypeAsync($"/strength-day add {options}", Ct)).Shown().Content, StringComparison.Ordinal);
        Assert.Equal(0, team.Query<long>("select count(*) from strength_days"));
    }

    private static bool IsReminder(SandboxMessage message) => message.Content.Contains("strength day.", StringComparison.Ordinal) && !message.IsEphemeral;

    private static List<SandboxMessage> Reminders(RunningTeam team) => [.. team.Sandbox.MessagesIn(team.Sandbox.World.Channels[0].Id).Where(IsReminder)];
}

public sealed class StrengthDayEndToEndTestsOnSqlite() : StrengthDayEndToEndTests(DatabaseKind.Sqlite);

public sealed class StrengthDayEndToEndTestsOnPostgres() : StrengthDayEndToEndTests(DatabaseKind.Postgres);
