using CoachBot.Sandbox;

namespace CoachBot.Tests.EndToEnd;

public sealed class ExerciseEndToEndTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AnAthleteLooksAnExerciseUpWalksTheLadderAndShowsIt()
    {
        await using var team = await RunningTeam.StartAsync();
        var card = (await team.Maya.TypeAsync("/exercise name:bridge", Ct)).Shown();
        Assert.True(card.IsEphemeral);
        Assert.Contains("Double-leg bridge", card.Text, StringComparison.Ordinal);
        Assert.Contains("Basic", card.Text, StringComparison.Ordinal);
        Assert.Contains("2 x 8-10 reps", card.Text, StringComparison.Ordinal);
        Assert.Contains("Double-leg bridge", Assert.Single(card.Attachments).Description, StringComparison.Ordinal);
        Assert.Equal(
            ["Easier", "Harder", "Show to channel", "In short", "How to do it", "Faults", "Why", "Motion"], card.Buttons.Select(button => button.Label));
        Assert.True(card.Buttons[0].Disabled);

        var harder = (await team.Maya.PressAsync(card, "Harder", Ct)).Shown();
        Assert.Equal(card.Id, harder.Id);
        Assert.Contains("Bridge march", harder.Text, StringComparison.Ordinal);
        Assert.EndsWith("bridge-march.png", Assert.Single(harder.Attachments).Name, StringComparison.Ordinal);

        var shown = (await team.Maya.PressAsync(harder, "Show to channel", Ct)).Shown();
        Assert.False(shown.IsEphemeral);
        Assert.Contains(team.Ana.Sees(), message => message.Id == shown.Id);
        Assert.DoesNotContain(team.Ana.Sees(), message => message.Id == card.Id);
        Assert.Empty(team.Zoe.Sees());

        // On a card that everybody sees, a press answers the one who pressed.
        var forAna = (await team.Ana.PressAsync(shown, "Easier", Ct)).Shown();
        Assert.True(forAna.IsEphemeral);
        Assert.Contains("Bridge march", team.Maya.Sees().Single(message => message.Id == shown.Id).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AutocompleteOffersAndAnUnknownNameOpensNoCardButTheFamilies()
    {
        await using var team = await RunningTeam.StartAsync();
        var choices = await team.Maya.SuggestAsync("/exercise name:brid", Ct);
        Assert.Contains("bridge", choices[0].Name, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(25, (await team.Maya.SuggestAsync("/exercise name:", Ct)).Count);

        var unknown = (await team.Maya.TypeAsync("/exercise name:@everyone **wobble** share:everyone", Ct)).Shown();
        Assert.True(unknown.IsEphemeral);
        Assert.Empty(unknown.Buttons);
        Assert.False(unknown.PingedEveryone);
        Assert.Contains(@"\*\*wobble\*\*", unknown.Content, StringComparison.Ordinal);
        Assert.Contains("not in the library", unknown.Content, StringComparison.Ordinal);
        var family = (await team.Maya.SelectAsync(unknown, unknown.Select().CustomId, [unknown.Select().Values[0]], Ct)).Shown();
        Assert.Contains("Double-leg bridge", family.Content, StringComparison.Ordinal);

        var alike = (await team.Maya.TypeAsync("/exercise name:goblin squats", Ct)).Shown();
        var opened = (await team.Maya.PressAsync(alike, alike.Buttons[0].Label, Ct)).Shown();
        Assert.Contains(alike.Buttons[0].Label, opened.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheTeamsSettingDecidesWhoSeesACardUnlessTheAskerDoes()
    {
        await using var team = await RunningTeam.StartAsync();
        Assert.False((await team.Maya.TypeAsync("/exercise name:plank share:everyone", Ct)).Shown().IsEphemeral);
        await team.Kim.TypeAsync("/setup cards:everyone", Ct);
        Assert.False((await team.Maya.TypeAsync("/exercise name:plank", Ct)).Shown().IsEphemeral);
        Assert.True((await team.Maya.TypeAsync("/exercise name:plank share:me", Ct)).Shown().IsEphemeral);
        Assert.True((await team.Zoe.TypeAsync("/exercise name:plank", Ct)).Shown().IsEphemeral);
    }

    [Fact]
    public async Task OldButtonsWorkAfterARestart()
    {
        await using var team = await RunningTeam.StartAsync();
        var card = (await team.Maya.TypeAsync("/exercise name:clams", Ct)).Shown();
        await team.RestartBotAsync();
        Assert.Contains("Side-lying leg raise", (await team.Maya.PressAsync(card, "Harder", Ct)).Shown().Text, StringComparison.Ordinal);
        Assert.Single(team.Sandbox.Traffic, exchange => exchange is { Method: "PUT", PathTemplate: "/applications/{application_id}/commands" });
    }

    [Fact]
    public async Task CommandsWorkAgainAfterTheConnectionWasCut()
    {
        await using var team = await RunningTeam.StartAsync();
        team.Sandbox.DropConnections();
        await team.Sandbox.WaitForCommandsAsync("exercise", Ct);
        Assert.Equal(Outcome.Message, (await team.Maya.TypeAsync("/exercise name:squat", Ct)).Outcome);
    }
}
