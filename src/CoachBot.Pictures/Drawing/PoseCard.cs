using System.Numerics;
using CoachBot.Pictures.Bodies;
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
    private const float ArrowHead = 0.03f;
    private const float ClearOfBones = 0.06f;
    private const float FarthestAside = 0.18f;

    /// <summary>A PNG, <see cref="Sheet.Width"/> pixels wide; the same bytes for the same pose.</summary>
    public static byte[] Png(Pose pose, Theme theme)
    {
        var colours = Colours.Of(theme);
        var movement = new Movement(pose);
        Scene[] scenes = [movement.Scene(movement.Start), movement.Scene(movement.End)];
        var way = Aside(movement, Way(movement, Camera.Zoom(pose.View)));
        var head = ArrowHead / Camera.Zoom(pose.View);
        var bounds = Frame.Around(scenes.Select(scene => scene.Bounds),
            way.SelectMany(point => (SKPoint[])[new(point.X - head, point.Y - head), new(point.X + head, point.Y + head)]));
        var half = ((Sheet.Width - Between) / 2) - Margin;
        var height = Sheet.HeightFor(bounds, half, Margin * 2, Camera.Zoom(pose.View));
        using var surface = Sheet.Surface(Sheet.Width, height);
        Sheet.Clean(surface.Canvas, Sheet.Width, height, colours);
        var (start, end) = (FrameAt(Margin), FrameAt(Sheet.Width - Margin - half));
        scenes[0].Draw(surface.Canvas, start, colours);
        scenes[1].Draw(surface.Canvas, end, colours);
        Sheet.Arrow(surface.Canvas, [.. way.Select(start.At)], ArrowWidth, colours);
        Sheet.Then(surface.Canvas, Sheet.Width / 2f, height / 2f, colours);
        return Sheet.Png(surface);

        Frame FrameAt(float left) => Frame.Fit(bounds, SKRect.Create(left, Margin, half, height - (Margin * 2)), Sheet.LargestScale * Camera.Zoom(pose.View));
    }

    /// <summary>The same arrow beside the limbs that it would hide, as little aside as will do.</summary>
    private static List<SKPoint> Aside(Movement movement, List<SKPoint> way)
    {
        if (movement.IsNear) return way;
        var along = SKPoint.Normalize(way[^1] - way[0]);
        var bones = Bones(movement.Start).Select(bone => (From: movement.Camera.See(bone.From), To: movement.Camera.See(bone.To))).ToArray();
        var asides = Enumerable.Range(0, 13).Select(i => (i + 1) / 2 * (i % 2 == 0 ? 1 : -1) * FarthestAside / 6).Select(Moved).ToArray();
        return asides.FirstOrDefault(moved => Clearance(moved) > ClearOfBones) ?? asides.MaxBy(Clearance)!;

        List<SKPoint> Moved(float aside) => [.. way.Select(point => new SKPoint(point.X - (along.Y * aside), point.Y + (along.X * aside)))];
        float Clearance(List<SKPoint> moved) => moved.Min(point => bones.Min(bone => Distance(point, bone.From, bone.To)));
    }

    private static IEnumerable<(Vector3 From, Vector3 To)> Bones(Body body)
    {
        yield return (body.Pelvis.From, body.Neck.From);
        yield return (body.Neck.From, body.Head.From);
        foreach (var limb in Body.Sides.SelectMany(side => (Limb[])[body.Leg(side), body.Arm(side)]))
        {
            yield return (limb.Root, limb.Middle);
            yield return (limb.Middle, limb.End);
        }
    }

    private static float Distance(SKPoint point, SKPoint from, SKPoint to)
    {
        var bone = to - from;
        var t = Math.Clamp((((point.X - from.X) * bone.X) + ((point.Y - from.Y) * bone.Y)) / Math.Max(bone.LengthSquared, 1e-6f), 0, 1);
        return SKPoint.Distance(point, new SKPoint(from.X + (bone.X * t), from.Y + (bone.Y * t)));
    }

    /// <summary>The arrow begins where the body ends, and is long enough to be seen though the way may be short.</summary>
    private static List<SKPoint> Way(Movement movement, float zoom)
    {
        var way = movement.Way.Select(movement.Camera.See).ToList();
        var (from, to) = (way[0], way[^1]);
        var (clear, shortest) = (ClearOfBody / zoom, ShortestArrow / zoom);
        if (SKPoint.Distance(from, to) >= clear + shortest) return [.. way.Skip(way.FindIndex(point => SKPoint.Distance(point, from) > clear))];
        var towards = SKPoint.Normalize(to - from);
        return [.. Enumerable.Range(0, 5).Select(i => Along(from, towards, clear + (shortest * i / 4)))];

        static SKPoint Along(SKPoint from, SKPoint towards, float far) => new(from.X + (towards.X * far), from.Y + (towards.Y * far));
    }
}
