using SkiaSharp;

namespace CoachBot.Pictures;

/// <summary>The things in the picture. Sizes are in body heights.</summary>
internal sealed class PoseProp(SKCanvas canvas, PoseFrame frame, Pose pose, IReadOnlyDictionary<string, Point> points)
{
    private const float PlateRadius = 0.125f;
    private const float MedicineBallRadius = 0.075f;
    private const float WeightSize = 0.09f;
    private const float SeatLeft = -0.3f;
    private const float SeatRight = -0.045f;
    private const float HipToSeat = 0.05f;
    private const float HipToWall = 0.058f;
    private const float WallHeight = 0.98f;
    private const float PostHeight = 0.2f;
    private const float AnchorDistance = 0.44f;

    private static readonly SKColor Band = new(0xE0, 0x6B, 0x1F);
    private static readonly SKColor Iron = new(0x33, 0x3F, 0x4F);
    private static readonly SKColor Steel = new(0x78, 0x86, 0x97);
    private static readonly SKColor Plate = new(0xC9, 0xD3, 0xDE);
    private static readonly SKColor Wood = new(0xE3, 0xC6, 0x9C);
    private static readonly SKColor WoodEdge = new(0xB0, 0x8A, 0x58);
    private static readonly SKColor Rubber = new(0xF2, 0xCF, 0xA6);
    private static readonly SKColor RubberEdge = new(0xCB, 0x90, 0x52);
    private static readonly SKColor Wall = new(0xC3, 0xCC, 0xD8);

    /// <summary>The room a prop needs beyond the body (Top is the lower edge: y points up); null when it needs none.</summary>
    public static SKRect? Bounds(Prop prop, Pose pose, IReadOnlyDictionary<string, Point> points) => prop.Type switch
    {
        "wall" => new SKRect(WallX(pose) - 0.05f, 0, WallX(pose), WallHeight),
        "box" => new SKRect(SeatLeft, 0, SeatRight, 0.1f),
        "ball" or "roller" => Around(Support(prop, points), prop.R),
        "barbell" => Around(Held(prop, points), PlateRadius),
        "medicine-ball" => Around(Held(prop, points), MedicineBallRadius),
        "kettlebell" or "dumbbell" => Around(Held(prop, points), WeightSize),
        "band" when IsAnchor(prop.To) => Around(Anchor(prop.To!), 0.03f),
        _ => null,
    };

    public void DrawBehind()
    {
        foreach (var prop in pose.Props)
        {
            switch (prop.Type)
            {
                case "wall": DrawBlock(new SKRect(WallX(pose) - 0.05f, 0, WallX(pose), WallHeight), Wall, Steel); break;
                // The seat is where the hips end up, in both pictures.
                case "box": DrawBlock(new SKRect(SeatLeft, 0, SeatRight, pose.End["hip"].Y - HipToSeat), Wood, WoodEdge); break;
                case "ball" or "roller": DrawDisc(Support(prop, points), prop.R, Rubber, RubberEdge); break;
                case "barbell": DrawDisc(Held(prop, points), PlateRadius, Plate, Iron); break;
                case "band" when IsAnchor(prop.To): DrawPost(Anchor(prop.To!)); break;
            }
        }
    }

    public void DrawInFront()
    {
        foreach (var prop in pose.Props)
        {
            switch (prop.Type)
            {
                case "band": DrawBand(prop); break;
                case "barbell": DrawDisc(Held(prop, points), 0.026f, Iron, Iron); break;
                case "dumbbell": DrawDumbbell(Held(prop, points)); break;
                case "kettlebell": DrawKettlebell(Held(prop, points)); break;
                case "medicine-ball": DrawDisc(Held(prop, points), MedicineBallRadius, Rubber, RubberEdge); break;
            }
        }
    }

    private void DrawBlock(SKRect block, SKColor fill, SKColor edge)
    {
        var low = frame.At(new Point(block.Left, block.Top));
        var high = frame.At(new Point(block.Right, block.Bottom));
        var rect = new SKRect(low.X, high.Y, high.X, low.Y);
        using var inside = new SKPaint { Color = fill, IsAntialias = true };
        using var outline = Line(edge, 0.01f);
        canvas.DrawRoundRect(rect, 5, 5, inside);
        canvas.DrawRoundRect(rect, 5, 5, outline);
    }

    private void DrawDisc(Point centre, float radius, SKColor fill, SKColor edge)
    {
        using var inside = new SKPaint { Color = fill, IsAntialias = true };
        using var outline = Line(edge, 0.012f);
        canvas.DrawCircle(frame.At(centre), frame.Pixels(radius - 0.006f), inside);
        canvas.DrawCircle(frame.At(centre), frame.Pixels(radius - 0.006f), outline);
    }

    /// <summary>Two heads and a handle, lengthwise.</summary>
    private void DrawDumbbell(Point hand)
    {
        using var handle = Line(Steel, 0.022f);
        using var head = new SKPaint { Color = Iron, IsAntialias = true };
        canvas.DrawLine(frame.At(hand with { X = hand.X - 0.05f }), frame.At(hand with { X = hand.X + 0.05f }), handle);
        foreach (var side in (float[])[-0.064f, 0.064f])
        {
            var centre = frame.At(hand with { X = hand.X + side });
            var half = new SKSize(frame.Pixels(0.022f), frame.Pixels(0.042f));
            canvas.DrawRoundRect(new SKRect(centre.X - half.Width, centre.Y - half.Height, centre.X + half.Width, centre.Y + half.Height), 5, 5, head);
        }
    }

    /// <summary>A handle in the hand and the bell hanging under it.</summary>
    private void DrawKettlebell(Point hand)
    {
        using var handle = Line(Iron, 0.02f);
        canvas.DrawCircle(frame.At(hand with { Y = hand.Y - 0.024f }), frame.Pixels(0.032f), handle);
        DrawDisc(hand with { Y = hand.Y - 0.085f }, 0.056f, Iron, Iron);
    }

    private void DrawPost(Point anchor)
    {
        using var post = Line(Steel, 0.03f);
        canvas.DrawLine(frame.At(anchor with { Y = 0.015f }), frame.At(anchor with { Y = PostHeight }), post);
    }

    private void DrawBand(Prop prop)
    {
        using var band = Line(Band, 0.024f);
        if (prop.At == "knees")
        {
            DrawLoop(AboveKnee("R"), AboveKnee("L"), band);
            return;
        }
        var from = points[prop.From!];
        if (IsAnchor(prop.To))
        {
            canvas.DrawLine(frame.At(Anchor(prop.To!)), frame.At(from), band);
            DrawCuff(prop.From!, band);
            return;
        }
        DrawCuff(prop.From!, band);
        DrawCuff(prop.To!, band);
        canvas.DrawLine(frame.At(from), frame.At(points[prop.To!]), band);
    }

    /// <summary>A loop round both thighs, seen from its edge.</summary>
    private void DrawLoop(Point one, Point other, SKPaint band)
    {
        var reach = PoseFigure.LimbWidth / 2;
        var (low, high) = one.Y < other.Y ? (one, other) : (other, one);
        canvas.DrawLine(frame.At(low with { Y = low.Y - reach }), frame.At(high with { Y = high.Y + reach }), band);
    }

    /// <summary>The band round an ankle: a short stroke across the shin.</summary>
    private void DrawCuff(string ankle, SKPaint band)
    {
        var at = points[ankle];
        var knee = points[ankle.Replace("ankle", "knee", StringComparison.Ordinal)];
        var (x, y) = (knee.X - at.X, knee.Y - at.Y);
        var length = MathF.Sqrt((x * x) + (y * y));
        var reach = PoseFigure.LimbWidth / 2 / length;
        canvas.DrawLine(frame.At(new Point(at.X - (y * reach), at.Y + (x * reach))), frame.At(new Point(at.X + (y * reach), at.Y - (x * reach))), band);
    }

    private Point AboveKnee(string side)
    {
        var (knee, hip) = (points[$"knee{side}"], points["hip"]);
        return new Point(knee.X + ((hip.X - knee.X) * 0.25f), knee.Y + ((hip.Y - knee.Y) * 0.25f));
    }

    private static Point Held(Prop prop, IReadOnlyDictionary<string, Point> points) =>
        points.TryGetValue(prop.At!, out var joint) ? joint : points[$"{prop.At}N"];

    /// <summary>The middle of a ball or roller on the floor under a joint, a little towards the body, where the limb rests.</summary>
    private static Point Support(Prop prop, IReadOnlyDictionary<string, Point> points)
    {
        var joint = points[$"{prop.Under}N"];
        var inwards = prop.Under switch
        {
            "elbow" => 0.06f,
            "ankle" => 0.03f,
            _ => -0.02f,
        };
        return new Point(joint.X + inwards, prop.R);
    }

    private static bool IsAnchor(string? end) => end is not null && end.StartsWith("anchor-", StringComparison.Ordinal);

    private static Point Anchor(string end) => new(end is "anchor-behind" or "anchor-left" ? -AnchorDistance : AnchorDistance, 0.045f);

    private static float WallX(Pose pose) => pose.End["hip"].X - HipToWall;

    private static SKRect Around(Point at, float radius) => new(at.X - radius, Math.Max(0, at.Y - radius), at.X + radius, at.Y + radius);

    private SKPaint Line(SKColor colour, float width) => new()
    {
        Color = colour,
        IsAntialias = true,
        Style = SKPaintStyle.Stroke,
        StrokeWidth = frame.Pixels(width),
        StrokeCap = SKStrokeCap.Round,
    };
}
