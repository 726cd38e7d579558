using CoachBot.Chat;
using CoachBot.Chat.Saying;

namespace CoachBot.Tests.Chat;

/// <summary>A refusal never costs what was typed.</summary>
public sealed class RefusalTests
{
    private const int NoPreviews = 4;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ARefusalWithAWayOnIsMarkedAndACardBehindItIsAMessageOfItsOwn()
    {
        await using var bot = await SmallBot.StartAsync(
            new TryCommand(_ => throw new UserError(_ => "Which one?") { Buttons = [new Button("This", "press")] }),
            new TryButton(_ => new Reply { Card = new Card("Bridge", "Lift."), Replaces = true }));
        var refused = (await bot.Maya.TypeAsync("/try", Ct)).Message!;
        Assert.Equal(NoPreviews, (int)refused.Json["flags"]! & NoPreviews);
        var card = (await bot.Maya.PressAsync(refused, "This", Ct)).Message!;
        Assert.NotEqual(refused.Id, card.Id);
        Assert.Contains("Bridge", card.Text, StringComparison.Ordinal);
        Assert.Equal(0, (int?)card.Json["flags"] & NoPreviews);
    }

    [Fact]
    public async Task AnyFormThatIsRefusedOpensAgainFilledIn()
    {
        var form = new TryForm(_ => throw new UserError(_ => "Not like this."));
        await using var bot = await SmallBot.StartAsync(
            new TryCommand(_ => Reply.Open(new Form(TryForm.Declared)), opensForm: true), form);
        var values = new Dictionary<string, string> { ["title"] = "Tuesday", ["body"] = "Bring water" };
        var refused = (await bot.Maya.SubmitAsync(await bot.Maya.TypeAsync("/try", Ct), values, Ct)).Message!;
        Assert.StartsWith("Not like this.", refused.Content, StringComparison.Ordinal);
        var again = (await bot.Maya.PressAsync(refused, "Open it again, filled in", Ct)).Form!;
        Assert.Equal(values, again.Fields.ToDictionary(field => field.CustomId, field => field.Value!));
    }
}
