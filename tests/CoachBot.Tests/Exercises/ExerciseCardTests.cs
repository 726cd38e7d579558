using CoachBot.Chat;
using CoachBot.Exercises;
using CoachBot.Testing;

namespace CoachBot.Tests.Exercises;

public sealed class ExerciseCardTests
{
    private static readonly Catalogue Catalogue = Shelves.Catalogue;
    private static readonly ExerciseReplies Replies = Shelves.Replies;

    private static Card Card(string id) => ExerciseCard.Of(Catalogue.Find(id)!, Catalogue);

    private static IEnumerable<string> Names(Card card) => card.Fields.Select(f => f.Name);

    /// <summary>Discord's documentation, "Embed Limits"; lengths are counted after trimming.</summary>
    [Fact]
    public void EveryCardFitsIntoAnEmbed() => Assert.All(Catalogue.Exercises, e =>
    {
        var card = ExerciseCard.Of(e, Catalogue);
        Assert.InRange(card.Title.Length, 1, 256);
        Assert.InRange(card.Body.Length, 1, 4096);
        Assert.InRange(card.Fields.Count, 1, 25);
        Assert.All(card.Fields, f =>
        {
            Assert.InRange(f.Name.Length, 1, 256);
            Assert.InRange(f.Value.Length, 1, 1024);
        });
        Assert.InRange(card.Footer!.Length, 1, 2048);
        Assert.InRange(card.Title.Length + card.Body.Length + card.Footer.Length + card.Fields.Sum(f => f.Name.Length + f.Value.Length), 1, 6000);
    });

    [Fact]
    public void EveryCardSaysHowWhatGoesWrongHowMuchAndWhenToStop() => Assert.All(Catalogue.Exercises, e =>
    {
        var card = ExerciseCard.Of(e, Catalogue);
        Assert.StartsWith($"**{e.Level}**", card.Body);
        Assert.Contains(e.Why, card.Body);
        foreach (var field in (string[])["Set up", "Steps", "Think of", "If it goes wrong", "How much for a beginner", "Stop if"]) Assert.Contains(field, Names(card));
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
    public void TheBridgesCard() => Snapshot.Match(AsText.Of(Replies.PrivateCard(Catalogue.Find("glute-bridge")!, Shelves.Core, inTeam: true)));

    [Fact]
    public void TheBarbellSquatsCard() => Snapshot.Match(AsText.Of(Replies.PublicCard(Catalogue.Find("barbell-back-squat")!, Shelves.Core)));
}
