using System.Net;
using CoachBot.Sandbox;
using CoachBot.Tests.Storage;
using NodaTime;

namespace CoachBot.Tests.EndToEnd;

/// <summary>The database's server goes away under a running bot, as at an update of it, and comes back. Nobody restarts the bot.</summary>
public sealed class PostgresOutageTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WhileItIsAwayNobodyIsToldThatSomethingWasSavedAndAfterwardsAllGoesOn()
    {
        using var server = PostgresCluster.StartOwn();
        await using var team = await RunningTeam.StartAsync(Instant.FromUtc(2026, 11, 24, 23, 0), DatabaseKind.Postgres, server.Create());
        Assert.Contains("Logged", (await team.Maya.TypeAsync("/checkin effort:5", Ct)).Shown().Content, StringComparison.Ordinal);
        using var http = new HttpClient { BaseAddress = new Uri(team.Bot.HttpUrls[0]) };

        server.StopServer();
        Assert.StartsWith("Not saved", (await team.Ana.TypeAsync("/checkin effort:6", Ct)).Shown().Content, StringComparison.Ordinal);
        using (var health = await http.GetAsync("/readyz", Ct))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, health.StatusCode);
            Assert.Equal("gateway: ready\ndatabase: cannot write: its server does not answer\nscheduler: ready\n", await health.Content.ReadAsStringAsync(Ct));
        }

        server.StartServer();
        Assert.Contains("Updated", (await team.Maya.TypeAsync("/checkin minutes:20", Ct)).Shown().Content, StringComparison.Ordinal);
        Assert.Contains("Logged", (await team.Ana.TypeAsync("/checkin effort:7", Ct)).Shown().Content, StringComparison.Ordinal);
        Assert.Equal("5,7", team.Query<string>("select string_agg(cast(effort as text), ',' order by effort) from check_ins"));
    }

    [Fact]
    public async Task AReminderThatWasDueMeanwhileComesOnceAndIsMarkedLate()
    {
        using var server = PostgresCluster.StartOwn();
        var due = Instant.FromUtc(2026, 11, 24, 22, 30);
        await using var team = await RunningTeam.StartAsync(due - Duration.FromMinutes(10), DatabaseKind.Postgres, server.Create());
        await team.Kim.TypeAsync("/strength-day add days:tue time:3:30pm zone:denver", Ct);

        server.StopServer();
        team.Time.SetUtcNow((due + Duration.FromMinutes(1)).ToDateTimeOffset());
        for (var i = 0; i < 50; i++) team.Time.Advance(TimeSpan.FromSeconds(2));
        Assert.DoesNotContain(team.Maya.Sees(), IsReminder);

        server.StartServer();
        var reminder = await team.MoveClockAsync(due + Duration.FromMinutes(5), team.Sandbox.WaitForMessageAsync(IsReminder, Ct));
        Assert.Contains("late", reminder.Content, StringComparison.Ordinal);
        for (var i = 0; i < 50; i++) team.Time.Advance(TimeSpan.FromSeconds(2));
        await team.StopBotAsync();
        Assert.Single(team.Maya.Sees(), IsReminder);
    }

    /// <summary>Nobody wrote while it was away, so all the connections that are kept are dead ones.</summary>
    [Fact]
    public async Task ARestartThatNobodyNoticedCostsNobodyAnything()
    {
        using var server = PostgresCluster.StartOwn();
        await using var team = await RunningTeam.StartAsync(Instant.FromUtc(2026, 11, 24, 23, 0), DatabaseKind.Postgres, server.Create());
        Assert.Contains("Logged", (await team.Maya.TypeAsync("/checkin effort:5", Ct)).Shown().Content, StringComparison.Ordinal);
        server.StopServer();
        server.StartServer();
        Assert.Contains("Logged", (await team.Ana.TypeAsync("/checkin effort:6", Ct)).Shown().Content, StringComparison.Ordinal);
    }

    private static bool IsReminder(SandboxMessage message) => message.Content.Contains("trength day", StringComparison.Ordinal) && !message.IsEphemeral;
}
