using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;

namespace CoachBot.Sandbox.Tests.Api;

public sealed class RouteTests
{
    [Fact]
    public async Task AnUnknownRouteIsNamedInTheAnswerAndInTheLog()
    {
        var log = new ListedLog();
        await using var sandbox = await Start.SandboxAsync(logs: log);
        await using var bot = RawBot.Offline(sandbox);
        var reply = await bot.RestAsync("PUT", "guilds/1/bans/2");
        Assert.Equal(404, reply.Status);
        Assert.Equal("The sandbox does not know PUT /guilds/1/bans/2", (string)reply.Json["message"]!);
        Assert.Equal(0, reply.Code);
        Assert.Equal("Warning: REST: the sandbox does not know PUT /guilds/1/bans/2", Assert.Single(log.Lines));
    }

    [Theory]
    [InlineData("api/users/@me")]
    [InlineData("api/v9/users/@me")]
    [InlineData("api/v10/users/@me")]
    public async Task TheApiIsAtAllItsVersions(string path)
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = RawBot.Offline(sandbox);
        Assert.Equal(200, (await bot.RestAsync("GET", new Uri(sandbox.PageUrl, path).ToString())).Status);
        Assert.Equal(404, (await bot.RestAsync("GET", new Uri(sandbox.PageUrl, path.Replace("api", "api/v6", StringComparison.Ordinal))
            .ToString())).Status);
    }

    [Fact]
    public async Task WithoutATokenItIs401()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = RawBot.Offline(sandbox, token: "");
        Assert.Equal(401, (await bot.RestAsync("GET", "users/@me")).Status);
        Assert.Equal(200, (await bot.RestAsync("GET", "gateway")).Status);
    }

    [Fact]
    public async Task TeamsChannelsRolesAndMembersCanBeAskedFor()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = RawBot.Offline(sandbox);
        var (north, maya, zoe) = (sandbox.World.Teams[0].Id, sandbox.As("Maya").Id, sandbox.As("Zoe").Id);
        Assert.Equal("Northside Track", (string)(await bot.RestAsync("GET", $"guilds/{north}")).Json["name"]!);
        Assert.Equal(["strength", "coaches"], Names((await bot.RestAsync("GET", $"guilds/{north}/channels")).Json));
        Assert.Equal(["@everyone", "Athletes", "Coaches", "Guest bot 1"],
            Names((await bot.RestAsync("GET", $"guilds/{north}/roles")).Json));
        Assert.Equal("Maya", (string)(await bot.RestAsync("GET", $"guilds/{north}/members/{maya}")).Json["user"]!["global_name"]!);
        Assert.Equal(10007, (await bot.RestAsync("GET", $"guilds/{north}/members/{zoe}")).Code);
        Assert.Equal("zoe", (string)(await bot.RestAsync("GET", $"users/{zoe}")).Json["username"]!);
        Assert.Equal(10004, (await bot.RestAsync("GET", "guilds/5")).Code);
        Assert.Equal(10013, (await bot.RestAsync("GET", "users/5")).Code);
        Assert.Equal(10003, (await bot.RestAsync("GET", "channels/5")).Code);
        Assert.Equal(50035, (await bot.RestAsync("GET", "channels/-5")).Code);

        static IEnumerable<string> Names(JsonNode list) => list.AsArray().Select(item => (string)item!["name"]!);
    }

    [Theory]
    [InlineData("GET", "channels/1/messages/pins")]
    [InlineData("PUT", "channels/1/messages/pins/2")]
    [InlineData("GET", "guilds/1/members/search?query=m")]
    [InlineData("PATCH", "guilds/1/members/@me")]
    [InlineData("GET", "users/@me/connections")]
    [InlineData("GET", "channels/strength")]
    public async Task AWordWhereAnIdShouldBeIsARouteItDoesNotKnow(string method, string path)
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = RawBot.Offline(sandbox);
        var reply = await bot.RestAsync(method, path);
        Assert.Equal(404, reply.Status);
        Assert.Equal($"The sandbox does not know {method} /{path.Split('?')[0]}", (string)reply.Json["message"]!);
    }

    [Fact]
    public async Task ABotsOwnTeamsAreListedInPages()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = RawBot.Offline(sandbox);
        var (north, west) = (sandbox.World.Teams[0].Id, sandbox.World.Teams[1].Id);
        foreach (var (query, teams) in ((string, ulong[])[])
            [
                ("", [north, west]), ("?limit=200&after=0", [north, west]), ("?limit=1", [north]), ($"?limit=1&after={north}", [west]),
                    ($"?after={west}", []),
                ($"?before={west}", [north]), ($"?limit=1&before={west + 1}", [west]),
            ])
        {
            Assert.Equal(teams, (await bot.RestAsync("GET", $"users/@me/guilds{query}")).Json.AsArray()
                .Select(team => ulong.Parse((string)team!["id"]!)));
        }

        Assert.Equal(5, (int)(await bot.RestAsync("GET", "users/@me/guilds?with_counts=true")).Json[0]!["approximate_member_count"]!);
        foreach (var query in (string[])["?limit=201", "?limit=0", "?limit=all", "?after=north"])
        {
            Assert.Equal(50035, (await bot.RestAsync("GET", $"users/@me/guilds{query}")).Code);
        }
    }

    [Fact]
    public async Task BrokenJsonAndOtherContentTypesAreRefused()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = RawBot.Offline(sandbox);
        var path = $"channels/{sandbox.World.Channels[0].Id}/messages";
        Assert.Equal(50109, (await SendAsync("{\"content\":", "application/json")).Code);
        Assert.Equal(50035, (await SendAsync("content=hello", "application/x-www-form-urlencoded")).Code);
        Assert.Equal(50006, (await SendAsync("{}", "application/json")).Code);

        Task<Reply> SendAsync(string text, string type) =>
            bot.RestAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(text, Encoding.UTF8, type) });
    }

    [Fact]
    public async Task TrafficIsRecordedWithoutTokens()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = await RawBot.WithCommandAsync(sandbox);
        await bot.AnsweredAsync(sandbox.As("Maya"), "/hello", new JsonObject { ["content"] = "Hi" });
        var callback = sandbox.Traffic.Last(exchange => exchange.Method is not null);
        Assert.Equal("/interactions/{interaction_id}/{interaction_token}/callback", callback.PathTemplate);
        Assert.Equal((204, "Guest bot 1"), (callback.Status, callback.Bot));
        Assert.Contains("\"content\":\"Hi\"", callback.RequestJson!, StringComparison.Ordinal);
        var event_ = sandbox.Traffic.Last(exchange => exchange.Event == "INTERACTION_CREATE");
        Assert.Equal((0, Direction.ToBot), (event_.Op, event_.Direction));
        Assert.Contains("\"token\":\"***\"", event_.PayloadJson!, StringComparison.Ordinal);
        Assert.Contains(sandbox.Traffic, exchange => exchange is { Op: 2, Direction: Direction.FromBot });
        Assert.DoesNotContain(sandbox.Traffic, exchange =>
            (exchange.PayloadJson ?? "").Contains($"\"{bot.Token}\"", StringComparison.Ordinal));
    }

    public static TheoryData<string> NoUnicode => new([
        """{"content":"\ud800"}""", """{"content":"x","embeds":[{"title":"\udfff"}]}""", """{"content":"x","\ud800":1}""", """{"allowed_mentions":{"parse":["\ud83d"]}}""",
        """{"content":"x","nonce":"\uDC00\uD800"}""",
    ]);

    [Theory]
    [MemberData(nameof(NoUnicode))]
    public async Task HalfALetterIsInvalidJsonAtEveryDoorAndNothingOfItComesBack(string json)
    {
        var log = new ListedLog();
        await using var sandbox = await Start.SandboxAsync(logs: log);
        await using var bot = await RawBot.LogInAsync(sandbox);
        Assert.Equal((400, 50109), await SendAsync($"channels/{sandbox.World.Channels[0].Id}/messages"));
        Assert.Equal((400, 50109), await SendAsync($"applications/{bot.ApplicationId}/commands"));
        var page = await bot.RestAsync(Request(new Uri(sandbox.PageUrl, "page/interactions").ToString()));
        Assert.Equal((400, "The body is not valid JSON."), (page.Status, (string)page.Json["error"]!));
        await bot.SendTextAsync($$"""{"op":3,"d":{{json}}}""");
        Assert.Equal(4002, await bot.ClosedWithAsync());
        Assert.DoesNotContain(log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));

        async Task<(int, int)> SendAsync(string path)
        {
            var reply = await bot.RestAsync(Request(path));
            return (reply.Status, reply.Code);
        }

        HttpRequestMessage Request(string path) =>
            new(HttpMethod.Post, path) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
    }

    [Fact]
    public async Task BytesThatAreNoUtf8AreInvalidJson()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = RawBot.Offline(sandbox);
        var content = new ByteArrayContent([.. "{\"content\":\""u8, 0xC3, 0x28, .. "\"}"u8]);
        content.Headers.ContentType = new("application/json");
        var reply = await bot.RestAsync(
            new HttpRequestMessage(HttpMethod.Post, $"channels/{sandbox.World.Channels[0].Id}/messages") { Content = content });
        Assert.Equal((400, 50109), (reply.Status, reply.Code));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task APagesRequestIsHeldTo64KiBAlsoWhenItNeverSaysHowLongItIs(bool chunked)
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = RawBot.Offline(sandbox);
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(sandbox.PageUrl, "page/messages"))
        {
            Content = new StringContent(new JsonObject
            {
                ["as"] = sandbox.As("Maya").Id.ToString(),
                ["text"] = new string('x', 70_000)
            }.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        request.Headers.TransferEncodingChunked = chunked;
        var reply = await bot.RestAsync(request);
        Assert.Equal((400, "That is too much for one request."), (reply.Status, (string)reply.Json["error"]!));
        Assert.Empty(sandbox.As("Maya").Sees());
    }

    private sealed class ListedLog : ILoggerFactory, ILogger
    {
        public List<string> Lines { get; } = [];

        public void AddProvider(ILoggerProvider provider) { }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?,
            string> formatter) =>
            Lines.Add($"{logLevel}: {formatter(state, exception)}");

        public void Dispose() { }
    }
}
