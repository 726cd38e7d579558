using System.Runtime.InteropServices;
using SkiaSharp;

namespace CoachBot.Pictures.Drawing;

/// <summary>
/// What all pictures share: their paper, their signs, their bytes. There are no words in a picture: without fonts on the
/// machine they would vanish silently, and the alt text carries them better.
/// </summary>
internal static class Sheet
{
    public const int Width = 800;

    private const int Lowest = 240;
    private const int Highest = 430;

    /// <summary>Pixels for one body height at most; a figure alone would else fill the picture like a poster.</summary>
    public const float LargestScale = 400;

    public static SKSurface Surface(int width, int height) => SKSurface.Create(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Premul));

    /// <summary>A body that lies needs a lower picture than one that stands; much empty paper would make it small on a phone.</summary>
    /// <param name="bounds">What is to be shown, in body heights.</param>
    /// <param name="room">The pixels there are for its width.</param>
    /// <param name="margins">The pixels above and below it together.</param>
    public static int HeightFor(SKRect bounds, float room, float margins, float zoom = 1) =>
        Math.Clamp((int)MathF.Ceiling((bounds.Height * Math.Min(LargestScale * zoom, room / bounds.Width)) + margins), Lowest, Highest);

    public static byte[] Png(SKSurface surface)
    {
        using var pixels = surface.PeekPixels();
        return Files.Png.Encode(pixels.Width, pixels.Height, MemoryMarshal.Cast<byte, uint>(pixels.GetPixelSpan()));
    }

    /// <summary>Paper with rounded corners: the picture brings its own ground to any chat.</summary>
    public static void Clean(SKCanvas canvas, int width, int height, Colours colours)
    {
        canvas.Clear(SKColors.Transparent);
        Panel(canvas, new SKRect(1, 1, width - 1, height - 1), colours.Paper, colours.Edge);
    }

    public static void Panel(SKCanvas canvas, SKRect panel, SKColor paper, SKColor edge)
    {
        using var fill = new SKPaint { Color = paper, IsAntialias = true };
        using var line = new SKPaint { Color = edge, IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = 2 };
        canvas.DrawRoundRect(panel, 20, 20, fill);
        canvas.DrawRoundRect(panel, 20, 20, line);
    }

    /// <summary>The way of what moves, with a head at its end and a clear line round it.</summary>
    public static void Arrow(SKCanvas canvas, IReadOnlyList<SKPoint> way, float width, Colours colours)
    {
        var tip = way[^1];
        // The head points where the last stretch goes, not a last tiny step.
        var before = way.LastOrDefault(point => SKPoint.Distance(point, tip) > width * 2.5f, way[0]);
        var turn = MathF.Atan2(tip.Y - before.Y, tip.X - before.X);
        var head = width * 2.9f;
        using var path = new SKPath();
        path.MoveTo(way[0]);
        foreach (var point in way.Skip(1)) path.LineTo(point);
        foreach (var aside in (float[])[-0.62f, 0.62f])
        {
            path.MoveTo(tip.X - (head * MathF.Cos(turn + aside)), tip.Y - (head * MathF.Sin(turn + aside)));
            path.LineTo(tip);
        }
        Stroke(canvas, path, width * 2, colours.Line);
        Stroke(canvas, path, width, colours.Arrow);
    }

    /// <summary>From the first to the second.</summary>
    public static void Then(SKCanvas canvas, float x, float y, Colours colours)
    {
        using var path = new SKPath();
        path.MoveTo(x - 7, y - 15);
        path.LineTo(x + 8, y);
        path.LineTo(x - 7, y + 15);
        Stroke(canvas, path, 7, colours.Sign);
    }

    /// <summary>A cross: not so.</summary>
    public static void Cross(SKCanvas canvas, SKPoint at, Colours colours)
    {
        using var path = new SKPath();
        path.MoveTo(at.X - 9, at.Y - 9);
        path.LineTo(at.X + 9, at.Y + 9);
        path.MoveTo(at.X + 9, at.Y - 9);
        path.LineTo(at.X - 9, at.Y + 9);
        Badge(canvas, at, path, colours.Wrong, colours);
    }

    /// <summary>A tick: like this.</summary>
    public static void Tick(SKCanvas canvas, SKPoint at, Colours colours)
    {
        using var path = new SKPath();
        path.MoveTo(at.X - 10, at.Y + 1);
        path.LineTo(at.X - 3, at.Y + 8);
        path.LineTo(at.X + 10, at.Y - 8);
        Badge(canvas, at, path, colours.Right, colours);
    }

    /// <summary>A ring round what to look at.</summary>
    public static void Ring(SKCanvas canvas, SKPoint at, float radius, SKColor colour, Colours colours)
    {
        using var path = new SKPath();
        path.AddCircle(at.X, at.Y, radius);
        Stroke(canvas, path, 8, colours.Line);
        Stroke(canvas, path, 4, colour);
    }

    public static void Line(SKCanvas canvas, IReadOnlyList<SKPoint> points, SKColor colour, Colours colours)
    {
        using var path = new SKPath();
        path.AddPoly([.. points], close: false);
        Stroke(canvas, path, 11, colours.Line);
        Stroke(canvas, path, 6, colour);
    }

    /// <summary>How much of a hold is over.</summary>
    /// <param name="part">0 to 1.</param>
    public static void Hold(SKCanvas canvas, SKPoint at, float part, Colours colours)
    {
        using var all = new SKPath();
        all.AddCircle(at.X, at.Y, 15);
        Stroke(canvas, all, 6, colours.Edge);
        if (part <= 0) return;
        using var over = new SKPath();
        over.AddArc(new SKRect(at.X - 15, at.Y - 15, at.X + 15, at.Y + 15), -90, Math.Min(part, 0.999f) * 360);
        Stroke(canvas, over, 6, colours.Arrow);
    }

    private static void Badge(SKCanvas canvas, SKPoint at, SKPath sign, SKColor colour, Colours colours)
    {
        using var fill = new SKPaint { Color = colour, IsAntialias = true };
        canvas.DrawCircle(at, 21, fill);
        Stroke(canvas, sign, 6, colours.Paper);
    }

    private static void Stroke(SKCanvas canvas, SKPath path, float width, SKColor colour)
    {
        using var paint = new SKPaint
        {
            Color = colour,
            IsAntialias = true,
            Style = SKPaintStyle.Stroke,
            StrokeWidth = width,
            StrokeCap = SKStrokeCap.Round,
            StrokeJoin = SKStrokeJoin.Round,
        };
        canvas.DrawPath(path, paint);
    }
}
