using SkiaSharp;

namespace CoachBot.Pictures;

/// <summary>
/// Draws a movement as start, arrow and end, from the joints' places alone. There are no words in the picture: without
/// fonts on the machine they would vanish silently, and the alt text carries them better.
/// </summary>
internal static class PoseDrawing
{
    public const int Width = 800;
    public const int Height = 420;

    private const float Margin = 26;
    private const float ArrowRoom = 92;

    private static readonly SKRect Sheet = new(Margin, Margin, Width - Margin, Height - Margin);

    private static readonly (SKRect Start, SKRect End) SideBySide =
        (new(Margin, Margin, (Width - ArrowRoom) / 2, Height - Margin), new((Width + ArrowRoom) / 2, Margin, Width - Margin, Height - Margin));

    private static readonly (SKRect Start, SKRect End) Stacked =
        (new(Margin, Margin / 2, Width - Margin - ArrowRoom, Height / 2 - 10), new(Margin, Height / 2 + 8, Width - Margin - ArrowRoom, Height - 17));

    /// <summary>Pixels for one body height at most; a figure alone would else fill the picture like a poster.</summary>
    private const float LargestScale = 560;

    private static readonly SKColor Paper = new(0xF4, 0xF7, 0xFB);
    private static readonly SKColor PaperEdge = new(0xCB, 0xD5, 0xE1);
    private static readonly SKColor Floor = new(0xA7, 0xB4, 0xC4);
    private static readonly SKColor Arrow = new(0x64, 0x74, 0x8B);

    /// <summary>A PNG of <see cref="Width"/> by <see cref="Height"/> pixels; the same bytes for the same pose.</summary>
    public static byte[] Png(Pose pose)
    {
        using var surface = SKSurface.Create(new SKImageInfo(Width, Height, SKColorType.Rgba8888, SKAlphaType.Premul));
        var canvas = surface.Canvas;
        DrawPaper(canvas);
        var frames = Frames(pose);
        foreach (var (frame, points) in frames)
        {
            DrawFloor(canvas, frame);
            new PoseFigure(canvas, frame, pose, points).Draw();
        }
        if (frames is [var start, var end]) DrawArrow(canvas, down: start.Frame.Room.Left == end.Frame.Room.Left);
        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    private static IReadOnlyList<(PoseFrame Frame, IReadOnlyDictionary<string, Point> Points)> Frames(Pose pose)
    {
        if (pose.Held) return [(PoseFrame.Fit(Bounds(pose), Sheet, LargestScale), pose.End)];
        var (start, end) = BestRooms(Bounds(pose));
        return [(start, pose.Start), (end, pose.End)];
    }

    /// <summary>Side by side as a rule. A lying body is wide and flat: one above the other shows it half as large again.</summary>
    private static (PoseFrame Start, PoseFrame End) BestRooms(SKRect bounds)
    {
        var beside = Fit(bounds, SideBySide);
        var above = Fit(bounds, Stacked);
        return above.Start.Scale > beside.Start.Scale * 1.3f ? above : beside;
    }

    private static (PoseFrame Start, PoseFrame End) Fit(SKRect bounds, (SKRect Start, SKRect End) rooms) =>
        (PoseFrame.Fit(bounds, rooms.Start, LargestScale), PoseFrame.Fit(bounds, rooms.End, LargestScale));

    /// <summary>What start and end and their props need together, so that both are drawn to one scale and from one place.</summary>
    private static SKRect Bounds(Pose pose)
    {
        var bounds = SKRect.Empty;
        foreach (var points in new[] { pose.Start, pose.End })
        {
            foreach (var (joint, at) in points)
            {
                var around = joint == "head" ? PoseFigure.HeadRadius : PoseFigure.LimbWidth / 2;
                Include(ref bounds, at.X - around, at.Y - around, at.X + around, at.Y + around);
            }
            foreach (var prop in pose.Props)
                if (PoseProp.Bounds(prop, pose, points) is { } room) Include(ref bounds, room.Left, room.Top, room.Right, room.Bottom);
        }
        bounds.Top = 0;
        return bounds;
    }

    /// <summary>Top is the lower edge here: y points up.</summary>
    private static void Include(ref SKRect bounds, float left, float low, float right, float high)
    {
        bounds = bounds.IsEmpty ? new SKRect(left, low, right, high)
            : new SKRect(Math.Min(bounds.Left, left), Math.Min(bounds.Top, low), Math.Max(bounds.Right, right), Math.Max(bounds.Bottom, high));
    }

    private static void DrawPaper(SKCanvas canvas)
    {
        canvas.Clear(SKColors.Transparent);
        using var fill = new SKPaint { Color = Paper, IsAntialias = true };
        using var edge = new SKPaint { Color = PaperEdge, IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = 2 };
        var sheet = new SKRect(1, 1, Width - 1, Height - 1);
        canvas.DrawRoundRect(sheet, 22, 22, fill);
        canvas.DrawRoundRect(sheet, 22, 22, edge);
    }

    private static void DrawFloor(SKCanvas canvas, PoseFrame frame)
    {
        using var paint = new SKPaint { Color = Floor, IsAntialias = true, StrokeWidth = 4, StrokeCap = SKStrokeCap.Round };
        canvas.DrawLine(frame.Room.Left, frame.FloorY + 2, frame.Room.Right, frame.FloorY + 2, paint);
    }

    private static void DrawArrow(SKCanvas canvas, bool down)
    {
        using var paint = new SKPaint { Color = Arrow, IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = 8, StrokeCap = SKStrokeCap.Round, StrokeJoin = SKStrokeJoin.Round };
        using var path = new SKPath();
        path.MoveTo(-22, 0);
        path.LineTo(22, 0);
        path.MoveTo(6, -16);
        path.LineTo(22, 0);
        path.LineTo(6, 16);
        canvas.Save();
        canvas.Translate(down ? Width - ((Margin + ArrowRoom) / 2) : Width / 2f, Height / 2f);
        if (down) canvas.RotateDegrees(90);
        canvas.DrawPath(path, paint);
        canvas.Restore();
    }
}

/// <summary>Where a figure stands in the picture.</summary>
/// <param name="Scale">Pixels for one body height.</param>
internal sealed record PoseFrame(SKRect Room, float OriginX, float FloorY, float Scale)
{
    /// <summary>The largest frame that shows <paramref name="bounds"/> (body heights, y up) inside <paramref name="room"/> (pixels), standing at its bottom.</summary>
    public static PoseFrame Fit(SKRect bounds, SKRect room, float largest)
    {
        var scale = Math.Min(largest, Math.Min(room.Width / bounds.Width, (room.Height - 8) / bounds.Height));
        var spare = room.Height - 8 - (bounds.Height * scale);
        return new PoseFrame(room, room.MidX - (bounds.MidX * scale), room.Bottom - 8 - (spare / 2), scale);
    }

    public SKPoint At(Point point) => new(OriginX + (point.X * Scale), FloorY - (point.Y * Scale));

    public float Pixels(float bodyHeights) => bodyHeights * Scale;
}
