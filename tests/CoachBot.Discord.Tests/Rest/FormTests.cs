using System.Text;
using System.Text.Json;
using CoachBot.Discord.Tests.Fakes;

namespace CoachBot.Discord.Tests.Rest;

public sealed class FormTests
{
    private static readonly MessageBody Full = RestFixture.Full with { Content = "Schöne Grüße <@5> 💪" };

    [Fact]
    public async Task WritesAMessageAsDiscordDescribesIt()
    {
        await using var fixture = new RestFixture();
        await fixture.Rest.CreateMessageAsync(8, Full, "n");
        var request = Assert.Single(fixture.Discord.Requests);
        Assert.Equal("application/json", request.Headers["Content-Type"]);
        Assert.StartsWith("DiscordBot (https://", request.Headers["User-Agent"], StringComparison.Ordinal);
        Assert.Equal(
            """
            {"content":"Schöne Grüße <@5> 💪","embeds":[{"title":"Squat","description":"d","color":65280,"fields":[{"name":"n","value":"v"}],"footer":{"text":"f"},"image":{"url":"attachment://squat.png"}}],"components":[{"type":1,"components":[{"type":2,"style":3,"label":"Done","custom_id":"a"},{"type":2,"style":2,"label":"More","custom_id":"b","disabled":true}]},{"type":1,"components":[{"type":3,"custom_id":"c","options":[{"label":"l","value":"v","description":"d","default":true}],"placeholder":"p"}]}],"allowed_mentions":{"parse":[]},"nonce":"n","enforce_nonce":true}
            """, request.Text.Replace("\\uD83D\\uDCAA", "💪", StringComparison.Ordinal));
    }

    public static TheoryData<string> EveryBody => ["callback", "update", "edit", "follow-up", "message"];

    [Theory]
    [MemberData(nameof(EveryBody))]
    public async Task NamesAllowedMentionsOnEveryBody(string which)
    {
        await using var fixture = new RestFixture();
        await SendAsync(fixture, which, RestFixture.Hello);
        await SendAsync(fixture, which, RestFixture.Hello with { AllowedMentions = new AllowedMentions { Roles = [12345678901234567890] } });
        await SendAsync(fixture, which, RestFixture.Hello with { Attachments = [new Attachment("a.png", new byte[] { 1 })] });
        var bodies = fixture.Discord.Requests.Select(r => MessageOf(r)).ToArray();
        Assert.Equal("""{"parse":[]}""", bodies[0].GetProperty("allowed_mentions").GetRawText());
        Assert.Equal("""{"parse":[],"roles":["12345678901234567890"]}""", bodies[1].GetProperty("allowed_mentions").GetRawText());
        Assert.Equal("""{"parse":[]}""", bodies[2].GetProperty("allowed_mentions").GetRawText());
    }

    [Theory]
    [MemberData(nameof(EveryBody))]
    public async Task ShowsTheBotTokenToBotRoutesOnly(string which)
    {
        await using var fixture = new RestFixture();
        await SendAsync(fixture, which, RestFixture.Hello);
        var request = Assert.Single(fixture.Discord.Requests);
        Assert.Equal(which == "message", request.Headers.ContainsKey("Authorization"));
        Assert.Equal(which switch
        {
            "callback" or "update" => "POST interactions/3/interaction-secret/callback",
            "edit" => "PATCH webhooks/6/interaction-secret/messages/@original",
            "follow-up" => "POST webhooks/6/interaction-secret",
            _ => "POST channels/8/messages",
        }, request.Route);
    }

    [Fact]
    public async Task SendsFilesBesideTheJson()
    {
        await using var fixture = new RestFixture();
        var picture = new byte[] { 0x89, (byte)'P', 0, 13, 10, 255 };
        await fixture.Rest.EditOriginalAsync(fixture.Interaction, new MessageBody
        {
            Embeds = [new Embed { ImageUrl = "attachment://pose.png" }],
            Attachments = [new Attachment("pose.png", picture, "A squat, seen from the side")],
        });
        var request = Assert.Single(fixture.Discord.Requests);
        var boundary = request.Headers["Content-Type"].Split("boundary=")[1];
        var parts = Encoding.Latin1.GetString(request.Body).Split($"--{boundary}");
        Assert.Equal(4, parts.Length);
        Assert.StartsWith(
            "\r\nContent-Disposition: form-data; name=\"payload_json\"\r\nContent-Type: application/json\r\n\r\n{", parts[1], StringComparison.Ordinal);
        Assert.Contains("""{"id":"0","filename":"pose.png","description":"A squat, seen from the side"}""", parts[1], StringComparison.Ordinal);
        Assert.Equal(
            "\r\nContent-Disposition: form-data; name=\"files[0]\"; filename=\"pose.png\"\r\nContent-Type: image/png\r\n\r\n"
            + Encoding.Latin1.GetString(picture) + "\r\n", parts[2]);
        Assert.Equal("--\r\n", parts[3]);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(413)]
    [InlineData(415)]
    public async Task TellsWhenAPictureIsRefused(int status)
    {
        await using var fixture = new RestFixture();
        fixture.Discord.Answer = r => r.Headers["Content-Type"].StartsWith("multipart", StringComparison.Ordinal) ? FakeReply.Empty(status) : null;
        var body = RestFixture.Hello with { Attachments = [new Attachment("a.png", new byte[] { 1 })] };
        var problem = await Assert.ThrowsAsync<DiscordApiException>(() => fixture.Rest.EditOriginalAsync(fixture.Interaction, body));
        Assert.Equal(status, (int)problem.Status);
        await fixture.Rest.EditOriginalAsync(fixture.Interaction, body with { Attachments = null });
    }

    [Fact]
    public async Task WritesEveryKindOfResponse()
    {
        await using var fixture = new RestFixture();
        InteractionResponse[] responses =
        [
            new InteractionResponse.Message(new MessageBody { Content = "x", Flags = MessageFlags.Ephemeral }),
            new InteractionResponse.DeferMessage(true),
            new InteractionResponse.DeferMessage(false),
            new InteractionResponse.UpdateMessage(new MessageBody { Content = "x", Components = [], Flags = MessageFlags.Ephemeral }),
            new InteractionResponse.Autocomplete([new AutocompleteChoice("a", "b")]),
            new InteractionResponse.Modal("m", "Title", [new TextInput { CustomId = "i", Label = "L", MaxLength = 4, Required = false, Value = "v" }]),
        ];
        foreach (var response in responses) await fixture.Rest.RespondAsync(fixture.Interaction, response);
        Assert.Equal(
            [
                """{"type":4,"data":{"content":"x","allowed_mentions":{"parse":[]},"flags":64}}""",
                """{"type":5,"data":{"flags":64}}""",
                """{"type":5,"data":{}}""",
                """{"type":7,"data":{"content":"x","components":[],"allowed_mentions":{"parse":[]}}}""",
                """{"type":8,"data":{"choices":[{"name":"a","value":"b"}]}}""",
                """{"type":9,"data":{"custom_id":"m","title":"Title","components":[{"type":1,"components":[{"type":4,"custom_id":"i","style":1,"label":"L","max_length":4,"required":false,"value":"v"}]}]}}""",
            ], fixture.Discord.Requests.Select(r => r.Text));
    }

    [Fact]
    public async Task ReadsCommandsAsFarAsTheyAreThere()
    {
        await using var fixture = new RestFixture();
        fixture.Answers(
            FakeReply.Json("""[{"id":"1","name":"a"},{"name":"b"},3]"""),
            FakeReply.Empty(404),
            FakeReply.Json("""[{"id":"1","name":"a"},{"name":"b"},{"id":"x","name":"c"},7,null,{"id":"4"}]"""));
        Assert.Equal([new("a", 1UL), new("b", 0UL)], await fixture.Rest.GetCommandsAsync(6) ?? throw new InvalidOperationException());
        Assert.Null(await fixture.Rest.GetCommandsAsync(6));
        Assert.Equal([new("a", 1UL), new("b", 0UL), new("c", 0UL)], await fixture.Rest.OverwriteCommandsAsync(6, "[{}]"u8.ToArray()));
        Assert.Equal(("PUT applications/6/commands", "[{}]"), (fixture.Discord.Requests.Last().Route, fixture.Discord.Requests.Last().Text));
    }

    [Fact]
    public async Task AnswersAHundredAtOnceEachWithItsOwnBody()
    {
        await using var fixture = new RestFixture();
        await Task.WhenAll(Enumerable.Range(1, 100).Select(i => fixture.Rest.RespondAsync(
            fixture.Interaction with { Id = (ulong)i }, new InteractionResponse.Message(new MessageBody { Content = $"answer {i}" }))));
        Assert.Equal(100, fixture.Discord.Requests.Count);
        Assert.All(fixture.Discord.Requests, r => Assert.Equal(
            "answer " + r.Target.Split('/')[^3], r.Json.GetProperty("data").GetProperty("content").GetString()));
    }

    private static Task SendAsync(RestFixture fixture, string which, MessageBody body) => which switch
    {
        "callback" => fixture.Rest.RespondAsync(fixture.Interaction, new InteractionResponse.Message(body)),
        "update" => fixture.Rest.RespondAsync(fixture.Interaction, new InteractionResponse.UpdateMessage(body)),
        "edit" => fixture.Rest.EditOriginalAsync(fixture.Interaction, body),
        "follow-up" => fixture.Rest.FollowUpAsync(fixture.Interaction, body, ephemeral: true),
        _ => fixture.Rest.CreateMessageAsync(8, body, "n"),
    };

    private static JsonElement MessageOf(FakeRequest request)
    {
        var text = request.Text;
        if (request.Headers["Content-Type"].StartsWith("multipart", StringComparison.Ordinal))
            text = text.Split("\r\n\r\n")[1].Split("\r\n--")[0];
        var root = JsonDocument.Parse(text).RootElement;
        return root.TryGetProperty("data", out var data) ? data : root;
    }

    [Fact]
    public async Task APreparedResponseIsSentUnchangedToEverybody()
    {
        await using var fixture = new RestFixture();
        var body = RestFixture.Hello with { Attachments = [new Attachment("a.png", new byte[] { 1, 2, 3 }, "a picture")] };
        var prepared = fixture.Rest.Prepare(new InteractionResponse.Message(body));
        await fixture.Rest.RespondAsync(fixture.Interaction, prepared);
        await fixture.Rest.RespondAsync(fixture.Interaction with { Id = 4 }, prepared);
        await fixture.Rest.RespondAsync(fixture.Interaction with { Id = 5 }, new InteractionResponse.Message(body));
        var sent = fixture.Discord.Requests.ToList();
        Assert.Equal(sent[0].Body, sent[1].Body);
        Assert.Equal(sent[2].Body.Length, sent[0].Body.Length);
        Assert.Equal(sent[0].Headers["Content-Type"], sent[1].Headers["Content-Type"]);
    }
}
