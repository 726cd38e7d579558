using CoachBot.Pictures.Poses;
using SkiaSharp;

namespace CoachBot.Pictures.Drawing;

/// <summary>Draws a movement as its start beside its end, with an arrow along the way of what moves.</summary>
public static class PoseCard
{
    private const float Margin = 20;
    private const float Between = 44;
    private const float ArrowWidth = 8;
    private const float ClearOfBody = 0.085f;
    private const float ShortestArrow = 0.13f;

    /// <summary>A PNG, <see cref="Sheet.Width"/> pixels wide; the same bytes for the same pose.</summary>
    public static byte[] Png(Pose pose, Theme theme)
    {
        var colours = Colours.Of(theme);
        var movement = new Movement(pose);
        Scene[] scenes = [movement.Scene(movement.Start), movement.Scene(movement.End)];
        var way = Way(movement);
        var bounds = Frame.Around(scenes.Select(scene => scene.Bounds), way);
        var half = ((Sheet.Width - Between) / 2) - Margin;
        var height = Sheet.HeightFor(bounds, half, Margin * 2);
        using var surface = Sheet.Surface(Sheet.Width, height);
        Sheet.Clean(surface.Canvas, Sheet.Width, height, colours);
        var (start, end) = (FrameAt(Margin), FrameAt(Sheet.Width - Margin - half));
        scenes[0].Draw(surface.Canvas, start, colours);
        scenes[1].Draw(surface.Canvas, end, colours);
        Sheet.Arrow(surface.Canvas, [.. way.Select(start.At)], ArrowWidth, colours);
        Sheet.Then(surface.Canvas, Sheet.Width / 2f, height / 2f, colours);
        return Sheet.Png(surface);

        Frame FrameAt(float left) => Frame.Fit(bounds, SKRect.Create(left, Margin, half, height - (Margin * 2)), Sheet.LargestScale);
    }

    /// <summary>The arrow begins where the body ends, and is long enough to be seen though the way may be short.</summary>
    private static List<SKPoint> Way(Movement movement)
    {
        var way = movement.Way.Select(movement.Camera.See).ToList();
        var (from, to) = (way[0], way[^1]);
        if (SKPoint.Distance(from, to) < ClearOfBody + ShortestArrow)
        {
            var towards = SKPoint.Normalize(to - from);
            return [.. Enumerable.Range(0, 5).Select(i => Along(from, towards, ClearOfBody + (ShortestArrow * i / 4)))];
        }
        var first = way.FindIndex(point => SKPoint.Distance(point, from) > ClearOfBody);
        return [.. way.Skip(first)];

        static SKPoint Along(SKPoint from, SKPoint towards, float far) => new(from.X + (towards.X * far), from.Y + (towards.Y * far));
    }
}
