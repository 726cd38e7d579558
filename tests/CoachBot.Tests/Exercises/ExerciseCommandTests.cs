using CoachBot.Chat;
using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;
using CoachBot.Exercises;
using CoachBot.Exercises.Browse;
using CoachBot.Exercises.Cards;
using CoachBot.Runtime;
using CoachBot.Safety;
using CoachBot.Teams;
using CoachBot.Testing;
using CoachBot.Tests.Storage;
using NodaTime;

namespace CoachBot.Tests.Exercises;

public sealed class ExerciseCommandTests : IDisposable
{
    private const ulong Team = 7;

    private static readonly Catalogue Catalogue = Shelves.Catalogue;
    private static readonly ExerciseReplies Replies = Shelves.Replies;
    private static readonly OpenExercise Open = new(Shelves.Library, Replies);
    private static readonly ShowExercise Show = new(Shelves.Library, Replies);

    private readonly TestDatabase database = new();

    private ExerciseCommand Command => new(Shelves.Library, Replies, new TeamStore(database.Database),
        new SafetyDesk(new SafetyEar(), new HelpLines(), new TeamStore(database.Database)));

    public void Dispose() => database.Dispose();

    private async Task CardsForEveryoneAsync() => await new TeamStore(database.Database).ChangeAsync(
        new CallId(9), new TeamId(Team), Instant.FromUnixTimeSeconds(0), team => team with { CardsForEveryone = true }, TestContext.Current.CancellationToken);

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
        Assert.Equal(["Easier", "Harder", "Show to channel", "In short", "How to do it", "Faults", "Why", "Motion"], Labels(reply));
    }

    [Fact]
    public async Task PostsForEveryoneWhenAsked()
    {
        var reply = await Type("clams", "everyone");
        Assert.False(reply.Private);
        Assert.Equal(["Easier", "Harder", "In short", "How to do it", "Faults", "Why", "Motion"], Labels(reply));
    }

    [Fact]
    public async Task TheTeamDecidesWhenTheAskerDoesNotSay()
    {
        await CardsForEveryoneAsync();
        Assert.False((await Type("clams")).Private);
        Assert.True((await Type("clams", "me")).Private);
    }

    [Fact]
    public async Task WorksPrivatelyWithoutATeam()
    {
        await CardsForEveryoneAsync();
        foreach (var share in new[] { null, "me", "everyone" })
        {
            var reply = await Type("plank", share, team: null);
            Assert.True(reply.Private);
            Assert.Equal(["Easier", "Harder", "In short", "How to do it", "Faults", "Why", "Motion"], Labels(reply));
        }
    }

    [Fact]
    public async Task OffersWhatIsAlikeForANameThatIsNotClear()
    {
        var reply = await Type("goblin squats", "everyone");
        Assert.True(reply.Private);
        Assert.Null(reply.Card);
        Assert.InRange(reply.Buttons.Count, 1, 3);
        foreach (var button in reply.Buttons)
        {
            var opened = await Press(Open, button.Arguments[0], onPrivateMessage: true);
            Assert.Equal(button.Label, opened.Card!.Title);
        }
        Snapshot.Match(AsText.Of(reply));
    }

    [Theory]
    [InlineData("xyzzy", "“xyzzy”")]
    [InlineData("Schmetterling", "“Schmetterling”")]
    [InlineData("**bold** @everyone <@1>", @"“\*\*bold\*\* \@everyone \<\@1\>”")]
    [InlineData("\u202Eevil\u0000", "“evil”")]
    public async Task UnknownNamesAreToldSoAndOpenTheFamilies(string typed, string echoed)
    {
        var reply = await Type(typed);
        Assert.StartsWith($"{echoed} is not in the library.", reply.Text, StringComparison.Ordinal);
        Assert.Contains("/exercises", reply.Text, StringComparison.Ordinal);
        Assert.Empty(reply.Buttons);
        var list = await new PickFamily(Shelves.Library).ChooseAsync(
            new SelectCall(Some.Call(Caller()), [], reply.Select!.Options[0].Value), TestContext.Current.CancellationToken);
        Assert.Contains("Double-leg bridge", list.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("my knee hurts")]
    [InlineData("knee pain")]
    [InlineData("squat my knee hurts")]
    public async Task APartOfTheBodyThatHurtsIsAnsweredPrivatelyWithHelpAndNoCard(string typed)
    {
        var reply = await Type(typed, "everyone");
        Assert.True(reply.Private);
        Assert.DoesNotContain(Shelves.Core.Exercises, exercise => exercise.Name == reply.Card?.Title);
        Assert.DoesNotContain("Did you mean", reply.Text ?? "", StringComparison.Ordinal);
        Assert.DoesNotContain("not in the library", reply.Text ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void HardlyASpellingOfAnExerciseIsHeardAsTrouble()
    {
        var ear = new SafetyEar();
        var spellings = ExerciseSearchTests.Spellings("spellings.tsv").Select(spelling => spelling.Typed).ToList();
        var heard = spellings.Where(typed => Shelves.Core.Search.Named(typed) is null && ear.Hear(typed) is not null).ToList();
        TestContext.Current.TestOutputHelper!.WriteLine($"{heard.Count} of {spellings.Count} are heard as trouble: {string.Join(", ", heard)}");
        Assert.True(heard.Count <= spellings.Count / 100, string.Join(", ", heard));
    }

    [Theory]
    [InlineData("core", "Exercises that work the trunk")]
    [InlineData("hamstrings", "Exercises that work the hamstrings")]
    [InlineData("hips", "Exercises that work the outer hips")]
    [InlineData("kettlebell", "Exercises that need dumbbells or a kettlebell")]
    [InlineData("theraband", "Exercises that need a band")]
    public async Task AMuscleOrAThingOpensAListAndNoCard(string typed, string title)
    {
        var reply = await Type(typed);
        Assert.Null(reply.Card);
        Assert.Contains(title, reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ShortensALongUnknownName() => Assert.InRange((await Type(new string('*', 6000))).Text!.Length, 1, 250);

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
        Assert.Equal(["Easier", "Harder", "In short", "How to do it", "Faults", "Why", "Motion"], Labels(reply));
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
        var buttons = Replies.PublicCard(Shelves.Get(e.Id), Shelves.Core, Caller()).Buttons;
        Assert.Equal(Catalogue.Easier(e) is null, buttons[0].Disabled);
        Assert.Equal(Catalogue.Harder(e) is null, buttons[1].Disabled);
    });

    [Fact]
    public void NoTwoButtonsOfACardAreTheSame() => Assert.All(Catalogue.Exercises, e =>
    {
        var ids = Replies.PrivateCard(Shelves.Get(e.Id), Shelves.Core, Caller()).Buttons.Select(new ActionIds(new byte[32]).Make).ToList();
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
        Assert.All(Shelves.Core.Exercises, e => Assert.Same(e, Shelves.Core.Search.Find(ExerciseCommand.Suggestion(e, Shelves.Words).Value)));
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
