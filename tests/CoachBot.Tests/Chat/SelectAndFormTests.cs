using CoachBot.Chat;
using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;
using CoachBot.Runtime;
using CoachBot.Sandbox;
using CoachBot.Tests.Teams;

namespace CoachBot.Tests.Chat;

/// <summary>Selects and forms, from a handler over the wire to a person's hands and back.</summary>
public sealed class SelectAndFormTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task APickReachesItsHandlerWithTheArguments()
    {
        SelectCall? picked = null;
        var select = new TrySelect(call =>
        {
            picked = call;
            return new Reply { Text = $"Picked {call.Value}", Replaces = true };
        });
        await using var bot =
            await SmallBot.StartAsync(new TryCommand(_ => new Reply { Text = "Which?", Select = select.List, Buttons = [new Button("None", "none")] }), select);
        var shown = await bot.Maya.TypeAsync("/try", Ct);
        var id = bot.Ids.Make(select.List);
        var rows = shown.Message!.Json["components"]!.AsArray();
        Assert.Equal(id, (string?)rows[0]!["components"]![0]!["custom_id"]);
        Assert.True((bool?)rows[0]!["components"]![0]!["options"]![1]!["default"]);
        Assert.Equal("None", (string?)rows[1]!["components"]![0]!["label"]);

        var answer = await bot.Maya.SelectAsync(shown.Message, id, ["squat"], Ct);
        Assert.Equal(("Picked squat", shown.Message.Id), (answer.Message!.Content, answer.Message.Id));
        Assert.Equal(("squat", "legs", true, new UserId(bot.Maya.Id)),
            (picked!.Value, Assert.Single(picked.Arguments), picked.OnPrivateMessage, picked.Caller.UserId!.Value));
    }

    [Fact, Fault("C8")]
    public async Task OptionsNoLongerOfferedAreRefused()
    {
        var select = new TrySelect(_ => throw new InvalidOperationException("must not be reached"));
        await using var bot = await SmallBot.StartAsync(new TryCommand(_ => new Reply { Text = "Which?", Select = select.List }), select);
        var shown = (await bot.Maya.TypeAsync("/try", Ct)).Message!;
        var id = bot.Ids.Make(select.List);
        select.Offered.RemoveAt(0);
        var answer = (await bot.Maya.SelectAsync(shown, id, ["squat"], Ct)).Message!;
        Assert.Contains("not offered any more", answer.Content, StringComparison.Ordinal);
        Assert.True(answer.IsEphemeral);
        Assert.Empty(bot.Logs.Errors);
    }

    [Fact]
    public async Task AFormOpensWithWhatIsKnownAndComesBackFilledIn()
    {
        FormCall? sent = null;
        var form = new Form(TryForm.Declared, "7") { Owner = null, Values = new Dictionary<string, string> { ["body"] = "as before" } };
        await using var bot = await SmallBot.StartAsync(new TryCommand(_ => Reply.Open(form), opensForm: true), new TryForm(call =>
        {
            sent = call;
            return Reply.Of("Kept");
        }));
        var open = await bot.Maya.TypeAsync("/try", Ct);
        Assert.Equal(Outcome.Form, open.Outcome);
        Assert.Equal("A note for the team", open.Form!.Title);
        Assert.Equal([new SandboxField("title", "Title", null, true), new SandboxField("body", "Your note", "as before", false)], open.Form.Fields);

        Assert.Equal("Kept", (await bot.Maya.SubmitAsync(open, new Dictionary<string, string> { ["title"] = "Tuesday" }, Ct)).Message!.Content);
        Assert.Equal(("Tuesday", "as before", "7"), (sent!.Text("title"), sent.Text("body"), Assert.Single(sent.Arguments)));
    }

    [Fact]
    public async Task AButtonOpensAFormWhoseAnswerTakesTheMessagesPlace()
    {
        await using var bot = await SmallBot.StartAsync(
            new TryCommand(_ => new Reply { Text = "Old", Buttons = [new Button("Change", "press")] }),
            new TryButton(call => Reply.Open(new Form(TryForm.Declared) { Owner = call.Caller.UserId }), opensForm: true),
            new TryForm(call => new Reply { Text = call.Text("title"), Replaces = true }));
        var old = (await bot.Maya.TypeAsync("/try", Ct)).Message!;
        var open = await bot.Maya.PressAsync(old, "Change", Ct);
        var changed = (await bot.Maya.SubmitAsync(open, new Dictionary<string, string> { ["title"] = "New" }, Ct)).Message!;
        Assert.Equal((old.Id, "New"), (changed.Id, changed.Content));
    }

    [Fact, Fault("C8")]
    public async Task WhiteSpaceIsNotFilledIn()
    {
        await using var bot = await SmallBot.StartAsync(
            new TryCommand(_ => Reply.Open(new Form(TryForm.Declared)), opensForm: true),
            new TryForm(_ => throw new InvalidOperationException("must not be reached")));
        var open = await bot.Maya.TypeAsync("/try", Ct);
        var answer = (await bot.Maya.SubmitAsync(open, new Dictionary<string, string> { ["title"] = "     " }, Ct)).Message!;
        Assert.Equal("The field Title is empty. Please fill it in. Nothing was changed.", answer.Content);
        Assert.True(answer.IsEphemeral);
    }

    /// <summary>After "thinking" no form can open, so the watch waits longer for a handler that opens one.</summary>
    [Fact]
    public async Task AHandlerThatOpensAFormIsNotInterruptedByThinking()
    {
        using var entered = new SemaphoreSlim(0);
        var go = new TaskCompletionSource<Reply>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var bot =
            await SmallBot.StartAsync(new TryCommand((_, _) => { entered.Release(); return go.Task; }, opensForm: true), new TryForm(_ => Reply.Of("Kept")));
        var typed = bot.Maya.TypeAsync("/try", Ct);
        await entered.WaitAsync(Ct);
        bot.Time.Advance(TimeSpan.FromSeconds(2));
        go.SetResult(Reply.Open(new Form(TryForm.Declared)));
        Assert.Equal(Outcome.Form, (await typed).Outcome);
    }

    [Fact]
    public async Task AFormThatComesTooLateIsSaidToBe()
    {
        using var entered = new SemaphoreSlim(0);
        var go = new TaskCompletionSource<Reply>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var bot =
            await SmallBot.StartAsync(new TryCommand((_, _) => { entered.Release(); return go.Task; }, opensForm: true), new TryForm(_ => Reply.Of("Kept")));
        var typed = bot.Maya.TypeAsync("/try", Ct);
        await entered.WaitAsync(Ct);
        bot.Time.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(Outcome.Deferred, (await typed).Outcome);
        go.SetResult(Reply.Open(new Form(TryForm.Declared)));
        var said = await bot.Sandbox.WaitForMessageAsync(message => message.Content.Length > 0, Ct);
        Assert.Contains("too long", said.Content, StringComparison.Ordinal);
        Assert.True(said.IsEphemeral);
    }

    [Fact]
    public async Task AHandlerThatOpensAFormWithoutSayingSoIsOurMistake()
    {
        await using var bot = await SmallBot.StartAsync(new TryCommand(_ => Reply.Open(new Form(TryForm.Declared))), new TryForm(_ => Reply.Of("Kept")));
        Assert.Contains("Something went wrong", (await bot.Maya.TypeAsync("/try", Ct)).Message!.Content, StringComparison.Ordinal);
        Assert.Single(bot.Logs.Errors);
    }

    [Fact]
    public void NoTwoActionsShareAName() =>
        Assert.Throws<ArgumentException>(() =>
            new Handlers([], [new TryButton(_ => Reply.Of("x"))], [], [new Named("press")], new ActionIds(new byte[32]), new OwnPlaces(new NoPlaces()),
            new RefusedForms(TimeProvider.System)));

    private sealed class Named(string action) : IFormAction
    {
        public FormSpec Spec { get; } = new(action, "Title", new FieldSpec("a", "A"));

        public Task<Reply> SubmitAsync(FormCall call, CancellationToken ct) => Task.FromResult(Reply.Of("x"));
    }
}
