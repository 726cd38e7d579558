using CoachBot.Sandbox;

namespace CoachBot.Tests.EndToEnd;

public sealed class AskEndToEndTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AnAthleteGetsAnAnswerWithItsSourcesAndMayShareIt()
    {
        await using var team = await RunningTeam.StartAsync();
        var answer = (await team.Maya.TypeAsync("/ask question:will I get bulky?", Ct)).Shown();
        Assert.True(answer.IsEphemeral);
        Assert.Contains("Very unlikely", answer.Text, StringComparison.Ordinal);
        Assert.Contains("How sure we are", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Blagrove", answer.Text, StringComparison.Ordinal);

        var shared = (await team.Maya.TypeAsync("/ask question:do weights make me bulky @everyone share:everyone", Ct)).Shown();
        Assert.False(shared.IsEphemeral);
        Assert.False(shared.PingedEveryone);
        Assert.DoesNotContain("@everyone", shared.Text, StringComparison.Ordinal);
        Assert.Contains(team.Ana.Sees(), message => message.Id == shared.Id);
    }

    [Fact]
    public async Task UnknownQuestionsAreNotGuessedAndSimilarOnesAreOffered()
    {
        await using var team = await RunningTeam.StartAsync();
        var unknown = (await team.Maya.TypeAsync("/ask question:can whales lift on a rest day share:everyone", Ct)).Shown();
        Assert.True(unknown.IsEphemeral);
        Assert.Contains("I don't know that one", unknown.Content, StringComparison.Ordinal);
        Assert.DoesNotContain("whale", unknown.Text, StringComparison.Ordinal);
        var offered = unknown.Select();
        var picked = (await team.Maya.SelectAsync(unknown, offered.CustomId, [offered.Values[0]], Ct)).Shown();
        Assert.Contains("How sure we are", picked.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AWarningSignIsAnsweredFirstOnlyToTheAskerAndKeptNowhere()
    {
        await using var team = await RunningTeam.StartAsync();
        var warned = (await team.Maya.TypeAsync("/ask question:my chest hurts in plankarolla share:everyone", Ct)).Shown();
        Assert.True(warned.IsEphemeral);
        Assert.Contains("This can be an emergency", warned.Text, StringComparison.Ordinal);
        Assert.Empty(team.Ana.Sees());
        Assert.Empty(team.Kim.Sees());

        var tired = (await team.Maya.TypeAsync("/ask question:I'm always tired, should I train harder? share:everyone", Ct)).Shown();
        Assert.True(tired.IsEphemeral);
        Assert.Contains("see a doctor or school nurse", tired.Text, StringComparison.Ordinal);

        var denied = (await team.Maya.TypeAsync("/ask question:no chest pain, but will I get bulky?", Ct)).Shown();
        Assert.DoesNotContain("This can be an emergency", denied.Text, StringComparison.Ordinal);

        await team.StopBotAsync();
        Assert.DoesNotContain("plankarolla", team.Stored(), StringComparison.OrdinalIgnoreCase);
    }
}
