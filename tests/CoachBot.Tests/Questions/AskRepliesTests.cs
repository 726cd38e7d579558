using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;
using CoachBot.Questions;
using CoachBot.Runtime;
using CoachBot.Tests.Exercises;

namespace CoachBot.Tests.Questions;

public sealed class AskRepliesTests
{
    private static readonly Knowledge Knowledge = new();
    private static readonly AskCommand Ask = new(Knowledge, new SafetyCheck(Knowledge), new Lazy<QuestionIndex>(() => new QuestionIndex(Knowledge)));

    private static Task<Reply> Type(string question, string? share = null, ulong? team = 7)
    {
        var options = new Dictionary<string, object> { ["question"] = question };
        if (share is not null) options["share"] = share;
        return Ask.HandleAsync(new CommandCall(Some.Call(team is { } id ? Some.Caller(new TeamId(id)) : Some.CallerInPrivate()), options), TestContext.Current.CancellationToken);
    }

    [Fact]
    public void EveryAnswerAndEverySafetyMessageFitsDiscordsLimits()
    {
        Assert.Equal(37, Knowledge.Answers.Count);
        Assert.All(Knowledge.Answers, answer =>
        {
            AskReplies.Answered(answer, Knowledge).Fits();
            Assert.All(Knowledge.Signs, sign => AskReplies.SafetyFirst(sign, answer, Knowledge).Fits());
        });
        AskReplies.Unknown([.. Knowledge.Answers.Take(3)]).Fits();
        AskReplies.Unknown([]).Fits();
    }

    [Fact]
    public void EveryAnswerNamesItsSourcesAndHowSureWeAre() => Assert.All(Knowledge.Answers, answer =>
    {
        Assert.NotEmpty(answer.Sources);
        Assert.All(answer.Sources, id => Assert.True(Knowledge.Sources.ContainsKey(id), id));
        var fields = AskReplies.Answered(answer, Knowledge).Card!.Fields;
        Assert.NotEqual(answer.Confidence == "general" ? "" : "General knowledge.", fields[0].Value);
        Assert.StartsWith("- ", fields[1].Value, StringComparison.Ordinal);
        Assert.Matches("^[a-z]+(-[a-z]+)*$", answer.Id);
        Assert.InRange(answer.Question.Length, 1, 100);
    });

    [Fact]
    public void NothingPromisesOrAsksForAPainScore() => Assert.All(
        Knowledge.Answers.Select(answer => answer.Text).Concat(Knowledge.Signs.Select(sign => sign.Message)),
        text =>
        {
            Assert.DoesNotMatch(@"(?i)pain[^.]*\d\s*(/|out of)\s*10", text);
            Assert.DoesNotMatch(@"(?i)\b(guarantee|prevents injuries|you have (a stress fracture|runner))", text);
        });

    [Theory]
    [InlineData("my chest hurts")]
    [InlineData("I fainted, will I get bulky?")]
    [InlineData("I lost my period, should I train?")]
    public async Task AWarningSignIsForTheAskerAloneEvenWhenShared(string question) => Assert.True((await Type(question, "everyone")).Private);

    [Fact]
    public async Task AnEmergencyStandsAlone()
    {
        var reply = await Type("I fainted, will I get bulky?");
        Assert.Null(reply.Card);
        Assert.StartsWith("**If this is happening to you: Stop now", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SharingIsAskedForAndNeedsATeam()
    {
        Assert.True((await Type("will I get bulky?")).Private);
        Assert.False((await Type("will I get bulky?", "everyone")).Private);
        Assert.True((await Type("will I get bulky?", "everyone", team: null)).Private);
        Assert.True((await Type("where do whales sleep?", "everyone")).Private);
    }
}
