using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;
using CoachBot.Exercises;
using CoachBot.Exercises.Browse;
using CoachBot.Testing;

namespace CoachBot.Tests.Exercises;

public sealed class BrowseCommandTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static Task<Reply> Type(params (string Option, string Value)[] options) => new BrowseCommand(Shelves.Library, Shelves.Catalogue).HandleAsync(
        new CommandCall(Some.Call(), options.ToDictionary(option => option.Option, option => (object)option.Value)), Ct);

    private static Task<Reply> Press(Button button) => new BrowsePages(Shelves.Library).PressAsync(new ButtonCall(Some.Call(), button.Arguments), Ct);

    [Fact]
    public async Task TheLibraryOpensByFamilyWithCounts()
    {
        var reply = await Type();
        Assert.Contains($"{Shelves.Core.Exercises.Count} exercises", reply.Text, StringComparison.Ordinal);
        Assert.Equal(Shelves.Core.Families.Select(family => family.Id), reply.Select!.Options.Select(option => option.Value));
        Assert.All(Shelves.Core.Families, family => Assert.Contains(
            $"**{family.Name}** · {Shelves.Core.Exercises.Count(exercise => exercise.Guide!.Family == family.Id)}", reply.Text, StringComparison.Ordinal));
        reply.Fits();
    }

    /// <summary>Whatever a list is narrowed to, its pages together have every exercise once, and each message fits.</summary>
    [Fact]
    public async Task EveryListIsPagedAndNeverCut()
    {
        IEnumerable<(string, string)[]> lists =
        [
            [("level", "basic")],
            .. Enum.GetValues<Kit>().Select(kit => new[] { ("equipment", BrowseFilter.Word(kit)) }),
            .. Enum.GetValues<MuscleGroup>().Select(muscle => new[] { ("muscle", BrowseFilter.Word(muscle)) }),
            .. Shelves.Core.Families.Select(family => new[] { ("family", family.Id) }),
        ];
        foreach (var list in lists)
        {
            var seen = new List<string>();
            for (var reply = await Type(list); ; reply = await Press(reply.Buttons[1]))
            {
                if (reply.Select is null) break;
                reply.Fits();
                seen.AddRange(reply.Select.Options.Select(option => option.Value));
                if (reply.Buttons.Count == 0 || reply.Buttons[1].Disabled) break;
            }
            Assert.Equal(seen.Count, seen.Distinct().Count());
            var filter = BrowseFilter.Read([Value("family"), Value("level"), Value("equipment"), "0", Value("muscle")])!;
            Assert.Equal(filter.Of(Shelves.Core).Select(exercise => exercise.Id), seen);

            string Value(string option) => list.FirstOrDefault(pair => pair.Item1 == option).Item2 ?? BrowseFilter.Any;
        }
    }

    [Fact]
    public async Task ByMuscleThoseThatWorkItMostComeFirst()
    {
        var reply = await Type(("muscle", "hamstrings"));
        var works = reply.Select!.Options.Select(option => Shelves.Get(option.Value).Guide!.Works(MuscleGroup.Hamstrings)).ToList();
        Assert.Equal(works.OrderDescending(), works);
        Assert.Equal(2, works[0]);
    }

    [Fact]
    public void EveryExerciseWorksSomethingThatCanBeAskedFor() => Assert.All(
        Shelves.Core.Exercises, exercise => Assert.Contains(Enum.GetValues<MuscleGroup>(), group => exercise.Guide!.Works(group) == 2));

    [Fact]
    public void AButtonFromBeforeThereWereMusclesStillWorks() =>
        Assert.Equal(new BrowseFilter { Family = "planks", Page = 1 }, BrowseFilter.Read(["planks", "any", "any", "1"]));
}
