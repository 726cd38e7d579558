using CoachBot.Questions;

namespace CoachBot.Tests.Questions;

public sealed class SafetyCheckTests
{
    private static readonly Knowledge Knowledge = new();
    private static readonly SafetyCheck Safety = new(Knowledge);

    [Theory]
    [InlineData("I have chest pain when I run", "chest-faint")]
    [InlineData("my chest really hurts after squats", "chest-faint")]
    [InlineData("there is a pain in my chest, should I lift?", "chest-faint")]
    [InlineData("I nearly fainted in the last set", "chest-faint")]
    [InlineData("I can’t breathe properly during planks", "chest-faint")]
    [InlineData("my heart was racing for an hour", "chest-faint")]
    [InlineData("CHEST PAIN!!!", "chest-faint")]
    [InlineData("chst pain", "chest-faint")]
    [InlineData("I'm not sure but my chest hurts", "chest-faint")]
    [InlineData("No, my chest hurts", "chest-faint")]
    [InlineData("I don't know why my chest hurts", "chest-faint")]
    [InlineData("I did not sleep and my chest hurts", "chest-faint")]
    [InlineData("a teammate collapsed after the run", "collapse-heat")]
    [InlineData("my pee is brown after leg day", "dark-urine")]
    [InlineData("I hit my head on the rack", "head-neck")]
    [InlineData("both my legs went numb", "head-neck")]
    [InlineData("I felt a pop in my knee", "trauma")]
    [InlineData("I can't put weight on my foot", "trauma")]
    [InlineData("my shin hurts at night", "bone-pain")]
    [InlineData("my knee is really swollen, can I squat?", "swelling")]
    [InlineData("my knee gave way on the stairs", "swelling")]
    [InlineData("tingling down my leg", "nerve")]
    [InlineData("I'm limping since Tuesday", "pain-48h")]
    [InlineData("I lost my period", "reds")]
    [InlineData("I want to lose weight", "reds")]
    [InlineData("I want to hurt myself", "wellbeing")]
    [InlineData("I have a fever, can I train?", "illness")]
    [InlineData("is it ok to lift with epilepsy", "medical-first")]
    [InlineData("sharp pain in the knee", "pain-over-3")]
    [InlineData("no chest pain but my foot is numb", "nerve")]
    [InlineData("fever and chest pain", "chest-faint")]
    [InlineData("without numbness. But I fainted.", "chest-faint")]
    public void HearsAWarningSign(string typed, string sign) => Assert.Equal(sign, Safety.Find(typed)?.Id);

    [Theory]
    [InlineData("no chest pain, can I train?")]
    [InlineData("I have no chest pain or dizziness")]
    [InlineData("no chest pain, numbness or fever")]
    [InlineData("my legs are sore, without numbness")]
    [InlineData("my chest does not hurt")]
    [InlineData("I never fainted")]
    [InlineData("I don't have a fever")]
    [InlineData("no swelling and no tingling")]
    [InlineData("my knee isn't swollen")]
    [InlineData("can I lift two days in a row?")]
    [InlineData("how many days a week?")]
    [InlineData("what is a good heart rate when racing?")]
    [InlineData("what number of sets should I do?")]
    [InlineData("will I get fewer injuries?")]
    [InlineData("how do I pop up faster from a squat")]
    [InlineData("which race is next?")]
    [InlineData("is the weight too heavy?")]
    [InlineData("should I hold my breath?")]
    [InlineData("")]
    public void IsNotAlarmedByWhatIsDeniedOrHarmless(string typed) => Assert.Null(Safety.Find(typed)?.Id);

    [Fact]
    public void EveryPhraseIsHeardAndNoneWhenItIsDenied()
    {
        foreach (var sign in Knowledge.Signs)
        {
            Assert.All(sign.Phrases, phrase => Assert.NotNull(Safety.Find($"well, {phrase} since today")));
            // "No period" is a sign itself, and so is what sounds like it.
            Assert.All(sign.Phrases.Where(phrase => !phrase.StartsWith("no", StringComparison.Ordinal) && !phrase.Contains("period", StringComparison.Ordinal)), phrase => Assert.Null(Safety.Find($"there is no {phrase}")?.Id));
        }
    }
}
