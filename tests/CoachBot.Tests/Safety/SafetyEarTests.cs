using CoachBot.Safety;

namespace CoachBot.Tests.Safety;

public sealed class SafetyEarTests
{
    private static readonly SafetyEar Ear = new();

    [Theory]
    [InlineData("my coach touched me", "Abuse")]
    [InlineData("I was raped", "Abuse")]
    [InlineData("kms", "Suicide")]
    [InlineData("my friend is cutting", "SelfHarm")]
    [InlineData("I hate my body", "Eating")]
    [InlineData("I throw up after eating", "Eating")]
    [InlineData("my calf is swollen and hot", "SwollenCalf")]
    [InlineData("I broke my leg", "Injury")]
    [InlineData("me duele el pecho", "Emergency")]
    [InlineData("squat 3x12 my knee hurt", "Pain")]
    [InlineData("no chest pain but my foot is numb", "Pain")]
    [InlineData("I'm not sure but my chest hurts", "Emergency")]
    [InlineData("I CAN’T BREATHE!!!", "Breathing")]
    public void HearsAPersonInTrouble(string typed, string sign) => Assert.Equal(sign, Ear.Hear(typed)?.ToString());

    /// <summary>Texts made to keep a pattern walking back and forth: given up soon, and the plea at their end is heard all the same.</summary>
    [Theory]
    [InlineData("my ")]
    [InlineData("i want to ")]
    [InlineData("the the ")]
    [InlineData("coach so really very ")]
    [InlineData("hit my head on the ")]
    [InlineData("aaaa ")]
    [InlineData("no, not, never or ")]
    [InlineData("knee and so like kinda ")]
    public void ATextMadeToBeSlowIsAnsweredSoon(string piece)
    {
        Ear.Hear("warm");
        var text = string.Concat(Enumerable.Repeat(piece, 2000 / piece.Length))[..1960] + ". i want to kill myself";
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        Assert.Equal(Sign.Suicide, Ear.Hear(text));
        Assert.InRange(System.Diagnostics.Stopwatch.GetElapsedTime(started).TotalSeconds, 0, 3);
    }

    [Theory]
    [InlineData("")]
    [InlineData("dead bug 3x10")]
    [InlineData("xylophone zzyzzyva jjjjjjj yyyyyyyyyyyyyyyy")]
    [InlineData("this workout is killing me")]
    [InlineData("I died on the last rep")]
    [InlineData("how many sets should I do?")]
    [InlineData("no chest pain, numbness or fever")]
    [InlineData("squat 3x12, plank 3x45s")]
    public void IsNotAlarmedByWhatIsHarmless(string typed) => Assert.Null(Ear.Hear(typed));
}
