using System.Text.Json.Nodes;

namespace CoachBot.Sandbox.Tests.Interactions;

public sealed class FormTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static JsonObject Modal => new()
    {
        ["custom_id"] = "checkin",
        ["title"] = "Check-in",
        ["components"] = new JsonArray(
            new JsonObject { ["type"] = 10, ["content"] = "How was it?" },
            new JsonObject
            {
                ["type"] = 18,
                ["label"] = "Minutes",
                ["component"] = new JsonObject { ["type"] = 4, ["custom_id"] = "minutes", ["style"] = 1, ["max_length"] = 3 }
            },
            new JsonObject
            {
                ["type"] = 18,
                ["label"] = "Effort",
                ["component"] = new JsonObject
                {
                    ["type"] = 3,
                    ["custom_id"] = "effort",
                    ["required"] = false,
                    ["options"] = new JsonArray(new JsonObject { ["label"] = "Easy", ["value"] = "2" },
                        new JsonObject { ["label"] = "Hard", ["value"] = "8" }),
                },
            }),
    };

    [Fact]
    public async Task AFormIsShownAndItsValuesReachTheBot()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = await RawBot.WithCommandAsync(sandbox);
        var form = await OpenAsync(sandbox, bot, Modal);
        Assert.Equal(Outcome.Form, form.Outcome);
        Assert.Equal("Check-in", form.Form!.Title);
        Assert.Equal([new SandboxField("minutes", "Minutes", null, true), new SandboxField("effort", "Effort", null, false)],
            form.Form.Fields);

        var submitting = sandbox.As("Maya").SubmitAsync(form, new Dictionary<string, string> { ["minutes"] = "30", ["effort"] = "8" }, Ct);
        var submit = await bot.InteractionAsync();
        Assert.Equal(5, (int)submit["type"]!);
        Assert.Equal("checkin", (string)submit["data"]!["custom_id"]!);
        Assert.Equal("30", (string)submit["data"]!["components"]![1]!["component"]!["value"]!);
        Assert.Equal("[\"8\"]", submit["data"]!["components"]![2]!["component"]!["values"]!.ToJsonString());
        await bot.ReplyAsync(submit, "Saved", flags: 64);
        var answer = await submitting;
        Assert.Equal("Saved", answer.Message!.Content);
        Assert.Equal(2, (int)answer.Message.Json["interaction_metadata"]!["triggering_interaction_metadata"]!["type"]!);
    }

    [Fact]
    public async Task AFormIsSubmittedOnceAndItsFieldsAreChecked()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = await RawBot.WithCommandAsync(sandbox);
        var form = await OpenAsync(sandbox, bot, Modal);
        await RefusedAsync("\"Minutes\" is required", []);
        await RefusedAsync("0 to 3 characters", new() { ["minutes"] = "1000" });
        await RefusedAsync("no option 5", new() { ["minutes"] = "10", ["effort"] = "5" });
        await RefusedAsync("no field other", new() { ["other"] = "x" });
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            sandbox.As("Ana").SubmitAsync(form, new Dictionary<string, string> { ["minutes"] = "1" }, Ct));
        _ = sandbox.As("Maya").SubmitAsync(form, new Dictionary<string, string> { ["minutes"] = "10" }, Ct);
        await bot.InteractionAsync();
        await RefusedAsync("not open", new() { ["minutes"] = "10" });

        async Task RefusedAsync(string part, Dictionary<string, string> values) => Assert.Contains(
            part, (await Assert.ThrowsAsync<InvalidOperationException>(() => sandbox.As("Maya").SubmitAsync(form, values, Ct))).Message,
                StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFormBehindAButtonCanUpdateTheButtonsMessage()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = await RawBot.WithCommandAsync(sandbox);
        var message = (await bot.AnsweredAsync(sandbox.As("Maya"), "/hello",
            new JsonObject { ["components"] = Commands.Row(Commands.Button("Fill in", "fill")) })).Message!;
        var pressing = sandbox.As("Maya").PressAsync(message, "Fill in", Ct);
        await bot.AnswerAsync(await bot.InteractionAsync(), 9, Modal);
        var submitting = sandbox.As("Maya").SubmitAsync(await pressing, new Dictionary<string, string> { ["minutes"] = "5" }, Ct);
        var submit = await bot.InteractionAsync();
        Assert.Equal(message.Id.ToString(), (string)submit["message"]!["id"]!);
        await bot.AnswerAsync(submit, 7, new JsonObject { ["content"] = "5 minutes" });
        Assert.Equal((message.Id, "5 minutes"), ((await submitting).Message!.Id, (await submitting).Message!.Content));
    }

    [Fact]
    public async Task ASubmittedFormCannotOpenAnother()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = await RawBot.WithCommandAsync(sandbox);
        var form = await OpenAsync(sandbox, bot, Modal);
        _ = sandbox.As("Maya").SubmitAsync(form, new Dictionary<string, string> { ["minutes"] = "5" }, Ct);
        Assert.Equal("BASE_TYPE_CHOICES", (await bot.AnswerAsync(await bot.InteractionAsync(), 9, Modal)).ErrorAt("type"));
    }

    [Fact]
    public async Task WrongFormsAreRefusedByField()
    {
        await using var sandbox = await Start.SandboxAsync();
        await using var bot = await RawBot.WithCommandAsync(sandbox);
        _ = sandbox.As("Maya").TypeAsync("/hello", Ct);
        var interaction = await bot.InteractionAsync();
        var wrong = Modal;
        wrong["title"] = new string('x', 46);
        wrong["components"]![1]!["label"] = new string('x', 46);
        wrong["components"]![2]!["component"]!["custom_id"] = "minutes";
        wrong["components"]!.AsArray().Add(
            new JsonObject { ["type"] = 18, ["label"] = "File", ["component"] = new JsonObject { ["type"] = 19, ["custom_id"] = "f" } });
        var reply = await bot.AnswerAsync(interaction, 9, wrong);
        Assert.Equal("BASE_TYPE_BAD_LENGTH", reply.ErrorAt("data.title"));
        Assert.Equal("BASE_TYPE_BAD_LENGTH", reply.ErrorAt("data.components.1.label"));
        Assert.Equal("COMPONENT_CUSTOM_ID_DUPLICATED", reply.ErrorAt("data.components.2.component.custom_id"));
        Assert.Equal("BASE_TYPE_CHOICES", reply.ErrorAt("data.components.3.component.type"));
    }

    private static async Task<SandboxAnswer> OpenAsync(SandboxServer sandbox, RawBot bot, JsonObject modal)
    {
        var typing = sandbox.As("Maya").TypeAsync("/hello", Ct);
        Assert.Equal(204, (await bot.AnswerAsync(await bot.InteractionAsync(), 9, modal)).Status);
        return await typing;
    }
}
