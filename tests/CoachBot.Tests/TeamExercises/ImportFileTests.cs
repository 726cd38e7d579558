using CoachBot.Chat.Saying;
using CoachBot.Language;
using CoachBot.TeamExercises;
using CoachBot.Tests.Exercises;

namespace CoachBot.Tests.TeamExercises;

public sealed class ImportFileTests
{
    private const string Entry = """{"exercises": [{"name": "Wall sit", "level": "basic", "steps": ["Sit."], "cues": ["Tall"], "dose": "2 x 20 s"}]}""";

    private static readonly TeamExerciseWords Words = TeamExerciseWords.In(Locale.English);

    private static string Reported(string json) => string.Join('\n', ImportPlan.Read(json, Shelves.Core, Words).Select(line => line.What));

    private static string WithLevel(string level) => Entry.Replace("\"basic\"", level, StringComparison.Ordinal);

    public static TheoryData<string> Wrapped =>
    [
        Entry,
        "\uFEFF" + Entry,
        $"```json\n{Entry}\n```",
        $"```\n{Entry}\n```\n",
        Entry.Replace('"', '“'),
        Entry.Replace("\"", "”", StringComparison.Ordinal),
        "\u00A0\n" + Entry.Replace("Sit.", "Sit “tall”.", StringComparison.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Wrapped))]
    public void FencesAndMarksAroundAPastedFileAreRemoved(string json) => Assert.Equal("1. Add “Wall sit”", Reported(json));

    [Theory]
    [InlineData(""" "basic,advanced" """)]
    [InlineData(""" "0" """)]
    [InlineData(""" "1" """)]
    [InlineData(""" 0 """)]
    [InlineData(""" "expert" """)]
    [InlineData(""" null """)]
    public void ALevelIsOneOfTheTwo(string level) =>
        Assert.Equal("1. Refused “Wall sit”: its level must be basic or advanced, one of the two.", Reported(WithLevel(level)));

    [Theory]
    [InlineData("\\ud800")]
    [InlineData("a \\uDC00 b")]
    [InlineData("\\ud83d and \\ude00")]
    public void HalfOfACharacterIsSaid(string half)
    {
        foreach (var where in (string[])["Sit.", "Wall sit", "dose"])
        {
            var problem = Assert.Throws<UserError>(() => Reported(Entry.Replace(where, half, StringComparison.Ordinal)));
            Assert.Contains("half of a character", problem.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void AWholeCharacterInTwoEscapesIsTaken() =>
        Assert.Equal("1. Add “Wall sit”", Reported(Entry.Replace("Sit.", "Sit \\ud83d\\ude00.", StringComparison.Ordinal)));

    [Fact]
    public void ABrokenFileNamesTheLine() =>
        Assert.Contains("line 2", Assert.Throws<UserError>(() => Reported("{\"exercises\":\n [,]}")).Message, StringComparison.Ordinal);

    [Fact]
    public void ABasicExerciseAfterAnAdvancedOneOfTheSameFileIsRefused()
    {
        var two = """
            [{"name": "Loaded step", "level": "advanced", "steps": ["Up."], "cues": ["Tall"], "dose": "2 x 8", "after": "goblet-squat"},
             {"name": "Light step", "level": "basic", "steps": ["Up."], "cues": ["Tall"], "dose": "2 x 8", "after": "Loaded step"}]
            """;
        Assert.Contains("2. Refused “Light step”: “Loaded step” is advanced", Reported(two), StringComparison.Ordinal);
    }
}
