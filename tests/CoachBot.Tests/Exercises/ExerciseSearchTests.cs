using System.Runtime.CompilerServices;
using CoachBot.Exercises;
using CoachBot.Exercises.Search;
using FsCheck.Xunit;

namespace CoachBot.Tests.Exercises;

public sealed class ExerciseSearchTests
{
    private static readonly Catalogue Catalogue = Shelves.Catalogue;
    private static readonly ExerciseSearch Search = Shelves.Core.Search;

    [Fact]
    public void FindsEveryNameAndAliasExactly() => Assert.All(
        Catalogue.Exercises.SelectMany(e => e.Aliases.Append(e.Name).Append(e.Id).Select(text => (text, e.Id))).Where(t => !Catalogue.Ambiguous.ContainsKey(t.text.ToLowerInvariant())),
        t => Assert.Equal(t.Id, Search.Find(t.text)?.Id));

    [Fact]
    public void FindsEveryKnownMisspelling()
    {
        var all = Catalogue.Exercises.SelectMany(e => e.Misspellings.Select(text => (text, e.Id)))
            .Where(t => !Catalogue.Ambiguous.ContainsKey(t.text)).ToList();
        var wrong = all.Where(t => Search.Find(t.text)?.Id != t.Id).ToList();
        Assert.True(wrong.Count <= all.Count * 0.05, string.Join(", ", wrong));
    }

    [Fact]
    public void TakesTheFirstMeaningOfAnAmbiguousText() =>
        Assert.All(Catalogue.Ambiguous, a => Assert.Equal(a.Value[0], Search.Find(a.Key)?.Id));

    [Fact]
    public void ATypoInANameIsAlmostAlwaysUnderstoodAndHardlyEverMisunderstood()
    {
        var typos = Catalogue.Exercises.SelectMany(e => Typos(e.Name).Select(typo => (typo, e.Id))).ToList();
        var wrong = typos.Where(t => Search.Find(t.typo) is { } found && found.Id != t.Id).ToList();
        var notNearest = typos.Where(t => Search.Nearest(t.typo, 1) is not [var nearest] || nearest.Id != t.Id).ToList();
        Assert.True(wrong.Count <= typos.Count * 0.01, string.Join(", ", wrong));
        Assert.True(notNearest.Count <= typos.Count * 0.02, string.Join(", ", notNearest));
    }

    /// <summary>Both were looked at while the search was made: the second at first only measured (96.1 %), until a new one took its place.</summary>
    [Theory]
    [InlineData("spellings.tsv", 1341, 97)]
    [InlineData("spellings-held-out.tsv", 203, 97)]
    public void OpensTheRightOneForNearlyAllSpellings(string file, int lines, int percent)
    {
        var spellings = Spellings(file);
        Assert.Equal(lines, spellings.Count);
        Assert.Equal(Catalogue.Exercises.Count, spellings.Select(s => s.Id).Distinct().Count());
        var wrong = spellings.Where(s => Search.Find(s.Typed)?.Id != s.Id)
            .Select(s => $"{s.Typed} -> {Search.Find(s.Typed)?.Id ?? "nothing"}, not {s.Id}").ToList();
        var right = 100.0 * (lines - wrong.Count) / lines;
        TestContext.Current.TestOutputHelper!.WriteLine($"{file}: {lines - wrong.Count} of {lines} open the right card, {right:F1} %");
        Assert.True(right >= percent, string.Join('\n', wrong));
    }

    /// <summary>
    /// Written before the search was last changed, by somebody who had not tuned it, and only measured since: so it tells the figures and never which
    /// ones were wrong.
    /// A dash stands for what is no exercise of the library.
    /// </summary>
    [Fact]
    public void OpensTheRightOneForNearlyAllSpellingsThatNobodyTunedItWith()
    {
        var lines = Spellings("spellings-unseen.tsv");
        var named = lines.Where(line => line.Id != "-").ToList();
        var unknown = lines.Where(line => line.Id == "-").ToList();
        Assert.True(named.Count >= 300 && unknown.Count >= 80);
        var right = 100.0 * named.Count(line => Search.Find(line.Typed)?.Id == line.Id) / named.Count;
        var another = named.Count(line => Search.Find(line.Typed) is { } found && found.Id != line.Id);
        var opened = unknown.Count(line => Search.Find(line.Typed) is not null);
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"unseen: {right:F1} % of {named.Count} open the right card, {another} another one; {opened} of {unknown.Count} that are in no library open one");
        Assert.True(right >= 95 && another <= 2 && opened <= 6);
    }

    [Fact]
    public void FindsEveryNameInAnotherLanguageWithAndWithoutAccents() => Assert.All(
        Catalogue.Exercises.SelectMany(e => e.Names.Values.SelectMany(names => names).Select(name => (name, e.Id))),
        t =>
        {
            Assert.Equal(t.Id, Search.Find(t.name)?.Id);
            Assert.Equal(t.Id, Search.Find(SearchText.Normalise(t.name))?.Id);
            Assert.Equal(t.Id, Search.Find(t.name.ToUpperInvariant())?.Id);
        });

    [Fact]
    public void OneAndManyAreTheSame() => Assert.All(
        Catalogue.Exercises.SelectMany(e => e.Aliases).Concat(Catalogue.Ambiguous.Keys)
            .Where(text => !text.EndsWith('s') && !text.EndsWith("ch", StringComparison.Ordinal)),
        text => Assert.Equal(Search.Find(text)?.Id, Search.Find($"{text}s")?.Id));

    [Theory]
    [InlineData("clams", "clamshell")]
    [InlineData("glute brige", "glute-bridge")]
    [InlineData("SL RDL", "single-leg-deadlift")]
    [InlineData("sldl", "single-leg-deadlift")]
    [InlineData("  Side-Plank!! ", "side-plank")]
    [InlineData("sideplanks", "side-plank")]
    [InlineData("KB dead lift", "kettlebell-deadlift")]
    [InlineData("gobblet squats", "goblet-squat")]
    [InlineData("sidelying leg raise", "side-lying-hip-abduction")]
    [InlineData("squat 3x12", "bodyweight-squat")]
    [InlineData("squat 3 x 12", "bodyweight-squat")]
    [InlineData("3x12 squats", "bodyweight-squat")]
    [InlineData("2 sets of goblet squats 12kg", "goblet-squat")]
    [InlineData("plank 45s", "front-plank")]
    [InlineData("1 leg squat 2x6 per side", "single-leg-squat")]
    [InlineData("4 way hip", "band-hip-abduction")]
    [InlineData("four way hip", "band-hip-abduction")]
    [InlineData("lunge", "walking-lunge")]
    [InlineData("lunges", "walking-lunge")]
    [InlineData("lundge", "walking-lunge")]
    [InlineData("how do i do a bridge", "glute-bridge")]
    [InlineData("deadlift", "bodyweight-deadlift")]
    [InlineData("deadlift without weight", "bodyweight-deadlift")]
    [InlineData("squat 1 leg", "single-leg-squat")]
    [InlineData("side planks 30 s each side", "side-plank")]
    [InlineData("step up 30 sec", "step-up")]
    [InlineData("leg curl on a swiss ball", "ball-hamstring-curl")]
    [InlineData("clamshells with no band", "clamshell")]
    [InlineData("pallof press standing", "pallof-press")]
    [InlineData("dead bug hold", "dead-bug")]
    [InlineData("side lounge", "lateral-lunge")]
    [InlineData("singel leg hipthrust", "single-leg-hip-thrust")]
    [InlineData("Langhantelkniebeugen", "barbell-back-squat")]
    [InlineData("kettlebell calf raises", "calf-raise")]
    [InlineData("kettlebell reverse lunge", "dumbbell-reverse-lunge")]
    public void Finds(string typed, string id) => Assert.Equal(id, Search.Find(typed)?.Id);

    [Theory]
    [InlineData("bench press")]
    [InlineData("pull up")]
    [InlineData("easy run")]
    [InlineData("5k")]
    [InlineData("3x12")]
    [InlineData("my knee hurts")]
    [InlineData("xyzzy")]
    [InlineData("a")]
    [InlineData("leg")]
    [InlineData("kettlebell swing")]
    [InlineData("leg press")]
    [InlineData("russian twist")]
    [InlineData("box jump")]
    [InlineData("hack squat")]
    [InlineData("spider curl")]
    [InlineData("romanian deadlift from a deficit")]
    [InlineData("side plank with a pull up")]
    [InlineData("kettlebell row")]
    [InlineData("rowing")]
    [InlineData("lunch")]
    [InlineData("squad")]
    [InlineData("band practice")]
    public void DoesNotGuess(string typed) => Assert.Null(Search.Find(typed));

    /// <summary>The first file was looked at while the search was made, the second only measured.</summary>
    [Theory]
    [InlineData("no-exercise.txt")]
    [InlineData("no-exercise-held-out.txt")]
    public void NonsenseForeignWordsAndOtherSportsOpenNothing(string file)
    {
        var words = File.ReadAllLines(Path.Combine(Here(), file));
        var opened = words.Where(word => Search.Find(word) is not null).Select(word => $"{word} -> {Search.Find(word)!.Id}").ToList();
        TestContext.Current.TestOutputHelper!.WriteLine($"{file}: {opened.Count} of {words.Length} open a card. {string.Join(", ", opened)}");
        Assert.Empty(opened);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("🏃‍♀️💪")]
    [InlineData("\u202Eknalp\u202C")]
    [InlineData("العربية")]
    [InlineData("\uD83D")]
    [InlineData("'; drop table exercises; --")]
    [InlineData("<@&123> @everyone ```")]
    [InlineData("1")]
    [InlineData("x x x")]
    public void AnswersHostileInput(string typed)
    {
        Assert.Null(Search.Find(typed));
        Assert.InRange(Search.Nearest(typed, 3).Count, 0, 3);
        Assert.InRange(Search.Suggest(typed, 25).Count, 0, 25);
    }

    [Fact]
    public void AnswersAVeryLongText()
    {
        foreach (var typed in new[] { new string('a', 6000), string.Concat(Enumerable.Repeat("squat ", 1000)), string.Concat(Enumerable.Repeat("1x", 3000)) })
        {
            Search.Find(typed);
            Assert.InRange(Search.Nearest(typed, 3).Count, 0, 3);
            Assert.InRange(Search.Suggest(typed, 25).Count, 0, 25);
        }
    }

    [Property(MaxTest = 200)]
    public void OffersNothingTwice(string? typed)
    {
        Search.Find(typed ?? "");
        var nearest = Search.Nearest(typed ?? "", 3);
        Assert.Equal(nearest.Count, nearest.Distinct().Count());
        var offered = Search.Suggest(typed ?? "", 25);
        Assert.InRange(offered.Count, 0, 25);
        Assert.Equal(offered.Count, offered.Distinct().Count());
    }

    [Fact]
    public void SuggestsBasicsInTeachingOrderBeforeAnythingIsTyped()
    {
        var offered = Search.Suggest("", 25);
        Assert.Equal(25, offered.Count);
        Assert.Equal(Catalogue.Exercises.Take(25).Select(e => e.Id), offered.Select(e => e.Id));
        Assert.Equal("glute-bridge", offered[0].Id);
    }

    [Theory]
    [InlineData("br", "glute-bridge")]
    [InlineData("clam", "clamshell")]
    [InlineData("sq", "bodyweight-squat")]
    [InlineData("band hip ab", "band-hip-abduction")]
    [InlineData("hip abduction band", "band-hip-abduction")]
    [InlineData("gobl", "goblet-squat")]
    [InlineData("gobblet", "goblet-squat")]
    [InlineData("single leg dea", "single-leg-deadlift")]
    public void SuggestsTheMeantOneWithinTheFirstThree(string typed, string id) =>
        Assert.Contains(id, Search.Suggest(typed, 25).Take(3).Select(e => e.Id));

    [Fact]
    public void SuggestsAllMeaningsOfAnAmbiguousTextFirst() =>
        Assert.Equal(Catalogue.Ambiguous["squat"], Search.Suggest("squat", 25).Take(5).Select(e => e.Id));

    internal static IReadOnlyList<(string Typed, string Id)> Spellings(string file) =>
        [.. File.ReadLines(Path.Combine(Here(), file)).Select(line => line.Split('\t')).Select(parts => (parts[0], parts[1]))];

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    /// <summary>One letter left out, and two neighbours swapped, at every third place.</summary>
    private static IEnumerable<string> Typos(string name)
    {
        for (var i = 0; i < name.Length; i += 3) yield return name.Remove(i, 1);
        for (var i = 0; i + 1 < name.Length; i += 3) yield return $"{name[..i]}{name[i + 1]}{name[i]}{name[(i + 2)..]}";
    }
}
