using CoachBot.Sandbox;
using CoachBot.Storage;
using NodaTime;
using NodaTime.Extensions;

namespace CoachBot.Tests.EndToEnd;

/// <summary>A handler that takes long is covered by "thinking", and its answer still comes.</summary>
public sealed class SlowAnswerTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact, Fault("C1")]
    public async Task ACheckInThatTakesLongIsThoughtAboutAndThenAnswered()
    {
        await using var team = await RunningTeam.StartAsync();
        var database = team.Bot.Services.GetRequiredService<Database>();
        using var free = new ManualResetEventSlim();
        var held = new TaskCompletionSource();
        var busy = Task.Run(() => database.WriteAsync(_ => { held.SetResult(); free.Wait(Ct); }, Ct), Ct);
        await held.Task;

        var thinking = await TypeAndWaitAsync(team, "/checkin");
        Assert.Equal(Outcome.Deferred, thinking.Outcome);
        Assert.True(thinking.Message!.IsEphemeral);
        free.Set();
        await busy;
        var answer = await team.Sandbox.WaitForMessageAsync(message => message.Id == thinking.Message.Id && message.Content.Length > 0, Ct);
        Assert.Contains("Logged", answer.Content, StringComparison.Ordinal);
        Assert.Equal(1, team.Query<long>("select count(*) from check_ins"));
        Assert.Equal("Undo", Assert.Single(answer.Buttons).Label);
    }

    [Fact]
    public async Task ACardForEveryoneThatTakesLongStillComesForEveryone()
    {
        await using var team = await RunningTeam.StartAsync();
        await team.Kim.TypeAsync("/setup cards:everyone", Ct);
        var database = team.Bot.Services.GetRequiredService<Database>();
        using var free = new ManualResetEventSlim();
        var held = new TaskCompletionSource();
        var busy = Task.Run(() => database.ReadAsync(_ => { held.SetResult(); free.Wait(Ct); return true; }, Ct), Ct);
        await held.Task;

        var thinking = await TypeAndWaitAsync(team, "/exercise name:plank");
        Assert.True(thinking.Message!.IsEphemeral);
        free.Set();
        await busy;
        var card =
            await team.Sandbox.WaitForMessageAsync(message => !message.IsEphemeral && message.Text.Contains("Front plank", StringComparison.Ordinal), Ct);
        Assert.Contains(team.Ana.Sees(), message => message.Id == card.Id);
    }

    /// <summary>Types, and lets the clock run on until something is shown.</summary>
    private static async Task<SandboxAnswer> TypeAndWaitAsync(RunningTeam team, string line) =>
        await team.MoveClockAsync(team.Time.GetUtcNow().ToInstant() + Duration.FromMilliseconds(1), team.Maya.TypeAsync(line, Ct));
}
