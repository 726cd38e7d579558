using System.Numerics;
using CoachBot.Pictures.Bodies;
using CoachBot.Pictures.Drawing;
using CoachBot.Pictures.Poses;
using SkiaSharp;

namespace CoachBot.Pictures.Tests.Drawing;

public sealed class PoseCardTests
{
    private const int Largest = 20 * 1024;

    public static TheoryData<string> Ids => [.. Drawn.Exercises.Select(e => e.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void IsASmallPngAndNothingOfItIsCutOff(string id)
    {
        foreach (var theme in Enum.GetValues<Theme>())
        {
            var png = PoseCard.Png(Drawn.Find(id).Pose, theme);
            Assert.InRange(png.Length, 1000, Largest);
            using var picture = SKBitmap.Decode(png);
            Assert.Equal(Sheet.Width, picture.Width);
            Assert.InRange(picture.Height, 240, 430);
            // A clean strip inside the paper's edge, all the way round.
            var paper = Colours.Of(theme).Paper;
            for (var x = 30; x < picture.Width - 30; x++)
                Assert.True(picture.GetPixel(x, 8) == paper && picture.GetPixel(x, picture.Height - 8) == paper, $"{id} at x {x}");
            for (var y = 30; y < picture.Height - 30; y++)
                Assert.True(picture.GetPixel(8, y) == paper && picture.GetPixel(picture.Width - 8, y) == paper, $"{id} at y {y}");
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void ShowsTheStartBesideTheEndWithAnArrowBetweenThem(string id)
    {
        using var picture = SKBitmap.Decode(PoseCard.Png(Drawn.Find(id).Pose, Theme.Light));
        var colours = Colours.Of(Theme.Light);
        var half = picture.Width / 2;
        var flesh = colours[Near(id) ? Paint.Skin : Paint.Shirt, false];
        Assert.True(Count(picture, 0, half, flesh) > 300, "a body on the left");
        Assert.True(Count(picture, half, picture.Width, flesh) > 300, "a body on the right");
        Assert.InRange(Count(picture, 0, half, colours.Arrow), 100, 4000);
        Assert.Equal(0, Count(picture, half, picture.Width, colours.Arrow));
        Assert.True(Count(picture, half - 20, half + 20, colours.Sign) > 100, "the sign between them");
    }

    /// <summary>A phone shows the card 320 pixels wide: 40 % of its size.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void IsLegibleOnAPhone(string id)
    {
        const float OnAPhone = 320f / Sheet.Width;
        using var picture = SKBitmap.Decode(PoseCard.Png(Drawn.Find(id).Pose, Theme.Light));
        var shirt = Colours.Of(Theme.Light)[Near(id) ? Paint.Skin : Paint.Shirt, false];
        var pixels = picture.Pixels;
        var places = Enumerable.Range(0, pixels.Length).Where(i => pixels[i] == shirt && i % picture.Width < picture.Width / 2)
            .Select(i => (X: i % picture.Width, Y: i / picture.Width)).ToArray();
        var trunk = Math.Max(places.Max(at => at.X) - places.Min(at => at.X), places.Max(at => at.Y) - places.Min(at => at.Y)) * OnAPhone;
        Assert.True(trunk > 25, $"the trunk is {trunk} pixels long");
    }

    [Fact]
    public void TheDarkThemeIsDarkAndTheLightOneLightEachWithRoundedCorners()
    {
        foreach (var (theme, least, most) in ((Theme, int, int)[])[(Theme.Light, 0xE0, 0xFF), (Theme.Dark, 0x10, 0x40)])
        {
            using var picture = SKBitmap.Decode(PoseCard.Png(Drawn.Exercises[0].Pose, theme));
            Assert.Equal(0, picture.GetPixel(0, 0).Alpha);
            Assert.Equal(255, picture.GetPixel(40, 10).Alpha);
            Assert.InRange(picture.GetPixel(40, 10).Green, least, most);
        }
    }

    [Fact]
    public void TheSamePoseGivesTheSameBytes() =>
        Assert.All(Drawn.Exercises.Take(5), e => Assert.Equal(PoseCard.Png(e.Pose, Theme.Light), PoseCard.Png(e.Pose, Theme.Light)));

    [Fact]
    public void NoTwoExercisesLookTheSame() =>
        Assert.Equal(Drawn.Exercises.Count, Drawn.Exercises.Select(e => Convert.ToBase64String(PoseCard.Png(e.Pose, Theme.Light))).Distinct().Count());

    [Fact]
    public void EveryThingIsDrawn()
    {
        foreach (var pose in Drawn.Exercises.Select(e => e.Pose).Where(pose => pose.Props?.Count > 0))
            foreach (var prop in pose.Props!)
                Assert.NotEqual(
                    PoseCard.Png(pose, Theme.Light), PoseCard.Png(pose with { Props = [.. pose.Props.Where(other => other != prop)] }, Theme.Light));
        Assert.Equal(Enum.GetValues<PropKind>().Order(), Drawn.Exercises.SelectMany(e => e.Pose.Props ?? []).Select(prop => prop.Kind).Distinct().Order());
    }

    [Fact]
    public void TheNearLegIsBeforeTheFarOneAndTheFarOneIsFaded()
    {
        var colours = Colours.Of(Theme.Light);
        Assert.NotEqual(colours[Paint.Skin, false], colours[Paint.Skin, true]);
        var body = new Body(new Posture());
        var camera = Camera.For(View.Side);
        Assert.True(camera.Depth(Flesh.Leg(body, Side.Right).Middle) > camera.Depth(Flesh.Trunk(body).Middle));
        Assert.True(camera.Depth(Flesh.Leg(body, Side.Left).Middle) < camera.Depth(Flesh.Trunk(body).Middle));
        Assert.True(Flesh.Leg(body, Side.Left).Far && !Flesh.Leg(body, Side.Right).Far);
    }

    [Fact]
    public void AThighIsThickerThanACalfAndACalfThickerThanAnArm()
    {
        var body = new Body(new Posture());
        var (leg, arm) = (body.Leg(Side.Right), body.Arm(Side.Right));
        var thigh = Girth(Flesh.Leg(body, Side.Right), Vector3.Lerp(leg.Root, leg.Middle, 0.5f));
        var calf = Girth(Flesh.Leg(body, Side.Right), Vector3.Lerp(leg.Middle, leg.End, 0.4f));
        var upper = Girth(Flesh.Arm(body, Side.Right), Vector3.Lerp(arm.Root, arm.Middle, 0.7f));
        Assert.True(thigh > calf * 1.15f && calf > upper * 1.15f, $"{thigh} {calf} {upper}");

        // How thick the flesh is at a height, from front to back: the widest slice of what spans it.
        static float Girth(SolidGroup flesh, Vector3 at) => flesh.Solids.Max(solid =>
        {
            var (top, low) = (solid.Ends[0], solid.Ends[^1]);
            var span = top.Centre.Y - low.Centre.Y;
            if (span <= 0 || at.Y > top.Centre.Y || at.Y < low.Centre.Y) return 0;
            var t = (top.Centre.Y - at.Y) / span;
            return (top.Reach(Vector3.UnitX) * (1 - t)) + (low.Reach(Vector3.UnitX) * t);
        });
    }

    /// <summary>A foot alone has no shirt.</summary>
    private static bool Near(string id) => Drawn.Find(id).Pose.View == View.Foot;

    private static int Count(SKBitmap picture, int from, int to, SKColor colour)
    {
        var pixels = picture.Pixels;
        return Enumerable.Range(0, pixels.Length).Count(i => pixels[i] == colour && i % picture.Width >= from && i % picture.Width < to);
    }
}
