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

    /// <summary>Drawing ahead stands still after its first picture; somebody asks for the last.</summary>
    [Fact]
    public async Task WhoAsksRightAfterTheStartFindsTheirPictureOrWaitsForItAlone()
    {
        var ct = TestContext.Current.CancellationToken;
        var pictures = new ExercisePictures();
        using var held = new ManualResetEventSlim();
        var firstIsDrawn = new TaskCompletionSource();
        var ahead = Task.Factory.StartNew(() => DrawAhead.Draw(OneThenHeld(), pictures, ct), ct, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        await firstIsDrawn.Task.WaitAsync(ct);

        var (first, last) = (Catalogue.Exercises[0], Catalogue.Exercises[^1]);
        Assert.True(pictures.IsDrawn(first));
        Assert.False(pictures.IsDrawn(last));
        Assert.NotEmpty(pictures.Card(last).Bytes.ToArray());
        Assert.False(pictures.IsDrawn(Catalogue.Exercises[1]));

        held.Set();
        await ahead.WaitAsync(ct);
        Assert.All(Catalogue.Exercises, exercise => Assert.True(pictures.IsDrawn(exercise)));

        IEnumerable<Exercise> OneThenHeld()
        {
            yield return Catalogue.Exercises[0];
            firstIsDrawn.SetResult();
            held.Wait(ct);
            foreach (var exercise in Catalogue.Exercises.Skip(1)) yield return exercise;
        }
    }
}
