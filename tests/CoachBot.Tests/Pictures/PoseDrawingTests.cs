using CoachBot.Exercises;
using CoachBot.Pictures;
using SkiaSharp;

namespace CoachBot.Tests.Pictures;

public sealed class PoseDrawingTests
{
    private const int Largest = 40 * 1024;

    private static readonly Catalogue Catalogue = new();

    [Fact]
    public void EveryPictureIsASmallPngOfOneSize() => Assert.All(Catalogue.Exercises, e =>
    {
        var png = PoseDrawing.Png(e.Pose);
        Assert.InRange(png.Length, 1000, Largest);
        using var picture = SKBitmap.Decode(png);
        Assert.Equal((PoseDrawing.Width, PoseDrawing.Height), (picture.Width, picture.Height));
    });

    [Fact]
    public void NothingIsCutOff() => Assert.All(Catalogue.Exercises, e =>
    {
        using var picture = SKBitmap.Decode(PoseDrawing.Png(e.Pose));
        var paper = picture.GetPixel(PoseDrawing.Width / 2, 8);
        // A clean strip inside the sheet's edge, all the way round.
        for (var x = 30; x < PoseDrawing.Width - 30; x++) Assert.True(picture.GetPixel(x, 8) == paper && picture.GetPixel(x, PoseDrawing.Height - 8) == paper, $"{e.Id} at {x}");
        for (var y = 30; y < PoseDrawing.Height - 30; y++) Assert.True(picture.GetPixel(8, y) == paper && picture.GetPixel(PoseDrawing.Width - 8, y) == paper, $"{e.Id} at {y}");
    });

    [Fact]
    public void BringsItsOwnLightGroundWithRoundedCorners()
    {
        using var picture = SKBitmap.Decode(PoseDrawing.Png(Catalogue.Exercises[0].Pose));
        Assert.Equal(0, picture.GetPixel(0, 0).Alpha);
        Assert.Equal(255, picture.GetPixel(40, 10).Alpha);
        Assert.InRange(picture.GetPixel(40, 10).Green, 0xE0, 0xFF);
    }

    [Fact]
    public void TheSamePoseGivesTheSameBytes() =>
        Assert.All(Catalogue.Exercises.Take(5), e => Assert.Equal(PoseDrawing.Png(e.Pose), PoseDrawing.Png(e.Pose)));

    [Fact]
    public void NoTwoExercisesLookTheSame() =>
        Assert.Equal(Catalogue.Exercises.Count, Catalogue.Exercises.Select(e => Convert.ToBase64String(PoseDrawing.Png(e.Pose))).Distinct().Count());

    [Fact]
    public void AHeldPositionIsDrawnOnce()
    {
        var held = Catalogue.Find("roller-plank")!.Pose;
        Assert.True(held.Held);
        Assert.False(Catalogue.Find("front-plank")!.Pose.Held);
        Assert.NotEqual(PoseDrawing.Png(held), PoseDrawing.Png(held with { End = Catalogue.Find("front-plank")!.Pose.End }));
    }

    [Fact]
    public void EveryPropIsOneThatCanBeDrawn()
    {
        string[] known = ["band", "dumbbell", "box", "ball", "roller", "kettlebell", "barbell", "wall", "medicine-ball"];
        Assert.All(Catalogue.Exercises.SelectMany(e => e.Pose.Props), p => Assert.Contains(p.Type, known));
        Assert.All(Catalogue.Exercises.Where(e => e.Pose.Props.Count > 0), e =>
            Assert.NotEqual(PoseDrawing.Png(e.Pose), PoseDrawing.Png(e.Pose with { Props = [] })));
    }
}
