using CoachBot.Sandbox;

namespace CoachBot.Tests.EndToEnd;

public sealed class BrowseEndToEndTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TheLibraryIsBrowsedPageByPageAndOpenedFromTheList()
    {
        await using var team = await RunningTeam.StartAsync();
        var list = (await team.Maya.TypeAsync("/exercises level:basic", Ct)).Shown();
        Assert.True(list.IsEphemeral);
        Assert.Contains("34 exercises, page 1 of 4", list.Content, StringComparison.Ordinal);
        Assert.True(list.Buttons.Single(button => button.Label == "Back").Disabled);

        await team.RestartBotAsync();
        var second = (await team.Maya.PressAsync(list, "More", Ct)).Shown();
        Assert.Equal(list.Id, second.Id);
        Assert.Contains("page 2 of 4", second.Content, StringComparison.Ordinal);
        var select = second.Select();
        var card = (await team.Maya.SelectAsync(second, select.CustomId, [select.Values[2]], Ct)).Shown();
        Assert.NotEqual(second.Id, card.Id);
        Assert.True(card.IsEphemeral);
        Assert.Contains(select.Labels[2], card.Text, StringComparison.Ordinal);
        Assert.InRange(card.Rows(), 1, 5);
    }

    [Fact]
    public async Task FiltersNarrowTheList()
    {
        await using var team = await RunningTeam.StartAsync();
        Assert.Contains("3 exercises", (await team.Maya.TypeAsync("/exercises family:bridges", Ct)).Shown().Content, StringComparison.Ordinal);
        Assert.Contains("34 exercises", (await team.Maya.TypeAsync("/exercises level:basic", Ct)).Shown().Content, StringComparison.Ordinal);
        var barbell = (await team.Maya.TypeAsync("/exercises equipment:barbell", Ct)).Shown();
        Assert.Contains("Barbell deadlift", barbell.Content, StringComparison.Ordinal);
        Assert.DoesNotContain("Goblet", barbell.Content, StringComparison.Ordinal);
        Assert.Contains("No exercise fits all of that", (await team.Maya.TypeAsync("/exercises family:bridges level:advanced", Ct)).Shown().Content,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kettlebell", "Goblet squat")]
    [InlineData("quads", "Body-weight squat")]
    [InlineData("calfs", "Calf raise")]
    [InlineData("shins", "Tibialis raise")]
    [InlineData("upper body", "Push-up")]
    [InlineData("Planks (front and side)", "Kneeling plank")]
    public async Task AMuscleAThingOrAFamilyOpensAList(string typed, string among)
    {
        await using var team = await RunningTeam.StartAsync();
        var list = (await team.Maya.TypeAsync($"/exercise name:{typed}", Ct)).Shown();
        Assert.Contains(list.Select().Labels, label => label.Contains(among, StringComparison.Ordinal));
    }

    [Fact]
    public async Task ACardTurnsToItsSidesAndLevelsAlsoAfterARestart()
    {
        await using var team = await RunningTeam.StartAsync();
        var card = (await team.Maya.TypeAsync("/exercise name:bridge march", Ct)).Shown();
        var how = (await team.Maya.PressAsync(card, "How to do it", Ct)).Shown();
        Assert.Contains("two sessions in a row, effort 6 or less", how.Text, StringComparison.Ordinal);
        var faults = (await team.Maya.PressAsync(card, "Faults", Ct)).Shown();
        Assert.Equal(card.Id, faults.Id);
        Assert.Contains("what goes wrong", faults.Text, StringComparison.Ordinal);
        await team.RestartBotAsync();
        var much = (await team.Maya.SelectAsync(faults, faults.Select().CustomId, ["advanced"], Ct)).Shown();
        Assert.Contains("how much, advanced", much.Text, StringComparison.Ordinal);
        Assert.Equal("advanced", much.Select().Default);
        var why = (await team.Maya.PressAsync(much, "Why", Ct)).Shown();
        Assert.Contains("Coaching practice", why.Text, StringComparison.Ordinal);
        var shown = (await team.Maya.PressAsync(why, "Show to channel", Ct)).Shown();
        Assert.False(shown.IsEphemeral);
        Assert.Contains("Bridge march: why", shown.Text, StringComparison.Ordinal);
        // On a card for everybody, turning it answers the one who turns.
        Assert.True((await team.Ana.PressAsync(shown, "Motion", Ct)).Shown().IsEphemeral);
    }
}
