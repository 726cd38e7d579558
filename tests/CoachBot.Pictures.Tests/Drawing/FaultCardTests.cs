using CoachBot.Pictures.Bodies;
using CoachBot.Pictures.Drawing;
using CoachBot.Pictures.Poses;
using SkiaSharp;

namespace CoachBot.Pictures.Tests.Drawing;

public sealed class FaultCardTests
{
    [Fact]
    public void EveryBasicExerciseHasOne() => Assert.All(Drawn.Exercises.Where(e => e.Basic), e => Assert.NotNull(e.Pose.Fault));

    [Fact]
    public void WrongAndRightAreTwoPositions() => Assert.All(Drawn.WithFault, e =>
    {
        var (wrong, right) = FaultCard.Bodies(e.Pose, e.Pose.Fault!);
        var apart = Enum.GetValues<Joint>().Max(joint => System.Numerics.Vector3.Distance(wrong[joint], right[joint]));
        Assert.True(apart > 0.05f || e.Pose.View == View.Foot && right.Arch - wrong.Arch > 1, $"{e.Id}: {apart}");
    });

    [Fact]
    public void ACrossAndATickTellThemApartWithoutAnyColour() => Assert.All(Drawn.WithFault, e =>
    {
        foreach (var theme in Enum.GetValues<Theme>())
        {
            var png = FaultCard.Png(e.Pose, e.Pose.Fault!, theme);
            Assert.InRange(png.Length, 1000, 70 * 1024);
            using var picture = SKBitmap.Decode(png);
            var colours = Colours.Of(theme);
            // The signs' middles: both strokes of a cross meet there; the tick leaves it free above its angle.
            Assert.Equal((colours.Paper, colours.Paper), (picture.GetPixel(50, 50), picture.GetPixel(43, 43)));
            Assert.Equal(colours.Right, picture.GetPixel(443, 43));
            Assert.Equal(colours.Paper, picture.GetPixel(441, 58));
        }
    });

    [Fact]
    public void NothingIsCutOff() => Assert.All(Drawn.WithFault, e =>
    {
        using var picture = SKBitmap.Decode(FaultCard.Png(e.Pose, e.Pose.Fault!, Theme.Light));
        var paper = Colours.Of(Theme.Light).Paper;
        for (var y = 40; y < picture.Height - 40; y++)
            Assert.True(
                picture.GetPixel(20, y) == paper && picture.GetPixel(picture.Width - 21, y) == paper && picture.GetPixel(400, y) == paper, $"{e.Id} at {y}");
    });
}
