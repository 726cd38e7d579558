using System.Text.Json.Nodes;
using CoachBot.Operations;
using CoachBot.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace CoachBot.Tests.EndToEnd;

/// <summary>What the gateway tells the whole bot, what the bot remembers of it, and what it has to ask for.</summary>
public sealed class GatewayEndToEndTests : IAsyncLifetime
{
    private const string Suspended = "select count(*) from suspended_teams";
    private static readonly Instant TuesdayAtHalfPastThree = Instant.FromUtc(2026, 11, 24, 20, 30);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("coachbot-e2e");
    private readonly FakeTimeProvider time = new(Instant.FromUtc(2026, 11, 23, 12, 0).ToDateTimeOffset());
    private OddServer server = null!;
    private CoachBotHost bot = null!;

    private string Connection => $"Data Source={Path.Combine(folder.FullName, "coachbot.db")}";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        server = await OddServer.StartAsync();
        await StartAsync(new Settings().Discord.Connector.Intents);
    }

    public async ValueTask DisposeAsync()
    {
        await bot.DisposeAsync();
        await server.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    [Fault("A28")]
    public async Task SessionsAreCountedOverRestarts()
    {
        for (var starts = 1; starts <= 3; starts++)
        {
            await BecomesAsync("select count(*) from gateway_identifies", starts);
            await bot.DisposeAsync();
            await StartAsync(new Settings().Discord.Connector.Intents);
        }
    }

    [Fact]
    [Fault("A35")]
    public async Task ATeamThatRemovesTheBotRestsUntilItIsBackAndAnOutageChangesNothing()
    {
        await bot.DisposeAsync();
        await StartAsync(intents: 1);
        await AddDayAsync();
        await server.SendAsync(Event("GUILD_DELETE", """{"id":"42","unavailable":true}"""));
        await server.SendAsync(Event("GUILD_DELETE", """{"id":"41"}"""));
        await BecomesAsync(Suspended, 1);
        Assert.Equal(41, Query("select team_id from suspended_teams"));

        await server.SendAsync(Event("GUILD_DELETE", """{"id":"42"}"""));
        await BecomesAsync(Suspended, 2);
        // Invited again: its channels, roles and members are not read.
        await server.SendAsync(Event("GUILD_CREATE", """{"channels":[{"id":"1"}],"name":"Runners","id":"42","members":[{"user":{"id":"7"}}]}"""));
        await BecomesAsync(Suspended, 1);
        Assert.Equal(1, Query("select count(*) from strength_days where team_id = 42"));

        // A call from a team is proof enough.
        await server.InteractAsync(2, """{"type":2,"guild_id":"41","member":{"user":{"id":"9"}},"data":{"name":"checkin"}}""");
        await server.AnswerAsync();
        await BecomesAsync(Suspended, 0);
    }

    [Fact]
    [Fault("A35")]
    public async Task WithoutTheEventsTheBotAsksOnceADayWhichTeamsHaveIt()
    {
        await AddDayAsync();
        server.Says[AllGuilds] = (200, "[]");
        server.Says[OneGuild] = (404, """{"code":10004}""");
        time.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(0, Asked(AllGuilds));
        time.Advance(TimeSpan.FromMinutes(1));
        await BecomesAsync(Suspended, 1);

        server.Says[AllGuilds] = (200, """[{"id":"42","name":"Runners","owner":false}]""");
        time.Advance(TimeSpan.FromHours(23));
        Assert.Equal(1, Asked(AllGuilds));
        time.Advance(TimeSpan.FromHours(1));
        await BecomesAsync(Suspended, 0);
        Assert.Equal((2, 1), (Asked(AllGuilds), Asked(OneGuild)));
    }

    [Theory]
    [InlineData(403, 50001)]
    [InlineData(404, 10003)]
    [InlineData(404, 10004)]
    public async Task AReminderRefusedBecauseTheBotWasRemovedSwitchesNothingOff(int status, int code)
    {
        await AddDayAsync();
        server.Says[Messages] = (status, $$"""{"code":{{code}}}""");
        server.Says[OneGuild] = (404, """{"code":10004}""");
        time.SetUtcNow(TuesdayAtHalfPastThree.ToDateTimeOffset());
        await BecomesAsync(Suspended, 1);
        await BecomesAsync("select count(*) from reminders where state = 'pending' and first_tried_at is null", 1);
        Assert.Equal(1, Query("select count(*) from strength_days where off_since is null and trouble is null"));

        // The next day's rests too. Taken back ten minutes after it was due, it comes late; the first is left out.
        server.Says[Messages] = (200, """{"id":"900"}""");
        time.SetUtcNow((TuesdayAtHalfPastThree + Duration.FromDays(1) + Duration.FromMinutes(10)).ToDateTimeOffset());
        await server.InteractAsync(2, """{"type":2,"guild_id":"42","member":{"user":{"id":"9"}},"data":{"name":"checkin"}}""");
        await server.AnswerAsync();
        await BecomesAsync(Suspended, 0);
        time.Advance(TimeSpan.FromSeconds(30));
        await BecomesAsync("select count(*) from reminders where state = 'sent'", 1);
        await BecomesAsync("select count(*) from reminders where state = 'skipped'", 1);
        Assert.Equal((2, 1), (Asked(Messages), Asked(OneGuild)));
    }

    /// <summary>The second is a server that does not know the question.</summary>
    [Theory]
    [InlineData(200, "{}")]
    [InlineData(404, "")]
    public async Task AReminderRefusedByAServerThatHasTheBotSwitchesTheStrengthDayOff(int status, string body)
    {
        await AddDayAsync();
        server.Says[Messages] = (403, """{"code":50001}""");
        server.Says[OneGuild] = (status, body);
        time.SetUtcNow(TuesdayAtHalfPastThree.ToDateTimeOffset());
        await BecomesAsync("select count(*) from strength_days where off_since is not null", 1);
        Assert.Equal(0, Query(Suspended));
        Assert.Equal((1, 1), (Asked(Messages), Asked(OneGuild)));
    }

    [Fact]
    public async Task WhenItCannotBeToldWhyAReminderIsRefusedItIsTriedAgain()
    {
        await AddDayAsync();
        server.Says[Messages] = (403, """{"code":50001}""");
        server.Says[OneGuild] = (429, """{"retry_after":3600,"global":false}""");
        time.SetUtcNow(TuesdayAtHalfPastThree.ToDateTimeOffset());
        await BecomesAsync("select count(*) from reminders where state = 'pending' and first_tried_at is null and tries = 1", 1);
        Assert.Equal(0, Query(Suspended));
        server.Says[Messages] = (200, """{"id":"900"}""");
        time.Advance(TimeSpan.FromSeconds(30));
        await BecomesAsync("select count(*) from reminders where state = 'sent'", 1);
    }

    private const string AllGuilds = "GET /api/v9/users/@me/guilds";
    private const string OneGuild = "GET /api/v9/guilds/42";
    private const string Messages = "POST /api/v9/channels/43/messages";

    private int Asked(string request) => server.Requests.Count(asked => asked == request);

    private async Task AddDayAsync()
    {
        await server.InteractAsync(1, """
            {"type":2,"guild_id":"42","channel_id":"43","member":{"user":{"id":"8"},"permissions":"32"},
             "data":{"name":"strength-day","options":[{"name":"add","options":[
               {"name":"days","value":"Tue,Wed"},{"name":"time","value":"15:30"},{"name":"zone","value":"America/New_York"}]}]}}
            """);
        await server.AnswerAsync();
    }

    private static JsonObject Event(string name, string data) => new() { ["op"] = 0, ["t"] = name, ["s"] = 1000, ["d"] = JsonNode.Parse(data) };

    /// <summary>Lets the team's clock go on meanwhile: Quartz may be between two looks at it.</summary>
    private async Task BecomesAsync(string query, long expected)
    {
        for (var tries = 0; Query(query) != expected; tries++)
        {
            Assert.True(tries < 3000, $"{query} is {Query(query)}, not {expected}");
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, Ct);
            time.Advance(TimeSpan.FromMilliseconds(50));
        }
    }

    private long Query(string query)
    {
        using var connection = new SqliteConnection($"{Connection};Mode=ReadOnly;Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = query;
        return (long)command.ExecuteScalar()!;
    }

    private async Task StartAsync(int intents)
    {
        bot = await CoachBotHost.StartAsync(
            new Settings
            {
                Discord = new() { Connector = new() { Token = "a-token.of_any~form", ApiBaseUrl = server.ApiBaseUrl, Intents = intents } },
                Http = new() { Urls = [new Uri("http://127.0.0.1:0")] },
                Storage = new StorageOptions { ConnectionString = Connection },
            },
            time,
            configuration: null,
            Ct);
        await server.LogInAsync();
    }
}
