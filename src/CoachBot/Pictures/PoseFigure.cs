using SkiaSharp;

namespace CoachBot.Pictures;

/// <summary>One body: the far limbs in a lighter tone, what stands behind, trunk and head, the near limbs, what the hands hold.</summary>
internal sealed class PoseFigure(SKCanvas canvas, PoseFrame frame, Pose pose, IReadOnlyDictionary<string, Point> points)
{
    public const float HeadRadius = 0.056f;
    public const float LimbWidth = 0.062f;

    private const float ArmWidth = 0.046f;
    private const float FootWidth = 0.034f;
    private const float NeckWidth = 0.05f;
    private const float TrunkWidth = 0.1f;

    private static readonly SKColor Near = new(0x1F, 0x4E, 0x79);
    private static readonly SKColor Trunk = new(0x2F, 0x6B, 0x9E);
    private static readonly SKColor Far = new(0x9F, 0xBD, 0xD6);

    private string NearSide => pose.View == View.Side ? "N" : "R";

    private string FarSide => pose.View == View.Side ? "F" : "L";

    public void Draw()
    {
        var props = new PoseProp(canvas, frame, pose, points);
        props.DrawBehind();
        DrawLeg(FarSide, Far);
        DrawArm(FarSide, Far);
        DrawTrunk();
        DrawLeg(NearSide, Near);
        DrawArm(NearSide, Near);
        props.DrawInFront();
    }

    private void DrawTrunk()
    {
        var hip = points["hip"];
        var shoulder = points["shoulder"];
        DrawBone(shoulder, points["head"], NeckWidth, Trunk);
        if (points.TryGetValue("hipJointR", out var hipR))
        {
            using var path = new SKPath();
            path.MoveTo(frame.At(hipR));
            path.LineTo(frame.At(points["shoulderJointR"]));
            path.LineTo(frame.At(points["shoulderJointL"]));
            path.LineTo(frame.At(points["hipJointL"]));
            path.Close();
            using var paint = Stroke(0.05f, Trunk);
            paint.Style = SKPaintStyle.StrokeAndFill;
            canvas.DrawPath(path, paint);
        }
        else
        {
            DrawBone(hip, shoulder, TrunkWidth, Trunk);
        }
        using var fill = new SKPaint { Color = Trunk, IsAntialias = true };
        canvas.DrawCircle(frame.At(points["head"]), frame.Pixels(HeadRadius), fill);
    }

    private void DrawLeg(string side, SKColor colour)
    {
        var hip = points.TryGetValue($"hipJoint{side}", out var joint) ? joint : points["hip"];
        DrawLimb(hip, points[$"knee{side}"], points[$"ankle{side}"], LimbWidth, colour);
        using var path = new SKPath();
        path.MoveTo(frame.At(points[$"ankle{side}"]));
        path.LineTo(frame.At(Raised(points[$"heel{side}"])));
        path.LineTo(frame.At(Raised(points[$"toe{side}"])));
        path.Close();
        using var paint = Stroke(FootWidth, colour);
        paint.Style = SKPaintStyle.StrokeAndFill;
        canvas.DrawPath(path, paint);
    }

    private void DrawArm(string side, SKColor colour)
    {
        var shoulder = points.TryGetValue($"shoulderJoint{side}", out var joint) ? joint : points["shoulder"];
        DrawLimb(shoulder, points[$"elbow{side}"], points[$"hand{side}"], ArmWidth, colour);
    }

    private void DrawLimb(Point from, Point over, Point to, float width, SKColor colour)
    {
        using var path = new SKPath();
        path.MoveTo(frame.At(from));
        path.LineTo(frame.At(over));
        path.LineTo(frame.At(to));
        using var paint = Stroke(width, colour);
        canvas.DrawPath(path, paint);
    }

    private void DrawBone(Point from, Point to, float width, SKColor colour)
    {
        using var paint = Stroke(width, colour);
        canvas.DrawLine(frame.At(from), frame.At(to), paint);
    }

    /// <summary>A joint on the floor is the sole's place; the stroke around it must not sink in.</summary>
    private static Point Raised(Point point) => point with { Y = Math.Max(point.Y, FootWidth / 2) };

    private SKPaint Stroke(float width, SKColor colour) => new()
    {
        Color = colour,
        IsAntialias = true,
        Style = SKPaintStyle.Stroke,
        StrokeWidth = frame.Pixels(width),
        StrokeCap = SKStrokeCap.Round,
        StrokeJoin = SKStrokeJoin.Round,
    };
}
