using System.Runtime.InteropServices;
using CoachBot.Pictures.Files;
using CoachBot.Pictures.Poses;
using SkiaSharp;

namespace CoachBot.Pictures.Drawing;

/// <summary>Draws a movement as a short film that repeats: there and back, slow at both ends. A position to hold is held, with breath.</summary>
public static class PoseLoop
{
    internal const int Width = 480;
    private const float Margin = 16;
    private const int StepDelay = 8;
    private const int RestDelay = 55;
    private const int Steps = 9;
    private const int StepsIntoHold = 5;
    private const int HoldSteps = 8;
    private const int HoldDelay = 32;

    /// <summary>One moment of the film.</summary>
    /// <param name="T">0 is the start of the movement, 1 its end.</param>
    /// <param name="Delay">In hundredths of a second.</param>
    /// <param name="Held">How much of the hold is over, 0 to 1; null when nothing is held.</param>
    internal sealed record Moment(float T, int Delay, float? Held = null, float Breath = 0);

    public static byte[] Gif(Pose pose, Theme theme)
    {
        var moments = Moments(pose);
        var (height, drawn) = Frames(pose, theme, moments);
        var palette = Palette.Of(drawn);
        return Files.Gif.Encode(
            Width, height, palette.Colours, [.. drawn.Zip(moments, (pixels, moment) => new GifFrame(palette.Indices(pixels), moment.Delay))]);
    }

    internal static IReadOnlyList<Moment> Moments(Pose pose)
    {
        var steps = pose.Held ? StepsIntoHold : Steps;
        var there = Enumerable.Range(0, steps + 1).Select(i => Eased((float)i / steps)).ToArray();
        IEnumerable<Moment> top = pose.Held
            ? Enumerable.Range(0, HoldSteps).Select(i => new Moment(1, HoldDelay, (i + 1f) / HoldSteps, (1 - MathF.Cos(i * MathF.PI / 2)) / 2))
            : [new Moment(1, RestDelay)];
        return
        [
            new Moment(0, RestDelay, pose.Held ? 0 : null),
            .. there[1..^1].Select(t => new Moment(t, StepDelay, pose.Held ? 0 : null)),
            .. top,
            .. there[1..^1].Reverse().Select(t => new Moment(t, StepDelay, pose.Held ? 1 : null)),
        ];
    }

    /// <summary>The pixels of these moments, red in the lowest byte.</summary>
    internal static (int Height, IReadOnlyList<uint[]> Pixels) Frames(Pose pose, Theme theme, IReadOnlyList<Moment> moments)
    {
        var colours = Colours.Of(theme);
        var movement = new Movement(pose);
        var scenes = moments.Select(moment => (moment, Scene: movement.Scene(movement.At(moment.T), moment.Breath))).ToArray();
        var bounds = Frame.Around(scenes.Select(s => s.Scene.Bounds), []);
        var height = Sheet.HeightFor(bounds, Width - (Margin * 2), Margin * 2, Camera.Zoom(pose.View));
        var frame = Frame.Fit(bounds, new SKRect(Margin, Margin, Width - Margin, height - Margin), Sheet.LargestScale * Camera.Zoom(pose.View));
        using var surface = Sheet.Surface(Width, height);
        return (height, [.. scenes.Select(s => Draw(s.moment, s.Scene))]);

        uint[] Draw(Moment moment, Scene scene)
        {
            surface.Canvas.Clear(colours.Paper);
            scene.Draw(surface.Canvas, frame, colours);
            if (moment.Held is { } held) Sheet.Hold(surface.Canvas, new SKPoint(Width - 36, 36), held, colours);
            using var pixels = surface.PeekPixels();
            return MemoryMarshal.Cast<byte, uint>(pixels.GetPixelSpan()).ToArray();
        }
    }

    private static float Eased(float t) => (1 - MathF.Cos(t * MathF.PI)) / 2;
}
