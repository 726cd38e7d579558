using CoachBot.Chat;
using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;
using CoachBot.Exercises;
using CoachBot.Runtime;
using CoachBot.Testing;

namespace CoachBot.Tests.Exercises;

public sealed class ExerciseCommandTests
{
    private const ulong Team = 7;

    private static readonly Catalogue Catalogue = Shelves.Catalogue;
    private static readonly ExerciseReplies Replies = Shelves.Replies;
    private static readonly OpenExercise Open = new(Shelves.Library, Replies);
    private static readonly ShowExercise Show = new(Shelves.Library, Replies);

    private readonly List<ulong> _asked = [];
    private bool _cardsForEveryone;

    private ExerciseCommand Command => new(Shelves.Library, Replies, (team, _) =>
    {
        _asked.Add(team.Value);
        return Task.FromResult(_cardsForEveryone);
    });

    private static Caller Caller(ulong? team = Team) => team is { } id ? Some.Caller(new TeamId(id)) : Some.CallerInPrivate();

    private Task<Reply> Type(string name, string? share = null, ulong? team = Team)
    {
        var options = new Dictionary<string, object> { ["name"] = name };
        if (share is not null) options["share"] = share;
        return Command.HandleAsync(new CommandCall(Some.Call(Caller(team)), options), TestContext.Current.CancellationToken);
    }

    private static Task<Reply> Press(IButtonAction action, string argument, bool onPrivateMessage, ulong? team = Team) =>
        action.PressAsync(new ButtonCall(Some.Call(Caller(team), onPrivateMessage: onPrivateMessage), [argument]), TestContext.Current.CancellationToken);

    private static IEnumerable<string> Labels(Reply reply) => reply.Buttons.Select(b => b.Label);

    [Fact]
    public async Task ShowsTheCardToTheAskerAlone()
    {
        var reply = await Type("glute bridge");
        Assert.True(reply.Private);
        Assert.Equal("Double-leg bridge", reply.Card!.Title);
        Assert.Equal(["Easier", "Harder", "Show to channel", "How to do it", "Faults", "Why", "Motion"], Labels(reply));
        Assert.Equal([Team], _asked);
    }

    [Fact]
    public async Task PostsForEveryoneWhenAsked()
    {
        var reply = await Type("clams", "everyone");
        Assert.False(reply.Private);
        Assert.Equal(["Easier", "Harder", "How to do it", "Faults", "Why", "Motion"], Labels(reply));
        Assert.Empty(_asked);
    }

    [Fact]
    public async Task TheTeamDecidesWhenTheAskerDoesNotSay()
    {
        _cardsForEveryone = true;
        Assert.False((await Type("clams")).Private);
        Assert.True((await Type("clams", "me")).Private);
    }

    [Fact]
    public async Task WorksPrivatelyWithoutATeam()
    {
        _cardsForEveryone = true;
        foreach (var share in new[] { null, "me", "everyone" })
        {
            var reply = await Type("plank", share, team: null);
            Assert.True(reply.Private);
            Assert.Equal(["Easier", "Harder", "How to do it", "Faults", "Why", "Motion"], Labels(reply));
        }
        Assert.Empty(_asked);
    }

    [Fact]
    public async Task OffersThreeNearestForAnUnknownName()
    {
        var reply = await Type("bench press", "everyone");
        Assert.True(reply.Private);
        Assert.Null(reply.Card);
        Assert.Equal(3, reply.Buttons.Count);
        foreach (var button in reply.Buttons)
        {
            var opened = await Press(Open, button.Arguments[0], onPrivateMessage: true);
            Assert.Equal(button.Label, opened.Card!.Title);
        }
        Snapshot.Match(AsText.Of(reply));
    }

    [Theory]
    [InlineData("**bold** @everyone <@1>", @"“\*\*bold\*\* \@everyone \<\@1\>”")]
    [InlineData("\u202Eevil\u0000", "“evil”")]
    [InlineData("", "“”")]
    public async Task EchoesAnUnknownNameHarmlessly(string typed, string echoed) =>
        Assert.StartsWith($"I don't know {echoed}. ", (await Type(typed)).Text);

    [Fact]
    public async Task ShortensALongUnknownName() => Assert.InRange((await Type(new string('*', 6000))).Text!.Length, 1, 200);

    [Fact]
    public async Task EasierReplacesAPrivateCard()
    {
        var easier = (await Type("bridge march")).Buttons[0];
        var reply = await Press(Open, easier.Arguments[0], onPrivateMessage: true);
        Assert.True(reply.Replaces);
        Assert.Equal("Double-leg bridge", reply.Card!.Title);
    }

    [Fact]
    public async Task EasierOnAPublicCardAnswersThePresserAlone()
    {
        var easier = (await Type("bridge march", "everyone")).Buttons[0];
        var reply = await Press(Open, easier.Arguments[0], onPrivateMessage: false);
        Assert.False(reply.Replaces);
        Assert.True(reply.Private);
        Assert.Contains("Show to channel", Labels(reply));
    }

    [Fact]
    public async Task ShowPostsANewPublicCard()
    {
        var reply = await Press(Show, "clamshell", onPrivateMessage: true);
        Assert.False(reply.Private);
        Assert.False(reply.Replaces);
        Assert.Equal(["Easier", "Harder", "How to do it", "Faults", "Why", "Motion"], Labels(reply));
    }

    [Theory]
    [InlineData("no-such-exercise")]
    [InlineData("")]
    public async Task SaysThatAButtonIsOutOfDate(string id)
    {
        foreach (var action in new IButtonAction[] { Open, Show })
        {
            var problem = await Assert.ThrowsAsync<UserError>(() => Press(action, id, onPrivateMessage: true));
            Assert.Equal("This button is out of date. Type /exercise to look it up.", problem.Message);
        }
    }

    [Fact]
    public void TheLaddersEndsCannotBePressed() => Assert.All(Catalogue.Exercises, e =>
    {
        var buttons = Replies.PublicCard(e, Shelves.Core).Buttons;
        Assert.Equal(Catalogue.Easier(e) is null, buttons[0].Disabled);
        Assert.Equal(Catalogue.Harder(e) is null, buttons[1].Disabled);
    });

    [Fact]
    public void NoTwoButtonsOfACardAreTheSame() => Assert.All(Catalogue.Exercises, e =>
    {
        var ids = Replies.PrivateCard(e, Shelves.Core, inTeam: true).Buttons.Select(new ActionIds(new byte[32]).Make).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
    });

    [Fact]
    public async Task SuggestionsFitAndLeadToTheirExercise()
    {
        foreach (var typed in Catalogue.Exercises.Select(e => e.Name).Append(""))
        {
            var offered = await Command.SuggestAsync(new SuggestCall(Some.Call(Caller()), "name", typed), TestContext.Current.CancellationToken);
            Assert.InRange(offered.Count, 1, 25);
            Assert.All(offered, choice =>
            {
                Assert.InRange(choice.Name.Length, 1, 100);
                Assert.InRange(choice.Value.Length, 1, 100);
            });
        }
        Assert.All(Catalogue.Exercises, e => Assert.Same(e, Shelves.Core.Search.Find(ExerciseReplies.Suggestion(e).Value)));
    }

    [Fact]
    public async Task SuggestsWithTheLevel()
    {
        var offered = await Command.SuggestAsync(new SuggestCall(Some.Call(Caller()), "name", "goblet"), TestContext.Current.CancellationToken);
        Assert.Equal("Goblet squat (kettlebell, dumbbell or medicine ball)", offered[0].Name);
        offered = await Command.SuggestAsync(new SuggestCall(Some.Call(Caller()), "name", "clam"), TestContext.Current.CancellationToken);
        Assert.Equal(new Choice("Clamshell (basic)", "Clamshell"), offered[0]);
    }
}
