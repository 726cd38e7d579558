using CoachBot.Pictures.Bodies;
using CoachBot.Pictures.Drawing;
using CoachBot.Pictures.Poses;
using CoachBot.Pictures.Tests.Files;

namespace CoachBot.Pictures.Tests.Drawing;

public sealed class PoseLoopTests
{
    private const int Largest = 500 * 1000;

    public static TheoryData<string> Ids => [.. Drawn.Exercises.Select(e => e.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void AnotherDecoderReadsTheFramesThatWereDrawn(string id)
    {
        var pose = Drawn.Find(id).Pose;
        var gif = PoseLoop.Gif(pose, Theme.Light);
        Assert.InRange(gif.Length, 5000, Largest);
        var (_, drawn) = PoseLoop.Frames(pose, Theme.Light, PoseLoop.Moments(pose));
        var moments = PoseLoop.Moments(pose);
        var decoded = GifTests.Decode(gif);
        Assert.Equal(moments.Select(moment => moment.Delay * 10), decoded.Select(frame => frame.Milliseconds));
        var flat = Colours.Of(Theme.Light)[pose.View == View.Foot ? Paint.Skin : Paint.Shirt, false];
        foreach (var (pixels, (seen, _)) in drawn.Zip(decoded))
        {
            var worst = 0;
            for (var i = 0; i < pixels.Length; i++)
            {
                var (red, green, blue) = ((byte)pixels[i], (byte)(pixels[i] >> 8), (byte)(pixels[i] >> 16));
                worst = Math.Max(worst, Math.Max(Math.Abs(red - seen[i].Red), Math.Max(Math.Abs(green - seen[i].Green), Math.Abs(blue - seen[i].Blue))));
                if (red == flat.Red && green == flat.Green && blue == flat.Blue && seen[i] != flat) Assert.Fail("A flat colour came out as another.");
            }
            // Only the soft pixels at edges take their nearest colour.
            Assert.InRange(worst, 0, 40);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void GoesThereAndBackInAFewSecondsSlowAtBothEnds(string id)
    {
        var pose = Drawn.Find(id).Pose;
        var moments = PoseLoop.Moments(pose);
        Assert.InRange(moments.Count, 12, 20);
        Assert.InRange(moments.Sum(moment => moment.Delay), 200, 450);
        Assert.Equal((0, 1), (moments.Min(moment => moment.T), moments.Max(moment => moment.T)));
        Assert.Equal(moments.Skip(1).Select(moment => moment.T), moments.Skip(1).Reverse().Select(moment => moment.T));
        var steps = moments.Zip(moments.Skip(1), (a, b) => Math.Abs(b.T - a.T)).Where(step => step > 0).ToArray();
        Assert.True(steps[0] < steps.Max() / 2, "it starts slowly");
    }

    [Fact]
    public void AHeldPositionIsHeldWithBreathAndARingThatFills()
    {
        var plank = PoseLoop.Moments(Drawn.Find("front-plank").Pose);
        var held = plank.Where(moment => moment.T == 1).ToArray();
        Assert.True(held.Sum(moment => moment.Delay) > plank.Sum(moment => moment.Delay) / 2);
        Assert.Equal(held.Select(moment => moment.Held).Order(), held.Select(moment => moment.Held));
        Assert.Equal((0, 1), (held.Min(moment => moment.Breath), held.Max(moment => moment.Breath)));
        Assert.All(PoseLoop.Moments(Drawn.Find("glute-bridge").Pose), moment => Assert.Null(moment.Held));
    }

    [Fact]
    public void EveryMomentLooksDifferentFromTheOneBefore() => Assert.All(Drawn.Exercises.Where(e => e.Id is "glute-bridge" or "front-plank"), e =>
    {
        var (_, frames) = PoseLoop.Frames(e.Pose, Theme.Light, PoseLoop.Moments(e.Pose));
        foreach (var (before, now) in frames.Zip(frames.Skip(1))) Assert.False(before.SequenceEqual(now));
    });

    [Fact]
    public void TheSamePoseGivesTheSameBytes()
    {
        var pose = Drawn.Find("clamshell").Pose;
        Assert.Equal(PoseLoop.Gif(pose, Theme.Dark), PoseLoop.Gif(pose, Theme.Dark));
    }
}
