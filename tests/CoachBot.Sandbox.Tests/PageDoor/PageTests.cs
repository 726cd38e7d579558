using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace CoachBot.Sandbox.Tests.PageDoor;

public sealed class PageTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task StateShowsWhatOneMemberMaySee()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = await RawBot.LogInAsync(sandbox);
        await bot.RegisterAsync(Commands.Exercise, Commands.StrengthDay);
        using var page = new HttpClient { BaseAddress = sandbox.PageUrl };
        var kim = await StateAsync("");
        Assert.Equal(("Coach Kim", "coach"), ((string)kim["me"]!["name"]!, (string)kim["me"]!["title"]!));
        Assert.Equal(["Coach Kim", "Maya", "Ana", "Zoe", "Coach Lee"], Names(kim["members"]!));
        Assert.Equal("Westside Runners", (string)kim["members"]![3]!["teamName"]!);
        Assert.Equal(["strength", "coaches"], Names(kim["channels"]!));
        Assert.Equal(["Coaches", "Athletes"], Names(kim["roles"]!));
        Assert.Equal(["exercise", "strength-day"], Names(kim["commands"]!));
        Assert.Equal(bot.ApplicationId, (string)kim["commands"]![0]!["application_id"]!);
        Assert.Equal(("Guest bot 1", true), ((string)kim["bots"]![0]!["name"]!, (bool)kim["bots"]![0]!["online"]!));
        var maya = await StateAsync($"?as={sandbox.As("Maya").Id}");
        Assert.Equal(["exercise"], Names(maya["commands"]!));
        Assert.Equal(["strength"], Names(maya["channels"]!));
        Assert.Equal(HttpStatusCode.BadRequest, (await page.GetAsync("page/state?as=12", Ct)).StatusCode);

        async Task<JsonNode> StateAsync(string query) => JsonNode.Parse(await page.GetStringAsync("page/state" + query, Ct))!;

        static IEnumerable<string> Names(JsonNode list) => list.AsArray().Select(item => (string)item!["name"]!);
    }

    [Fact]
    public async Task ACommandOfThePageIsAnswered()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = await RawBot.WithCommandAsync(sandbox, command: Commands.Exercise);
        using var page = new HttpClient { BaseAddress = sandbox.PageUrl };
        var asking = page.PostAsync("page/interactions", JsonContent.Create(new
        {
            @as = sandbox.As("Maya").Id.ToString(),
            channel_id = sandbox.World.Channels[0].Id.ToString(),
            kind = "command",
            name = "exercise",
            options = new { name = "bridge", sets = "3" },
        }), Ct);
        await bot.ReplyAsync(await bot.InteractionAsync());
        var answer = JsonNode.Parse(await (await asking).Content.ReadAsStringAsync(Ct))!;
        Assert.Equal(("message", RawBot.ReplyText), ((string)answer["outcome"]!, (string)answer["message"]!["content"]!));
    }

    [Theory]
    [InlineData("""{"as":"MAYA","kind":"line","text":"/nothing"}""", "No bot has registered")]
    [InlineData("""{"as":"MAYA","kind":"dance"}""", "no kind of interaction called dance")]
    [InlineData("""{"kind":"line","text":"/x"}""", "\"as\" is missing")]
    [InlineData("""{"as":"MAYA","channel_id":"ZOES","kind":"line","text":"hello"}""", "does not see that channel")]
    [InlineData("not json", "not valid JSON")]
    public async Task WrongRequestsOfThePageAreAnsweredWithASentence(string body, string part)
    {
        await using var sandbox = await Start.SandboxAsync();
        using var page = new HttpClient { BaseAddress = sandbox.PageUrl };
        var text = body.Replace("MAYA", sandbox.As("Maya").Id.ToString(), StringComparison.Ordinal)
            .Replace("ZOES", sandbox.World.Channels[2].Id.ToString(), StringComparison.Ordinal);
        var response = await page.PostAsync("page/interactions", new StringContent(text, System.Text.Encoding.UTF8, "application/json"),
            Ct);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(part, (string)JsonNode.Parse(await response.Content.ReadAsStringAsync(Ct))!["error"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EventsAreTheMembersOwn()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = await RawBot.WithCommandAsync(sandbox);
        using var page = new HttpClient { BaseAddress = sandbox.PageUrl };
        using var stream = new StreamReader(await page.GetStreamAsync($"page/events?as={sandbox.As("Ana").Id}", Ct));
        Assert.Equal(": listening", await stream.ReadLineAsync(Ct));
        await bot.AnsweredAsync(sandbox.As("Maya"), "/hello", new JsonObject { ["content"] = "Private", ["flags"] = 64 });
        var sent = await bot.RestAsync("POST", $"channels/{sandbox.World.Channels[0].Id}/messages",
            new JsonObject { ["content"] = "For all" });
        await bot.RestAsync("DELETE", $"channels/{sandbox.World.Channels[0].Id}/messages/{sent.Json["id"]}");
        await bot.RegisterAsync();
        Assert.Equal(("message", "For all"), await NextAsync("content"));
        Assert.Equal(("delete", (string)sent.Json["id"]!), await NextAsync("id"));
        Assert.Equal(("commands", ""), await NextAsync("id"));

        async Task<(string Name, string Value)> NextAsync(string field)
        {
            string line;
            do line = (await stream.ReadLineAsync(Ct))!;
            while (line.Length == 0);
            var data = JsonNode.Parse((await stream.ReadLineAsync(Ct))!["data: ".Length..])!;
            return (line["event: ".Length..], (string?)data[field] ?? "");
        }
    }

    [Theory]
    [InlineData("evil.example", null, HttpStatusCode.Forbidden)]
    [InlineData("127.0.0.1.evil.example", null, HttpStatusCode.Forbidden)]
    [InlineData(null, "http://evil.example", HttpStatusCode.Forbidden)]
    [InlineData(null, "null", HttpStatusCode.Forbidden)]
    [InlineData("localhost:80", null, HttpStatusCode.OK)]
    [InlineData(null, null, HttpStatusCode.OK)]
    public async Task OnlyThisMachinesOwnPageIsHeard(string? host, string? origin, HttpStatusCode status)
    {
        await using var sandbox = await Start.SandboxAsync();
        using var page = new HttpClient();
        var body = JsonContent.Create(new { @as = sandbox.As("Maya").Id.ToString(), text = "Hi" });
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(sandbox.PageUrl, "page/messages")) { Content = body };
        if (host is not null) request.Headers.Host = host;
        if (origin is not null) request.Headers.Add("Origin", origin);
        Assert.Equal(status, (await page.SendAsync(request, Ct)).StatusCode);
    }

    [Fact]
    public async Task AnotherPagesWebsocketIsRefused()
    {
        await using var sandbox = await Start.SandboxAsync();
        using var socket = new System.Net.WebSockets.ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", "http://evil.example");
        await Assert.ThrowsAsync<System.Net.WebSockets.WebSocketException>(() =>
            socket.ConnectAsync(new Uri($"ws://{sandbox.PageUrl.Authority}/gateway"), Ct));
    }

    [Fact]
    public async Task ThePagesFilesComeWithStrictHeaders()
    {
        await using var sandbox = await Start.SandboxAsync();
        using var page = new HttpClient { BaseAddress = sandbox.PageUrl };
        using var response = await page.GetAsync("", Ct);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.StartsWith("default-src 'none'; script-src 'self'", response.Headers.GetValues("Content-Security-Policy")
            .Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.Equal(HttpStatusCode.NotFound, (await page.GetAsync("nothing.js", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await page.GetAsync("../CoachBot.Sandbox.csproj", Ct)).StatusCode);
    }

    [Theory]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://192.168.1.5:5080")]
    [InlineData("https://127.0.0.1:5080")]
    [InlineData("http://example.org")]
    public async Task OnlyLoopbackIsListenedOn(string url)
    {
        var wrong = await Assert.ThrowsAsync<ArgumentException>(() =>
            SandboxServer.StartAsync(new SandboxOptions { Url = new Uri(url) }, Ct));
        Assert.Contains("http://127.0.0.1:5080 instead of", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StoppingClosesEveryDoorAndCanBeAskedForTwice()
    {
        // At 127.0.0.1 another test's sandbox could take the freed port and answer. Only macOS has no second address of its own.
        var host = OperatingSystem.IsMacOS() ? "127.0.0.1" : "127.0.0.77";
        var sandbox = await SandboxServer.StartAsync(new SandboxOptions { Url = new Uri($"http://{host}:0") }, Ct);
        await using var bot = await RawBot.LogInAsync(sandbox);
        using var page = new HttpClient { BaseAddress = sandbox.PageUrl };
        await using var events = await page.GetStreamAsync($"page/events?as={sandbox.As("Ana").Id}", Ct);
        await sandbox.DisposeAsync();
        await sandbox.DisposeAsync();
        await Assert.ThrowsAsync<System.Net.WebSockets.WebSocketException>(bot.NextAsync);
        await Assert.ThrowsAsync<HttpRequestException>(() => page.GetAsync("", Ct));
    }

    [Fact]
    public async Task LocalhostIsAnAddressToo()
    {
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions { Url = new Uri("http://localhost:0") }, Ct);
        using var page = new HttpClient { BaseAddress = sandbox.PageUrl };
        Assert.Equal("localhost", sandbox.PageUrl.Host);
        Assert.NotEmpty(await page.GetStringAsync("", Ct));
    }
}
