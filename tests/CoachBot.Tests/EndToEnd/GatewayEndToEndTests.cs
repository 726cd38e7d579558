using System.Text.Json.Nodes;
using CoachBot.Operations;
using CoachBot.Storage;
using Microsoft.Data.Sqlite;

namespace CoachBot.Tests.EndToEnd;

/// <summary>What the gateway tells the whole bot, and what the bot remembers of it.</summary>
public sealed class GatewayEndToEndTests : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("coachbot-e2e");
    private OddServer server = null!;
    private CoachBotHost bot = null!;

    private string Connection => $"Data Source={Path.Combine(folder.FullName, "coachbot.db")}";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        server = await OddServer.StartAsync();
        await StartAsync();
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
            await StartAsync();
        }
    }

    [Fact]
    [Fault("A35")]
    public async Task ATeamThatRemovesTheBotRestsUntilItIsBackAndAnOutageChangesNothing()
    {
        await server.InteractAsync(1, """
            {"type":2,"guild_id":"42","channel_id":"43","member":{"user":{"id":"8"},"permissions":"32"},
             "data":{"name":"strength-day","options":[{"name":"add","options":[{"name":"days","value":"Tue"},{"name":"time","value":"15:30"}]}]}}
            """);
        await server.AnswerAsync();

        const string Suspended = "select count(*) from suspended_teams";
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

    private static JsonObject Event(string name, string data) => new() { ["op"] = 0, ["t"] = name, ["s"] = 1000, ["d"] = JsonNode.Parse(data) };

    private async Task BecomesAsync(string query, long expected)
    {
        for (var tries = 0; Query(query) != expected; tries++)
        {
            Assert.True(tries < 3000, $"{query} is {Query(query)}, not {expected}");
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, Ct);
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

    private async Task StartAsync()
    {
        bot = await CoachBotHost.StartAsync(
            new Settings
            {
                Token = "a-token.of_any~form",
                ApiBaseUrl = server.ApiBaseUrl,
                HttpUrls = [new Uri("http://127.0.0.1:0")],
                Storage = new StorageOptions { ConnectionString = Connection },
            },
            TimeProvider.System,
            configuration: null,
            Ct);
        await server.LogInAsync();
    }
}
