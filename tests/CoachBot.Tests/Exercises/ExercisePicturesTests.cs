using CoachBot.Chat.Saying;
using CoachBot.Exercises;
using CoachBot.Language;
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
        Func<Picture?>[] all =
        [
            () => pictures.Card(bridge, Locale.English),
            () => pictures.Motion(bridge, Locale.English),
            () => pictures.Fault(bridge, Locale.English),
        ];
        foreach (var draw in all)
        {
            var drawn = new Picture?[16];
            Parallel.For(0, drawn.Length, i => drawn[i] = draw());
            Assert.NotNull(drawn[0]);
            Assert.All(drawn, picture => Assert.True(AreTheSameBytes(drawn[0], picture)));
        }
    }

    [Fact]
    public void EachThemeHasItsOwn()
    {
        var pictures = new ExercisePictures();
        var bridge = Catalogue.Find("glute-bridge")!;
        Assert.False(AreTheSameBytes(pictures.Card(bridge, Locale.English), pictures.Card(bridge, Locale.English, Theme.Dark)));
        Assert.True(AreTheSameBytes(pictures.Card(bridge, Locale.English), pictures.Card(bridge, Locale.English, Theme.Light)));
    }

    [Fact]
    public void FilesAreNamedAfterTheExercise()
    {
        var pictures = new ExercisePictures();
        var clamshell = Catalogue.Find("clamshell")!;
        Assert.Equal(
            ("clamshell.png", "clamshell.gif", "clamshell-fault.png"),
            (pictures.Card(clamshell, Locale.English).FileName, pictures.Motion(clamshell, Locale.English).FileName,
                pictures.Fault(clamshell, Locale.English)!.FileName));
    }

    [Fact]
    public void AnAdvancedExerciseHasNoFaultDrawn() => Assert.Null(new ExercisePictures().Fault(Catalogue.Find("barbell-deadlift")!, Locale.English));

    /// <summary>The first who asks after a start, and everybody after them, is not kept waiting by a drawing.</summary>
    [Fact]
    public void EveryCardLiesReadyWhenTheProgramStarts() =>
        Assert.All(Catalogue.Exercises, exercise =>
            Assert.Equal(ExercisePictures.Ready($"{exercise.Id}.png"), new ExercisePictures().Card(exercise, Locale.English).Bytes.ToArray()));

    /// <summary>In one place in memory, not only alike.</summary>
    private static bool AreTheSameBytes(Picture? one, Picture? other) => one!.Bytes.Equals(other!.Bytes);
}
