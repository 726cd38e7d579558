using CoachBot.Chat.Saying;
using CoachBot.Exercises;
using CoachBot.Exercises.Cards;
using CoachBot.TeamExercises;
using CoachBot.Testing;

namespace CoachBot.Tests.Exercises;

public sealed class ExerciseCardTests
{
    private static readonly Catalogue Catalogue = Shelves.Catalogue;
    private static readonly ExerciseReplies Replies = Shelves.Replies;

    private static readonly ExerciseCard Cards = new(Catalogue, Shelves.Words);

    private static Card Card(string id) => Cards.Of(Shelves.Get(id), Shelves.Core);

    private static IEnumerable<string> Names(Card card) => card.Fields.Select(f => f.Name);

    public static TheoryData<string> Views => [.. Enum.GetNames<CardView>()];

    /// <summary>Every exercise, every side, private and public: the message as it goes out, held against Discord's documented limits.</summary>
    [Theory]
    [MemberData(nameof(Views))]
    public void EveryCardFitsDiscordsLimits(string view)
    {
        foreach (var exercise in Shelves.Core.Exercises)
        {
            foreach (var reply in (Reply[])[Replies.PrivateCard(exercise, Shelves.Core, Some.Caller(), Enum.Parse<CardView>(view)),
                Replies.PublicCard(exercise, Shelves.Core, Some.Caller(), Enum.Parse<CardView>(view))])
            {
                Assert.InRange(reply.Fits().Count, 3, 5);
                Assert.Contains(reply.Buttons, button => button.Label == "Faults");
            }
        }
    }

    /// <summary>The longest that a team's own exercise can be, of characters that all need a backslash.</summary>
    [Fact]
    public void TheLongestOwnCardFitsDiscordsLimits()
    {
        var own = Shelves.Own(new string('a', TeamExerciseText.LongestName), after: "glute-bridge") with
        {
            Steps = [.. Enumerable.Repeat(new string('*', TeamExerciseText.LongestStep), TeamExerciseText.MostSteps)],
            Cues = [.. Enumerable.Repeat(new string('_', TeamExerciseText.LongestCue), TeamExerciseText.MostCues)],
            Dose = new string('~', TeamExerciseText.LongestDose),
            Link = "https://example.org/" + new string('_', TeamExerciseText.LongestLink - 20),
        };
        Replies.PublicCard(own, Shelves.With(own), Some.Caller()).Fits();
    }

    [Fact]
    public void EveryCardSaysHowWhatGoesWrongHowMuchAndWhenToStop() => Assert.All(Catalogue.Exercises, e =>
    {
        var card = Cards.Of(Shelves.Get(e.Id), Shelves.Core, CardView.How);
        Assert.StartsWith($"**{e.Level}**", card.Body);
        Assert.Contains(e.Why, card.Body);
        foreach (var field in (string[])["Set up", "Steps", "Think of", "If it goes wrong", "How much for a beginner", "Stop if"])
            Assert.Contains(field, Names(card));
        Assert.All(e.StopSigns, sign => Assert.Contains(sign, card.Fields[^1].Value));
        Assert.Equal(Catalogue.Disclaimer, card.Footer);
    });

    [Fact]
    public void AnAdvancedCardNamesItsBasics()
    {
        var field = Assert.Single(Card("goblet-squat").Fields, f => f.Name == "Basics first");
        Assert.Contains("Body-weight squat", field.Value);
        Assert.DoesNotContain("Basics first", Names(Card("bridge-march")));
    }

    [Theory]
    [InlineData("glute-bridge", null)]
    [InlineData("goblet-squat", "qualified adult present")]
    [InlineData("barbell-deadlift", "spotter")]
    public void WeightsAreNotLiftedAlone(string id, string? words)
    {
        var field = Card(id).Fields.SingleOrDefault(f => f.Name == "Not alone");
        if (words is null) Assert.Null(field);
        else Assert.Contains(words, field!.Value);
    }

    [Fact]
    public void TheLevelsDifferInWordsAndColour()
    {
        Assert.NotEqual(Card("clamshell").Colour, Card("clamshell-band").Colour);
        Assert.StartsWith("**Basic**", Card("clamshell").Body);
        Assert.StartsWith("**Advanced**", Card("clamshell-band").Body);
    }

    [Fact]
    public void TheBridgesCard() => Snapshot.Match(AsText.Of(Replies.PrivateCard(Shelves.Get("glute-bridge"), Shelves.Core, Some.Caller())));

    /// <summary>On a screen of 390 x 844 about 40 characters stand on a line, and about 22 lines fit under the picture and over the buttons.</summary>
    [Fact]
    public void TheShortSideIsShort() => Assert.All(Shelves.Core.Exercises.Where(e => e.Level == Level.Basic), e =>
    {
        var card = Cards.Of(e, Shelves.Core);
        var lines = card.Fields.SelectMany(field => field.Value.Split('\n').Prepend(field.Name)).Concat(card.Body.Split('\n')).Sum(line => (line.Length + 39) / 40);
        Assert.True(lines <= 30, $"{e.Id}: {lines} lines");
        Assert.Equal(["Think of", "How much to start with", "Stop if"], card.Fields.TakeLast(3).Select(field => field.Name));
    });

    [Fact]
    public void TheBarbellSquatsCard() =>
        Snapshot.Match(AsText.Of(Replies.PublicCard(Shelves.Get("barbell-back-squat"), Shelves.Core, Some.Caller(), CardView.How)));
}
