using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using CoachBot.Exercises;
using CoachBot.Exercises.Browse;
using CoachBot.Language;
using CoachBot.Testing;

namespace CoachBot.Tests.Exercises;

public sealed class CatalogueTests
{
    private static readonly Catalogue Catalogue = Shelves.Catalogue;

    [Fact]
    public void TheArticlesExercisesStandFirstAndBasicsBeforeAdvancedInBothParts() => Assert.Equal(
        [
            .. Enumerable.Repeat((Origin.Article, Level.Basic), 20), .. Enumerable.Repeat((Origin.Article, Level.Advanced), 25),
            .. Enumerable.Repeat((Origin.Added, Level.Basic), 14), .. Enumerable.Repeat((Origin.Added, Level.Advanced), 10),
        ],
        Catalogue.Exercises.Select(e => (Catalogue.Families.Single(family => family.Id == e.Family).Origin, e.Level)));

    [Fact]
    public void TheArticlesTenFamiliesStandFirstAndEachHasExercises()
    {
        Assert.Equal([.. Enumerable.Repeat(Origin.Article, 10), .. Enumerable.Repeat(Origin.Added, 8)], Catalogue.Families.Select(family => family.Origin));
        Assert.All(Catalogue.Families, family => Assert.Contains(Catalogue.Exercises, e => e.Family == family.Id));
    }

    [Fact]
    public void HopsNeedAnAdultAndFourBasics()
    {
        var hops = Catalogue.Find("pogo-hops")!;
        Assert.Equal(["bodyweight-squat", "calf-raise", "single-leg-calf-raise", "soleus-calf-raise"], hops.Prerequisites);
        Assert.Contains("qualified adult present every time", Catalogue.Supervision[hops.Supervision]);
        Assert.Contains("all four basics", Catalogue.Supervision[hops.Supervision]);
    }

    [Fact]
    public void HarderExercisesLinkBackToEasierOnes() => Assert.All(
        Catalogue.Exercises.SelectMany(e => e.Progressions.Select(id => (From: e, To: Catalogue.Find(id)!))),
        step => Assert.Contains(step.From.Id, (string[])[.. step.To.Regressions, .. step.To.Prerequisites]));

    [Fact]
    public void ANameInAnotherLanguageNamesOneExercise()
    {
        var owners = Catalogue.Exercises.SelectMany(e =>
            e.Names.Values.SelectMany(names => names).Select(name => (Name: name.ToLowerInvariant(), e.Id))).Distinct();
        Assert.Empty(owners.GroupBy(owner => owner.Name).Where(same => same.Count() > 1).Select(same => same.Key));
        Assert.All(Catalogue.Exercises, e => Assert.Equal(["de", "es", "fr", "pt"], e.Names.Keys.Order()));
    }

    /// <summary>A citation leads to the journal, the agency or the DOI, not to a copy that somebody uploaded.</summary>
    [Fact]
    public void NoSourceIsACopy() => Assert.DoesNotContain(
        Catalogue.Sources.Values, source =>
            source.Address.Contains(' ')
                || new[] { "scribd", "studylib", "docksci", "qxmd", "medscape", "substack", "wordpress" }.Any(copy => source.Address.Contains(copy)));

    [Fact]
    public void TheFileKeepsToItsSchema()
    {
        var schema = JsonDocument.Parse(File.ReadAllText(InRepository("docs", "catalogue.schema.json"))).RootElement;
        SchemaCheck.RequireKnownKeywords(schema, "#");
        Assert.Empty(
            new SchemaCheck(schema).Problems(schema, JsonNode.Parse(File.ReadAllText(InRepository("src", "CoachBot", "Exercises", "catalogue.json")))));
    }

    [Fact]
    public void EveryExerciseHasAFamilyPicturesAltTextALadderAndASource()
    {
        var pictures = new ExercisePictures();
        Assert.All(Catalogue.Exercises, e =>
        {
            Assert.Contains(e.Family, Catalogue.Families.Select(family => family.Id));
            Assert.NotEmpty(pictures.Card(e, Locale.English).Bytes.ToArray());
            Assert.NotEmpty(pictures.Card(e, Locale.English).AltText);
            Assert.True(Catalogue.Easier(e) is not null || Catalogue.Harder(e) is not null, $"{e.Id} has no place on a ladder");
            Assert.NotEmpty(e.Sources);
        });
    }

    [Fact]
    public void NoWordAsksForAPainScore() =>
        Assert.DoesNotMatch(@"(?i)\d\s*/\s*10|out of 10 pain|pain scale",
            File.ReadAllText(InRepository("src", "CoachBot", "Exercises", "catalogue.json")).Split("\"exercises\"")[1]);

    [Fact]
    public void TheFamiliesOfTheCommandAreTheCatalogues() => Assert.Equal(
        Catalogue.Families.Select(family => (family.Name, family.Id)),
        new BrowseCommand(Shelves.Library, Catalogue).Spec.Options[0].Choices.SkipLast(1).Select(choice => (choice.Name, choice.Value)));

    [Fact]
    public void IdsAndNamesAreUnique()
    {
        Assert.Equal(Catalogue.Exercises.Count, Catalogue.Exercises.Select(e => e.Id).Distinct().Count());
        Assert.Equal(Catalogue.Exercises.Count, Catalogue.Exercises.Select(e => e.Name.ToLowerInvariant()).Distinct().Count());
    }

    [Fact]
    public void IdsFitAButtonAndAFileName() => Assert.All(Catalogue.Exercises, e => Assert.Matches("^[a-z]+(-[a-z]+)*$", e.Id));

    [Fact]
    public void EveryLinkLeadsToAnExercise() => Assert.All(
        Catalogue.Exercises.SelectMany(e => (string[])[.. e.Regressions, .. e.Progressions, .. e.Prerequisites]).Concat(Catalogue.Ambiguous.Values.SelectMany(ids => ids)),
        id => Assert.NotNull(Catalogue.Find(id)));

    [Fact]
    public void ClimbingTheLadderNeverComesBack()
    {
        foreach (var (name, links) in new (string, Func<CatalogueExercise, IReadOnlyList<string>>)[]
            { ("progressions", e => e.Progressions), ("regressions", e => e.Regressions), ("prerequisites", e => e.Prerequisites) })
        {
            foreach (var start in Catalogue.Exercises)
                Assert.False(Reachable(start, links).Contains(start.Id), $"{name} lead from {start.Id} back to it");
        }
    }

    [Fact]
    public void NoProgressionLeadsFromAnAdvancedExerciseToABasicOne() => Assert.All(
        Catalogue.Exercises.Where(e => e.Level == Level.Advanced).SelectMany(e => e.Progressions),
        id => Assert.Equal(Level.Advanced, Catalogue.Find(id)!.Level));

    [Fact]
    public void EveryAdvancedExerciseNamesItsBasics() =>
        Assert.All(Catalogue.Exercises.Where(e => e.Level == Level.Advanced), e => Assert.NotEmpty(Catalogue.Prerequisites(e)));

    [Fact]
    public void EveryExerciseTellsAllThatACardNeeds() => Assert.All(Catalogue.Exercises, e =>
    {
        Assert.True(e.Cues.Count >= 3, "cues");
        Assert.True(e.Faults.Count >= 2 && e.Faults.All(f => f.Fault.Length > 0 && f.Fix.Length > 0), "faults");
        Assert.InRange(e.Steps.Count, 3, 6);
        Assert.NotEmpty(e.StopSigns);
        Assert.NotEmpty(e.Equipment);
        Assert.NotEmpty(e.Muscles.Primary);
        foreach (var dose in (Dose[])[e.Dose.Beginner, e.Dose.Intermediate, e.Dose.Advanced])
        {
            Assert.NotEmpty(dose.Text);
            Assert.InRange(dose.RestSeconds.From, 15, dose.RestSeconds.To);
            Assert.InRange(dose.Effort.From, 1, dose.Effort.To);
            Assert.InRange(dose.Effort.To, dose.Effort.From, 10);
        }
        Assert.True(Catalogue.Supervision.ContainsKey(e.Supervision), "supervision");
        Assert.All(e.Sources, s => Assert.True(Catalogue.Sources.ContainsKey(s), s));
    });

    [Fact]
    public void ABeginnerNeverWorksCloseToTheLimit() => Assert.All(Catalogue.Exercises, e => Assert.InRange(e.Dose.Beginner.Effort.To, 1, 6));

    [Fact]
    public void EasierIsTheFirstRegressionAndHarderTheFirstProgression()
    {
        var march = Catalogue.Find("bridge-march")!;
        Assert.Equal("glute-bridge", Catalogue.Easier(march)!.Id);
        Assert.Equal("single-leg-bridge", Catalogue.Harder(march)!.Id);
        Assert.Null(Catalogue.Easier(Catalogue.Find("glute-bridge")!));
        Assert.Null(Catalogue.Harder(Catalogue.Find("barbell-deadlift")!));
    }

    [Fact]
    public void KnowsNoOtherId() => Assert.Null(Catalogue.Find("bench-press"));

    private static string InRepository(params string[] path) => Path.Combine([Here(), "..", "..", "..", .. path]);

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    private static HashSet<string> Reachable(CatalogueExercise start, Func<CatalogueExercise, IReadOnlyList<string>> links)
    {
        var seen = new HashSet<string>();
        var open = new Queue<string>(links(start));
        while (open.TryDequeue(out var id))
            if (seen.Add(id))
                foreach (var next in links(Catalogue.Find(id)!)) open.Enqueue(next);
        return seen;
    }
}
