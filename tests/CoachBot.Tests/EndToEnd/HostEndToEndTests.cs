using System.Net;
using System.Text.Json.Nodes;
using CoachBot.Operations;
using CoachBot.Sandbox;
using CoachBot.Testing;

namespace CoachBot.Tests.EndToEnd;

public sealed class HostEndToEndTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact, Fault("E20")]
    public async Task HealthAndReadinessAnswer()
    {
        await using var team = await RunningTeam.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(team.Bot.HttpUrls[0]) };
        Assert.Equal("ok\n", await http.GetStringAsync("/healthz", Ct));
        // The commands may be registered a moment before the bot has taken note that it is ready.
        await SaysAsync(HttpStatusCode.OK);
        Assert.Equal("gateway: ready\ndatabase: ready\nscheduler: ready\n", await http.GetStringAsync("/readyz", Ct));

        await team.Maya.TypeAsync("/checkin", Ct);
        var ended = team.Bot.WaitAsync(Ct);
        await team.Sandbox.DisposeAsync();
        // A supervisor that asks for life sees it, whatever it asks for how long; nothing here ends by itself.
        await SaysAsync(HttpStatusCode.ServiceUnavailable);
        for (var i = 0; i < 100; i++) Assert.Equal("ok\n", await http.GetStringAsync("/healthz", Ct));
        Assert.False(ended.IsCompleted);
        Assert.Equal(1, team.Query<long>("select count(*) from check_ins"));
        Assert.Equal("ok\n", await http.GetStringAsync("/healthz", Ct));

        async Task SaysAsync(HttpStatusCode wanted)
        {
            while (true)
            {
                using var answer = await http.GetAsync("/readyz", Ct);
                if (answer.StatusCode == wanted) return;
            }
        }
    }

    [Fact]
    public async Task WithoutATokenTheSandboxStandsInAndItsPageIsServed()
    {
        var folder = Directory.CreateTempSubdirectory("coachbot-e2e");
        var settings = new Settings
        {
            Sandbox = new() { Url = new Uri("http://127.0.0.1:0") },
            Http = new() { Urls = [new Uri("http://127.0.0.1:0")] },
            Storage = new() { ConnectionString = $"Data Source={Path.Combine(folder.FullName, "new", "coachbot.db")}" },
        };
        await using (var bot = await CoachBotHost.StartAsync(settings, TimeProvider.System, configuration: null, Ct))
        {
            await bot.Sandbox!.WaitForCommandsAsync("checkin", Ct);
            using var http = new HttpClient();
            Assert.Contains("<!doctype html>", await http.GetStringAsync(bot.Sandbox.PageUrl, Ct), StringComparison.OrdinalIgnoreCase);
            Assert.Equal(Outcome.Message, (await bot.Sandbox.As("Maya").TypeAsync("/checkin", Ct)).Outcome);
        }
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task AnAddressInUseIsNamedWithItsSetting()
    {
        await using var team = await RunningTeam.StartAsync();
        var folder = Directory.CreateTempSubdirectory("coachbot-e2e");
        var settings = new Settings
        {
            Sandbox = new() { Url = team.Sandbox.PageUrl },
            Http = new() { Urls = [new Uri("http://127.0.0.1:0")] },
            Storage = new() { ConnectionString = $"Data Source={Path.Combine(folder.FullName, "coachbot.db")}" },
        };
        var failure = await Assert.ThrowsAsync<StartupFailure>(() => CoachBotHost.StartAsync(settings, TimeProvider.System, null, Ct));
        Assert.Equal(78, failure.ExitCode);
        Assert.Contains("Sandbox__Url", failure.Message, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    /// <summary>A day in the life of the bot, and then every request and answer of both sides held against Discord's own description.</summary>
    [Fact]
    public async Task BothSidesKeepToDiscordsDescription()
    {
        var description = OpenApiDescription.Find();
        Assert.SkipUnless(description is not null, "skipped: Discord's API description does not lie beside the repository.");
        await using var team = await RunningTeam.StartAsync();
        var card = (await team.Maya.TypeAsync("/exercise name:bridge", Ct)).Shown();
        await team.Maya.PressAsync(card, "Harder", Ct);
        await team.Maya.PressAsync(card, "Show to channel", Ct);
        await team.Maya.SuggestAsync("/exercise name:pl", Ct);
        await team.Maya.TypeAsync("/exercise name:flurb", Ct);
        await team.Maya.PressAsync((await team.Maya.TypeAsync("/checkin effort:5 minutes:20", Ct)).Shown(), "Undo", Ct);
        await team.Kim.TypeAsync("/strength-day add days:Tue time:19:00 zone:new york role:@Athletes", Ct);
        await team.MoveClockAsync(NodaTime.Instant.FromUtc(2026, 11, 25, 0, 0),
            team.Sandbox.WaitForMessageAsync(message => message.Content.Contains("strength day.", StringComparison.Ordinal), Ct));
        await team.MoveClockAsync(NodaTime.Instant.FromUtc(2026, 11, 25, 0, 1), IsCalledAsync(team, "/users/@me/guilds"));

        await team.StopBotAsync();
        var calls = team.Sandbox.Traffic.Where(exchange => exchange.Method is not null).ToList();
        Assert.Contains(calls, call => call.PathTemplate == "/channels/{channel_id}/messages");
        var problems = calls.SelectMany(call =>
        {
            // A path's parameters are masked or templates in the record: any snowflake stands for them.
            var path = System.Text.RegularExpressions.Regex.Replace(call.PathTemplate!, @"\{\w+\}", "1200000000000000001");
            return description!.ValidateRequest(call.Method!, path, Parse(call.RequestJson))
                .Concat(description.ValidateResponse(call.Method!, path, call.Status!.Value, Parse(call.ResponseJson)))
                .Select(problem => $"{call.Method} {call.PathTemplate} {call.Status}: {problem}");
        });
        var found = string.Join('\n', problems.Distinct());
        Assert.True(found.Length == 0, found);
    }

    private static async Task<bool> IsCalledAsync(RunningTeam team, string path)
    {
        while (!team.Sandbox.Traffic.Any(exchange => exchange.PathTemplate == path)) await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, Ct);
        return true;
    }

    private static JsonNode? Parse(string? json) => string.IsNullOrEmpty(json) ? null : JsonNode.Parse(json);
}
