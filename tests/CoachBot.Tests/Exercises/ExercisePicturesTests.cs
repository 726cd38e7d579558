using CoachBot.Chat;
using CoachBot.Exercises;

namespace CoachBot.Tests.Exercises;

public sealed class ExercisePicturesTests
{
    private static readonly Catalogue Catalogue = new();

    [Fact]
    public void DrawsEachExerciseOnceForAllWhoAskAtOnce()
    {
        var pictures = new ExercisePictures();
        var bridge = Catalogue.Find("glute-bridge")!;
        var drawn = new Picture[16];
        Parallel.For(0, drawn.Length, i => drawn[i] = pictures.Of(bridge));
        Assert.All(drawn, picture => Assert.Same(drawn[0], picture));
    }

    [Fact]
    public void EveryPictureIsToldInWords() => Assert.All(Catalogue.Exercises, e =>
    {
        var alt = ExercisePictures.AltText(e);
        Assert.InRange(alt.Length, 1, 1024);
        Assert.Contains(e.Name, alt);
        Assert.Contains(e.Setup, alt);
        Assert.Contains(e.Steps[^1], alt);
    });

    [Fact]
    public void TheFileIsNamedAfterTheExercise() => Assert.Equal("clamshell.png", new ExercisePictures().Of(Catalogue.Find("clamshell")!).FileName);
}
