using System.Numerics;
using CoachBot.Pictures.Bodies;
using CoachBot.Pictures.Poses;
using SkiaSharp;

namespace CoachBot.Pictures.Drawing;

/// <summary>A body, its things and the ground under them at one moment, ready to be drawn.</summary>
internal sealed class Scene
{
    private const int Directions = 56;
    private const float Gap = 0.0075f;

    private readonly Camera camera;
    private readonly IReadOnlyList<Solid> ground;
    private readonly IReadOnlyList<SolidGroup> groups;
    private readonly float gap;

    /// <param name="ground">A floor or a mat, under all scenes of one picture alike.</param>
    /// <param name="breath">0 to 1: how full the chest is.</param>
    public Scene(Pose pose, View view, Body body, Body settled, Solid ground, float breath = 0)
    {
        camera = Camera.For(view);
        gap = Gap / Camera.Zoom(view);
        // From the front neither side is the far one, and the legs are seen before the hips.
        var facing = view is View.Front or View.Feet;
        var legs = facing ? camera.TowardsViewer * 0.05f : Vector3.Zero;
        List<SolidGroup> flesh = view == View.Foot ? [BareFoot.Of(body)] :
        [
            Flesh.Trunk(body, breath), Flesh.Head(body, camera.TowardsViewer),
            .. Body.Sides.Select(side => Flesh.Leg(body, side)).Select(leg => leg with { Middle = leg.Middle + legs, Far = leg.Far && !facing }),
            .. Body.Sides.Select(side => Flesh.Arm(body, side)).Select(arm => arm with { Far = arm.Far && !facing }),
        ];
        var things = (pose.Props ?? []).SelectMany(prop => Props.Of(prop, body, settled, camera)).Select(thing => thing with { Far = thing.Far && !facing });
        groups = [.. flesh.Concat(things).OrderBy(group => camera.Depth(group.Middle))];
        this.ground = [ground, .. flesh.SelectMany(group => group.Solids).Select(Shadow)];
    }

    /// <summary>What the scene covers in the picture plane, in body heights; y up.</summary>
    public SKRect Bounds
    {
        get
        {
            var (left, right, up, down) = (camera.Direction(-1, 0), camera.Direction(1, 0), camera.Direction(0, 1), camera.Direction(0, -1));
            var bounds = new SKRect(float.MaxValue, float.MaxValue, float.MinValue, float.MinValue);
            foreach (var solid in groups.SelectMany(group => group.Solids).Append(ground[0]))
            {
                bounds.Left = Math.Min(bounds.Left, camera.See(solid.Farthest(left)).X);
                bounds.Right = Math.Max(bounds.Right, camera.See(solid.Farthest(right)).X);
                bounds.Top = Math.Min(bounds.Top, camera.See(solid.Farthest(down)).Y);
                bounds.Bottom = Math.Max(bounds.Bottom, camera.See(solid.Farthest(up)).Y);
            }
            return bounds;
        }
    }

    public void Draw(SKCanvas canvas, Frame frame, Colours colours)
    {
        foreach (var solid in ground)
        {
            using var path = Outline(solid, frame);
            using var fill = Fill(colours[solid.Paint, false]);
            canvas.DrawPath(path, fill);
        }
        foreach (var group in groups) Draw(canvas, group, frame, colours);
    }

    /// <summary>A thin clear line keeps an arm apart from the chest behind it, and none runs through a knee.</summary>
    private void Draw(SKCanvas canvas, SolidGroup group, Frame frame, Colours colours)
    {
        var paths = group.Solids.Select(solid => Outline(solid, frame)).ToArray();
        using var line = new SKPaint
        {
            Color = colours.Line,
            IsAntialias = true,
            Style = SKPaintStyle.Stroke,
            StrokeWidth = frame.Pixels(gap) * 2,
            StrokeJoin = SKStrokeJoin.Round,
        };
        foreach (var path in paths) canvas.DrawPath(path, line);
        foreach (var (path, solid) in paths.Zip(group.Solids))
        {
            using var fill = Fill(colours[solid.Paint, group.Far]);
            canvas.DrawPath(path, fill);
            path.Dispose();
        }
    }

    private SKPath Outline(Solid solid, Frame frame)
    {
        var points = new SKPoint[Directions];
        for (var i = 0; i < Directions; i++)
        {
            var (sin, cos) = MathF.SinCos(i * 2 * MathF.PI / Directions);
            points[i] = frame.At(camera.See(solid.Farthest(camera.Direction(cos, sin))));
        }
        var path = new SKPath();
        path.AddPoly(points, close: true);
        return path;
    }

    private static Solid Shadow(Solid solid)
    {
        var ends = solid.Ends.Select(end => new Ellipsoid(end.Centre with { Y = 0 }, end.A with { Y = 0 }, end.B with { Y = 0 }, end.C with { Y = 0 }));
        return new Solid(Paint.Shadow, [.. ends]);
    }

    private static SKPaint Fill(SKColor colour) => new() { Color = colour, IsAntialias = true };
}
