using CoachBot.Chat.Saying;
using CoachBot.CheckIns;
using CoachBot.Exercises.Search;
using CoachBot.Tests.Exercises;

namespace CoachBot.Tests.CheckIns;

public sealed class WorkParserTests
{
    private static readonly ExerciseSearch Search = Shelves.Core.Search;

    private static string Read(string typed) => string.Join("; ", WorkParser.Parse(typed, Search).Select(work =>
        $"{work.ExerciseId} {work.Sets}x{work.Reps}{(work.Seconds is { } seconds ? $"{seconds}s" : "")}{(work.PerSide ? " per side" : "")}"));

    [Theory]
    [InlineData("squat 3x12, plank 3x45s", "bodyweight-squat 3x12; front-plank 3x45s")]
    [InlineData("Squats 3 x 12", "bodyweight-squat 3x12")]
    [InlineData("glute brige 2×10 reps", "glute-bridge 2x10")]
    [InlineData("3x12 squats; 2x30 sec plank", "bodyweight-squat 3x12; front-plank 2x30s")]
    [InlineData("plank 3x45", "front-plank 3x45s")]
    [InlineData("plank 1 min", "front-plank 1x60s")]
    [InlineData("clamshell 2x10 each side", "clamshell 2x10 per side")]
    [InlineData("clamshell 2x10/side", "clamshell 2x10 per side")]
    [InlineData("squat", "bodyweight-squat x")]
    [InlineData("squat 3 sets", "bodyweight-squat 3x")]
    [InlineData("squat 15", "bodyweight-squat 1x15")]
    [InlineData("bridge and plank", "glute-bridge x; front-plank x")]
    public void WorkIsReadAsPeopleWriteIt(string typed, string read) => Assert.Equal(read, Read(typed));

    [Theory]
    [InlineData("squat 3x12, flurbification 3x10", "flurbification 3x10")]
    [InlineData("squat 3x0", "squat 3x0")]
    [InlineData("squat 99x12", "squat 99x12")]
    [InlineData("squat 3x9999", "squat 3x9999")]
    [InlineData("3x12", "3x12")]
    [InlineData(", ;", "what")]
    public void ThePartThatIsNotUnderstoodIsNamedAndNothingIsLogged(string typed, string part)
    {
        var error = Assert.Throws<UserError>(() => WorkParser.Parse(typed, Search));
        Assert.Contains(part, error.Message, StringComparison.Ordinal);
        Assert.Contains("Nothing was logged", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnUnknownExerciseComesWithTheNearest() =>
        Assert.Contains("Did you mean", Assert.Throws<UserError>(() => WorkParser.Parse("xyzzy 3x5", Search)).Message, StringComparison.Ordinal);
}
