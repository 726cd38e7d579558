namespace CoachBot.Tests.EndToEnd;

/// <summary>The published program is other machine code than what the tests run in: it has to say and draw the same.</summary>
public sealed class PublishedProgramTests
{
    public static bool IsThere => BotProcess.Published is not null;

    [Fact(SkipUnless = nameof(IsThere), Skip = "COACHBOT_PROGRAM names no published program.")]
    public async Task ItSaysAndDrawsWhatTheTestedProgramDoes()
    {
        var seen = await Transcript.OfEachAsync([(null, []), (BotProcess.Published, [])]);
        Assert.Contains("Double-leg bridge", seen[0], StringComparison.Ordinal);
        Assert.Equal(seen[0], seen[1]);
    }
}
