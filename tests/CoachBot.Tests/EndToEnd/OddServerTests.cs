using System.Text.Json.Nodes;
using CoachBot.Operations;
using CoachBot.Storage;

namespace CoachBot.Tests.EndToEnd;

/// <summary>The whole bot on a server that is not Discord and not ours.</summary>
public sealed class OddServerTests : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("coachbot-e2e");
    private OddServer server = null!;
    private CoachBotHost? bot;
    private JsonObject identify = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        server = await OddServer.StartAsync();
        bot = await StartAsync();
        identify = await server.LogInAsync();
        await server.Registered;
    }

    public async ValueTask DisposeAsync()
    {
        if (bot is not null) await bot.DisposeAsync();
        await server.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task CommandsAreAnsweredHoweverLittleAnInteractionSays()
    {
        Assert.StartsWith("DiscordBot", server.UserAgentOfTheGateway, StringComparison.Ordinal);
        Assert.Equal(0, (int)identify["intents"]!);
        Assert.Contains("PUT /api/v9/applications/777/commands", server.Requests);

        // A user instead of a member, and no way to send a picture.
        await server.InteractAsync(1, """{"type":2,"guild_id":"42","channel_id":"43","user":{"id":"9"},"data":{"name":"exercise","options":[{"name":"name","value":"bridge"}]}}""");
        Assert.Equal("Double-leg bridge", (string)(await server.AnswerAsync())["data"]!["embeds"]![0]!["title"]!);

        await server.InteractAsync(2, """{"type":2,"guild_id":"42","locale":null,"channel":null,"member":{"user":{"id":"9"},"roles":null,"permissions":null},"data":{"name":"checkin","options":null,"resolved":null}}""");
        Assert.Contains("Logged", Text(await server.AnswerAsync()), StringComparison.Ordinal);

        // Sub-commands without a type; first nobody's permission, then a coach's.
        const string Add = """
            "data":{"name":"strength-day","options":[{"name":"add","options":[{"name":"days","value":"Tue"},{"name":"time","value":"15:30"},{"name":"zone","value":"UTC"}]}]}}
            """;
        await server.InteractAsync(3, """{"type":2,"guild_id":"42","channel_id":"43","member":{"user":{"id":"9"}},""" + Add);
        Assert.Contains("Only coaches", Text(await server.AnswerAsync()), StringComparison.Ordinal);
        await server.InteractAsync(4, """{"type":2,"guild_id":"42","channel_id":"43","member":{"user":{"id":"8"},"permissions":"32"},""" + Add);
        Assert.Contains("Set: Tue at 15:30", Text(await server.AnswerAsync()), StringComparison.Ordinal);

        await server.InteractAsync(5, """{"type":2,"user":{"id":"9"},"data":{"name":"checkin"}}""");
        Assert.Contains("team's server", Text(await server.AnswerAsync()), StringComparison.Ordinal);
        await server.InteractAsync(6, """{"type":4,"guild_id":"42","user":{"id":"9"},"data":{"name":"exercise","options":[{"name":"name","value":"pl","focused":true}]}}""");
        Assert.NotEmpty((await server.AnswerAsync())["data"]!["choices"]!.AsArray());
    }

    [Fact]
    [Fault("A24")]
    public async Task AnInteractionThatComesTwiceIsAnsweredOnce()
    {
        const string CheckIn = """{"type":2,"guild_id":"42","member":{"user":{"id":"9"}},"data":{"name":"checkin"}}""";
        await server.InteractAsync(1, CheckIn);
        await server.InteractAsync(1, CheckIn);
        Assert.Contains("Logged", Text(await server.AnswerAsync()), StringComparison.Ordinal);

        // Also when a restart lies between: a program that starts anew remembers only what it wrote down.
        await bot!.DisposeAsync();
        bot = await StartAsync();
        await server.LogInAsync();
        await server.InteractAsync(1, CheckIn);
        await server.InteractAsync(2, CheckIn);
        Assert.Contains("already checked in", Text(await server.AnswerAsync()), StringComparison.Ordinal);
        await bot.DisposeAsync();
        bot = null;
        Assert.False(server.HasMoreAnswers);
    }

    [Theory]
    [InlineData("""{"op":7,"d":{"any":1}}""")]
    [InlineData("""{"op":7}""")]
    [InlineData("""{"op":9,"d":true}""")]
    public async Task ItComesBackWhenTheServerAsks(string frame)
    {
        await server.SendAsync(JsonNode.Parse(frame)!.AsObject());
        Assert.Equal(0, (int)(await server.LogInAsync())["seq"]!);
        await server.InteractAsync(1, """{"type":2,"guild_id":"42","member":{"user":{"id":"9"}},"data":{"name":"checkin"}}""");
        Assert.Contains("Logged", Text(await server.AnswerAsync()), StringComparison.Ordinal);
        Assert.Single(server.Requests, request => request.StartsWith("PUT", StringComparison.Ordinal));
    }

    [Theory]
    [Fault("A10", "A11")]
    [InlineData(4004, "token")]
    [InlineData(4010, "Discord:ShardIds")]
    [InlineData(4011, "Discord:ShardCount")]
    [InlineData(4012, "update")]
    [InlineData(4013, "intents")]
    [InlineData(4014, "intents")]
    public async Task ARefusalForGoodEndsTheProgramWithARemedyInOneLine(int code, string about)
    {
        await bot!.DisposeAsync();
        bot = null;
        server.RefusesWith = code;
        var failure = await RunToItsEndAsync();
        Assert.Equal(78, failure!.ExitCode);
        Assert.Contains(about, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Message);
        Assert.DoesNotContain("a-token", failure.Message, StringComparison.Ordinal);
    }

    /// <summary>The refusal may come before everything has started.</summary>
    private async Task<StartupFailure?> RunToItsEndAsync()
    {
        try
        {
            bot = await StartAsync();
            return await bot.WaitAsync(Ct);
        }
        catch (StartupFailure failure)
        {
            return failure;
        }
    }

    private static string Text(JsonObject answer) => (string)answer["data"]!["content"]!;

    private Task<CoachBotHost> StartAsync() => CoachBotHost.StartAsync(
        new Settings
        {
            Discord = new() { Connector = new() { Token = "a-token.of_any~form", ApiBaseUrl = server.ApiBaseUrl } },
            Http = new() { Urls = [new Uri("http://127.0.0.1:0")] },
            Storage = new StorageOptions { ConnectionString = $"Data Source={Path.Combine(folder.FullName, "coachbot.db")}" },
        },
        TimeProvider.System,
        configuration: null,
        Ct);
}
