using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;
using CoachBot.Language;
using CoachBot.Questions;
using CoachBot.Runtime;
using CoachBot.Safety;
using CoachBot.Teams;
using CoachBot.Tests.Exercises;
using CoachBot.Tests.Storage;

namespace CoachBot.Tests.Questions;

public sealed class AskRepliesTests : IDisposable
{
    private static readonly Knowledge Knowledge = new();
    private static readonly SafetyEar Ear = new();
    private static readonly Lazy<QuestionIndex> Index = new(() => new QuestionIndex(Knowledge));

    private readonly TestDatabase database = new();

    public void Dispose() => database.Dispose();

    private Task<Reply> Type(string question, string? share = null, ulong? team = 7)
    {
        var options = new Dictionary<string, object> { ["question"] = question };
        if (share is not null) options["share"] = share;
        var ask = new AskCommand(Knowledge, new SafetyDesk(Ear, new HelpLines(), new TeamStore(database.Database)), Index);
        return ask.HandleAsync(
            new CommandCall(Some.Call(team is { } id ? Some.Caller(new TeamId(id)) : Some.CallerInPrivate()), options), TestContext.Current.CancellationToken);
    }

    [Fact]
    public void EveryAnswerAndEverySafetyMessageFitsDiscordsLimits()
    {
        Assert.Equal(42, Knowledge.Answers.Count);
        Assert.All(Knowledge.Answers, answer => AskReplies.Answered(answer, Knowledge, Locale.English).Fits());
        AskReplies.Unknown([.. Knowledge.Answers.Take(3)], Locale.English).Fits();
        AskReplies.Unknown([], Locale.English).Fits();
    }

    [Fact]
    public void EveryAnswerNamesItsSourcesAndHowSureWeAre() => Assert.All(Knowledge.Answers, answer =>
    {
        Assert.NotEmpty(answer.Sources);
        Assert.All(answer.Sources, id => Assert.True(Knowledge.Sources.ContainsKey(id), id));
        var fields = AskReplies.Answered(answer, Knowledge, Locale.English).Card!.Fields;
        Assert.NotEqual(answer.Confidence == "general" ? "" : "General knowledge.", fields[0].Value);
        Assert.StartsWith("- ", fields[1].Value, StringComparison.Ordinal);
        Assert.Matches("^[a-z]+(-[a-z]+)*$", answer.Id);
        Assert.InRange(answer.Question.Length, 1, 100);
    });

    [Fact]
    public void NothingPromisesOrAsksForAPainScore() => Assert.All(
        Knowledge.Answers.Select(answer => answer.Text).Concat(Enum.GetValues<Sign>().Select(SafetyWords.In(Locale.English).Body)),
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
        Assert.Null(reply.Select);
        Assert.StartsWith("🚨", reply.Card!.Title, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("my knee hurts when I squat")]
    [InlineData("my calf is sore, which band should I use?")]
    public async Task PainGetsItsOneAnswerAndOnlyQuestionsOnPainBelowIt(string question)
    {
        var reply = await Type(question);
        Assert.Equal(SafetyWords.In(Locale.English).Body(Sign.Pain), reply.Card!.Body);
        Assert.All(reply.Select?.Options ?? [], option => Assert.True(Knowledge.Find(option.Value)!.OnPain, option.Value));
    }

    [Theory]
    [InlineData("my body")]
    [InlineData("I want it")]
    [InlineData("what took so long")]
    public async Task OneCommonWordPicksNothingAndNobodyIsSentToTheCoach(string question)
    {
        var reply = await Type(question);
        Assert.Null(reply.Card);
        Assert.DoesNotContain("coach", reply.Text, StringComparison.OrdinalIgnoreCase);
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
