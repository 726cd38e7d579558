using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace CoachBot.Sandbox.Tests.Api;

public sealed class MessageTests
{
    private static readonly byte[] Dot = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ANonceMakesOneMessageForAFewMinutes()
    {
        var time = new FakeTimeProvider(Start.Now);
        await using var sandbox = await Start.SandboxAsync(time);
        await using var bot = RawBot.Offline(sandbox);
        var one = await SendAsync("first");
        Assert.Equal("n1", (string)one.Json["nonce"]!);
        Assert.Equal((string)one.Json["id"]!, (string)(await SendAsync("retried")).Json["id"]!);
        Assert.Equal(["first"], sandbox.As("Maya").Sees().Select(message => message.Content));

        await bot.RestAsync("DELETE", Path(sandbox, $"/{one.Json["id"]}"));
        Assert.Equal(10008, (await SendAsync("retried")).Code);

        time.Advance(TimeSpan.FromMinutes(10));
        Assert.NotEqual((string)one.Json["id"]!, (string)(await SendAsync("much later")).Json["id"]!);

        Task<Reply> SendAsync(string text) =>
            bot.RestAsync("POST", Path(sandbox), new JsonObject { ["content"] = text, ["nonce"] = "n1", ["enforce_nonce"] = true });
    }

    [Fact]
    public async Task ANonceIsEachBotsOwnAndOnlyCountsWhenEnforced()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var one = RawBot.Offline(sandbox, "one");
        await using var two = RawBot.Offline(sandbox, "two");
        foreach (var bot in (RawBot[])[one, two])
            await bot.RestAsync("POST", Path(sandbox), new JsonObject { ["content"] = "x", ["nonce"] = "same", ["enforce_nonce"] = true });
        await one.RestAsync("POST", Path(sandbox), new JsonObject { ["content"] = "x", ["nonce"] = "same" });
        Assert.Equal(3, sandbox.As("Maya").Sees().Count);
    }

    [Fact]
    public async Task TheSixthMessageInFiveSecondsIsA429()
    {
        var time = new FakeTimeProvider(Start.Now);
        await using var sandbox = await Start.SandboxAsync(time);
        await using var bot = RawBot.Offline(sandbox);
        for (var left = 4; left >= 0; left--)
        {
            var sent = await SendAsync(0);
            Assert.Equal(left.ToString(), sent.Headers.GetValues("X-RateLimit-Remaining").Single());
        }

        time.Advance(TimeSpan.FromSeconds(1.5));
        var refused = await SendAsync(0);
        Assert.Equal(429, refused.Status);
        Assert.Equal(3.5, (double)refused.Json["retry_after"]!);
        Assert.False((bool)refused.Json["global"]!);
        Assert.Equal("4", refused.Headers.GetValues("Retry-After").Single());
        Assert.Equal("3.500", refused.Headers.GetValues("X-RateLimit-Reset-After").Single());
        Assert.Equal("user", refused.Headers.GetValues("X-RateLimit-Scope").Single());
        Assert.Equal(200, (await SendAsync(1)).Status);

        time.Advance(TimeSpan.FromSeconds(3.5));
        Assert.Equal(200, (await SendAsync(0)).Status);
        Assert.Equal(7, sandbox.MessagesIn(sandbox.World.Channels[0].Id).Count + sandbox.MessagesIn(sandbox.World.Channels[1].Id).Count);

        Task<Reply> SendAsync(int channel) =>
            bot.RestAsync("POST", $"channels/{sandbox.World.Channels[channel].Id}/messages", new JsonObject { ["content"] = "x" });
    }

    [Fact]
    public async Task EveryBotRouteHasRateLimitHeaders()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = RawBot.Offline(sandbox);
        var reply = await bot.RestAsync("GET", "users/@me");
        foreach (var name in (string[])["Limit", "Remaining", "Reset", "Reset-After", "Bucket"]) Assert.True(
            reply.Headers.Contains($"X-RateLimit-{name}"));
    }

    [Fact]
    public async Task AMultipartAttachmentIsServedBack()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = RawBot.Offline(sandbox);
        var payload = new JsonObject
        {
            ["embeds"] = new JsonArray(
                new JsonObject { ["title"] = "Bridge", ["image"] = new JsonObject { ["url"] = "attachment://dot.png" } }),
            ["attachments"] = new JsonArray(new JsonObject { ["id"] = "0", ["filename"] = "dot.png", ["description"] = "A dot" },
                new JsonObject { ["id"] = 1 }),
        };
        var sent = await bot.RestAsync(Multipart(sandbox, payload, ("files[0]", "dot.png", "image/png", Dot),
            ("files[1]", "a note.txt", "text/plain", "hi"u8.ToArray())));
        Assert.Equal(200, sent.Status);
        var image = sent.Json["embeds"]![0]!["image"]!;
        Assert.Equal((1, 1, "A dot"), ((int)image["width"]!, (int)image["height"]!, (string)image["description"]!));
        Assert.Equal("a_note.txt", (string)Assert.Single(sent.Json["attachments"]!.AsArray())!["filename"]!);

        using var http = new HttpClient();
        using var served = await http.GetAsync((string)image["url"]!, Ct);
        Assert.Equal("image/png", served.Content.Headers.ContentType!.MediaType);
        Assert.Equal(Dot, await served.Content.ReadAsByteArrayAsync(Ct));
        var message = Assert.Single(sandbox.As("Maya").Sees());
        Assert.Equal(["dot.png", "a_note.txt"], message.Attachments.Select(file => file.Name));
        Assert.Equal("A dot", message.Attachments[0].Description);
        var byMessage = await http.GetByteArrayAsync($"{sandbox.PageUrl}cdn/attachments/{message.ChannelId}/{message.Id}/dot.png", Ct);
        Assert.Equal(Dot, byMessage);
    }

    [Theory]
    [InlineData("files[0]", "files[1]")]
    [InlineData("file0", "file1")]
    [InlineData("file", "file1")]
    [InlineData("file", "another")]
    [InlineData("card.png", "note.txt")]
    [InlineData("attachment-0", "attachment-1")]
    public async Task FilePartsMayBeNamedAsAnyClientNamesThem(string first, string second)
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = RawBot.Offline(sandbox);
        var payload = new JsonObject
        {
            ["attachments"] = new JsonArray(new JsonObject { ["id"] = 0, ["description"] = "one" },
                new JsonObject { ["id"] = 1, ["description"] = "two" }),
        };
        var sent = await bot.RestAsync(
            Multipart(sandbox, payload, (first, "dot.png", "image/png", Dot), (second, "note.txt", "text/plain", [1])));
        Assert.Equal(200, sent.Status);
        Assert.Equal([("dot.png", "one"), ("note.txt", "two")], sandbox.As("Maya")
            .Sees()[0].Attachments.Select(file => (file.Name, file.Description!)));
    }

    [Fact]
    public async Task TwoFilePartsOfOneNumberAreRefused()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = RawBot.Offline(sandbox);
        var sent = await bot.RestAsync(
            Multipart(sandbox, [], ("files[0]", "a.txt", "text/plain", [1]), ("file0", "b.txt", "text/plain", [2])));
        Assert.Equal("MULTIPART_INVALID", sent.ErrorAt("file0"));
    }

    [Fact]
    public async Task FieldsOfAFormAreReadWhereThereIsNoPayload()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = RawBot.Offline(sandbox);
        var sent = await bot.RestAsync(Fields(sandbox, ("content", "from a form"), ("nonce", "n7"), ("tts", "true"), ("flags", "4")));
        Assert.Equal(("from a form", "n7", true, 4),
            ((string)sent.Json["content"]!, (string)sent.Json["nonce"]!, (bool)sent.Json["tts"]!, (int)sent.Json["flags"]!));
        Assert.Equal("with a payload", (string)(await bot.RestAsync(Fields(sandbox, ("payload_json", """{"content":"with a payload"}"""), ("content", "x")))).Json["content"]!);
    }

    [Theory]
    [InlineData("embeds", "[]", "embeds")]
    [InlineData("allowed_mentions", "{}", "allowed_mentions")]
    [InlineData("tts", "perhaps", "tts")]
    [InlineData("flags", "many", "flags")]
    [InlineData("embeds[0].title", "x", "embeds[0]_title")]
    public async Task AFieldThatAFormCannotHoldIsNamedAndNotDropped(string name, string value, string at)
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = RawBot.Offline(sandbox);
        Assert.NotNull((await bot.RestAsync(Fields(sandbox, ("content", "x"), (name, value)))).ErrorAt(at));
        Assert.Empty(sandbox.As("Maya").Sees());
    }

    [Fact]
    public async Task AMessageThatMentionsABotHasItsContentForThatBotAlone()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var named = await RawBot.LogInAsync(sandbox, "named", intents: 1 << 9);
        await using var other = await RawBot.LogInAsync(sandbox, "other", intents: 1 << 9);
        var text = $"<@{named.ApplicationId}> hello";
        var chat = (await sandbox.As("Maya").TypeAsync(text, Ct)).Message!;
        var told = await named.EventAsync("MESSAGE_CREATE");
        Assert.Equal((text, named.ApplicationId), ((string)told["content"]!, (string)told["mentions"]![0]!["id"]!));
        Assert.Equal("", (string)(await other.EventAsync("MESSAGE_CREATE"))["content"]!);
        Assert.Equal(text, (string)(await named.RestAsync("GET", Path(sandbox, $"/{chat.Id}"))).Json["content"]!);
    }

    [Fact]
    public async Task AnEditKeepsTheFilesItNamesAndDropsTheOthers()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = RawBot.Offline(sandbox);
        var sent = await bot.RestAsync(Multipart(sandbox, new JsonObject { ["content"] = "Two" },
            ("files[0]", "a.txt", "text/plain", [1]), ("files[1]", "b.txt", "text/plain", [2])));
        var path = Path(sandbox, $"/{sent.Json["id"]}");
        var kept = await bot.RestAsync("PATCH", path, new JsonObject { ["content"] = "Still two" });
        Assert.Equal(2, kept.Json["attachments"]!.AsArray().Count);
        var second = (string)sent.Json["attachments"]![1]!["id"]!;
        var one = await bot.RestAsync("PATCH", path,
            new JsonObject { ["attachments"] = new JsonArray(new JsonObject { ["id"] = second }) });
        Assert.Equal("b.txt", (string)Assert.Single(one.Json["attachments"]!.AsArray())!["filename"]!);
        Assert.NotNull((string?)one.Json["edited_timestamp"]);
        Assert.Equal(50006,
            (await bot.RestAsync("PATCH", path, new JsonObject { ["content"] = null, ["attachments"] = new JsonArray() })).Code);
    }

    [Fact]
    public async Task AnEmbedThatShowsAMissingFileIsRefused()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = RawBot.Offline(sandbox);
        var body = new JsonObject
        {
            ["embeds"] = new JsonArray(
            new JsonObject { ["image"] = new JsonObject { ["url"] = "attachment://gone.png" } })
        };
        Assert.NotNull((await bot.RestAsync("POST", Path(sandbox), body)).ErrorAt("embeds.0.image.url"));
    }

    [Fact]
    public async Task OwnMessagesCanBeEditedAndDeletedAndOthersCannot()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = RawBot.Offline(sandbox);
        var chat = (await sandbox.As("Maya").TypeAsync("Hi", Ct)).Message!;
        Assert.Equal((403, 50005), await StatusAsync("PATCH", chat.Id, new JsonObject { ["content"] = "x" }));
        Assert.Equal((403, 50013), await StatusAsync("DELETE", chat.Id));
        Assert.Equal((404, 10008), await StatusAsync("GET", 123));
        Assert.Equal((404, 10003), await CodeAsync("GET", $"channels/123/messages/{chat.Id}"));

        Task<(int, int)> StatusAsync(string method, ulong id, JsonObject? body = null) => CodeAsync(method, Path(sandbox, $"/{id}"), body);

        async Task<(int, int)> CodeAsync(string method, string path, JsonObject? body = null)
        {
            var reply = await bot.RestAsync(method, path, body);
            return (reply.Status, reply.Code);
        }
    }

    [Fact]
    public async Task AChannelsMessagesComeNewestFirstWithoutPrivateOnesAndWithoutOthersText()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = await RawBot.WithCommandAsync(sandbox);
        await sandbox.As("Maya").TypeAsync("Secret training talk", Ct);
        await bot.AnsweredAsync(sandbox.As("Maya"), "/hello", new JsonObject { ["content"] = "Private", ["flags"] = 64 });
        await bot.RestAsync("POST", Path(sandbox), new JsonObject { ["content"] = "Mine" });
        var list = (await bot.RestAsync("GET", Path(sandbox, "?limit=10"))).Json.AsArray();
        Assert.Equal(["Mine", ""], list.Select(message => (string)message!["content"]!));
        Assert.Single((await bot.RestAsync("GET", Path(sandbox, $"?before={list[0]!["id"]}"))).Json.AsArray());
        Assert.Equal(400, (await bot.RestAsync("GET", Path(sandbox, "?limit=101"))).Status);
    }

    [Fact]
    public async Task AReplyMustReferToAMessageThatIsThere()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = RawBot.Offline(sandbox);
        var chat = (await sandbox.As("Maya").TypeAsync("Hi", Ct)).Message!;
        var reply = await bot.RestAsync("POST", Path(sandbox), Referring(chat.Id));
        Assert.Equal((19, chat.Id.ToString()), ((int)reply.Json["type"]!, (string)reply.Json["referenced_message"]!["id"]!));
        Assert.NotNull((await bot.RestAsync("POST", Path(sandbox), Referring(99))).ErrorAt("message_reference"));

        static JsonObject Referring(ulong id) =>
            new() { ["content"] = "Hello", ["message_reference"] = new JsonObject { ["message_id"] = id.ToString() } };
    }

    private static string Path(SandboxServer sandbox, string rest = "") => $"channels/{sandbox.World.Channels[0].Id}/messages{rest}";

    private static HttpRequestMessage Fields(SandboxServer sandbox, params (string Name, string Value)[] fields)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields) form.Add(new StringContent(value), name);
        return new HttpRequestMessage(HttpMethod.Post, Path(sandbox)) { Content = form };
    }

    private static HttpRequestMessage Multipart(SandboxServer sandbox, JsonObject payload,
        params (string Part, string Name, string Type, byte[] Bytes)[] files)
    {
        var form = new MultipartFormDataContent { { new StringContent(payload.ToJsonString(), Encoding.UTF8, "application/json"),
            "payload_json" } };
        foreach (var file in files)
        {
            var content = new ByteArrayContent(file.Bytes);
            content.Headers.ContentType = new MediaTypeHeaderValue(file.Type);
            form.Add(content, file.Part, file.Name);
        }

        return new HttpRequestMessage(HttpMethod.Post, Path(sandbox)) { Content = form };
    }
}
