using System.Numerics;
using CoachBot.Pictures.Bodies;
using CoachBot.Pictures.Poses;
using SkiaSharp;

namespace CoachBot.Pictures.Drawing;

/// <summary>Draws the fault that is seen most, with a cross, beside the position as it should be, with a tick.</summary>
public static class FaultCard
{
    private const float Margin = 14;
    private const float Inset = 16;
    private const float SignRoom = 40;
    private const float RingRadius = 0.1f;
    private const float BeltBeyond = 0.9f;
    private const float SignAt = 36;

    /// <summary>A PNG, <see cref="Sheet.Width"/> pixels wide.</summary>
    public static byte[] Png(Pose pose, PoseFault fault, Theme theme)
    {
        var colours = Colours.Of(theme);
        if (fault.Hands is not null) pose = pose with { Hands = fault.Hands };
        var (wrong, right) = Bodies(pose, fault);
        var floor = Movement.Floor(pose, [wrong, right]);
        var (bad, good) = (new Scene(pose, fault.View, wrong, right, floor), new Scene(pose, fault.View, right, right, floor));
        var bounds = Frame.Around([bad.Bounds, good.Bounds], [.. new[] { wrong, right }.SelectMany(Ring)]);
        var half = (Sheet.Width - (Margin * 3)) / 2;
        var height = Sheet.HeightFor(bounds, half - (Inset * 2), ((Margin + Inset) * 2) + SignRoom, Camera.Zoom(fault.View));
        using var surface = Sheet.Surface(Sheet.Width, height);
        Sheet.Clean(surface.Canvas, Sheet.Width, height, colours);
        Half(bad, wrong, Margin, colours.Wrong, Sheet.Cross);
        Half(good, right, (Margin * 2) + half, colours.Right, Sheet.Tick);
        return Sheet.Png(surface);

        IEnumerable<SKPoint> Ring(Body body)
        {
            if (fault.Belt) return [];
            var (middle, radius) = (Camera.For(fault.View).See(body[fault.Mark]), RingRadius / Camera.Zoom(fault.View));
            return [new SKPoint(middle.X - radius, middle.Y - radius), new SKPoint(middle.X + radius, middle.Y + radius)];
        }

        void Half(Scene scene, Body body, float left, SKColor colour, Action<SKCanvas, SKPoint, Colours> sign)
        {
            var room = SKRect.Create(left, Margin, half, height - (Margin * 2));
            Sheet.Panel(surface.Canvas, room, colours.Paper, colour);
            var frame = Frame.Fit(bounds, new SKRect(room.Left + Inset, room.Top + Inset + SignRoom, room.Right - Inset, room.Bottom - Inset),
                Sheet.LargestScale * Camera.Zoom(fault.View));
            scene.Draw(surface.Canvas, frame, colours);
            if (fault.Belt) Sheet.Line(surface.Canvas, [.. Belt(body).Select(At)], colour, colours);
            else Sheet.Ring(surface.Canvas, At(body[fault.Mark]), frame.Pixels(RingRadius / Camera.Zoom(fault.View)), colour, colours);
            sign(surface.Canvas, new SKPoint(room.Left + SignAt, room.Top + SignAt), colours);

            SKPoint At(Vector3 point) => frame.At(Camera.For(fault.View).See(point));
        }
    }

    internal static (Body Wrong, Body Right) Bodies(Pose pose, PoseFault fault) => (
        new Ground(pose, pose.Start, fault.Wrong, fault.Feet).Put(fault.Wrong, 1),
        new Ground(pose, pose.Start, pose.End).Put(pose.End, 1));

    private static Vector3[] Belt(Body body)
    {
        var (right, left) = (body[Joint.RightHip], body[Joint.LeftHip]);
        var beyond = (right - left) * BeltBeyond;
        return [left - beyond, right + beyond];
    }
}
