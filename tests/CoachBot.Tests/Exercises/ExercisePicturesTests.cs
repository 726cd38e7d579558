using CoachBot.Chat.Saying;
using CoachBot.Exercises;
using CoachBot.Pictures.Drawing;

namespace CoachBot.Tests.Exercises;

public sealed class ExercisePicturesTests
{
    private static readonly Catalogue Catalogue = new();

    [Fact]
    public void DrawsEachPictureOnceForAllWhoAskAtOnce()
    {
        var pictures = new ExercisePictures();
        var bridge = Catalogue.Find("glute-bridge")!;
        foreach (var draw in (Func<Picture?>[])[() => pictures.Card(bridge), () => pictures.Motion(bridge), () => pictures.Fault(bridge)])
        {
            var drawn = new Picture?[16];
            Parallel.For(0, drawn.Length, i => drawn[i] = draw());
            Assert.All(drawn, picture => Assert.Same(drawn[0], picture));
            Assert.NotNull(drawn[0]);
        }
    }

    [Fact]
    public void EachThemeHasItsOwn()
    {
        var pictures = new ExercisePictures();
        var bridge = Catalogue.Find("glute-bridge")!;
        Assert.NotSame(pictures.Card(bridge), pictures.Card(bridge, Theme.Dark));
        Assert.Same(pictures.Card(bridge), pictures.Card(bridge, Theme.Light));
    }

    [Fact]
    public void FilesAreNamedAfterTheExercise()
    {
        var pictures = new ExercisePictures();
        var clamshell = Catalogue.Find("clamshell")!;
        Assert.Equal(
            ("clamshell.png", "clamshell.gif", "clamshell-fault.png"),
            (pictures.Card(clamshell).FileName, pictures.Motion(clamshell).FileName, pictures.Fault(clamshell)!.FileName));
    }

    [Fact]
    public void AnAdvancedExerciseHasNoFaultDrawn() => Assert.Null(new ExercisePictures().Fault(Catalogue.Find("barbell-deadlift")!));

    /// <summary>The first who asks after a start, and everybody after them, is not kept waiting by a drawing.</summary>
    [Fact]
    public void EveryCardLiesReadyWhenTheProgramStarts() =>
        Assert.All(Catalogue.Exercises, exercise => Assert.Equal(ExercisePictures.Ready($"{exercise.Id}.png"), new ExercisePictures().Card(exercise).Bytes.ToArray()));
}
