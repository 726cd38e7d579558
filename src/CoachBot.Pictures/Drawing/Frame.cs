using SkiaSharp;

namespace CoachBot.Pictures.Drawing;

/// <summary>Where a scene stands in the picture.</summary>
/// <param name="Scale">Pixels for one body height.</param>
internal sealed record Frame(SKRect Room, float OriginX, float OriginY, float Scale)
{
    /// <summary>The largest frame that shows <paramref name="bounds"/> (body heights, y up) in the middle of <paramref name="room"/> (pixels).</summary>
    public static Frame Fit(SKRect bounds, SKRect room, float largest)
    {
        var scale = Math.Min(largest, Math.Min(room.Width / bounds.Width, room.Height / bounds.Height));
        return new Frame(room, room.MidX - (bounds.MidX * scale), room.MidY + (bounds.MidY * scale), scale);
    }

    /// <summary>What covers all of them, in body heights.</summary>
    public static SKRect Around(IEnumerable<SKRect> scenes, IEnumerable<SKPoint> points) =>
        scenes.Concat(points.Select(point => new SKRect(point.X, point.Y, point.X, point.Y))).Aggregate(SKRect.Union);

    public SKPoint At(SKPoint point) => new(OriginX + (point.X * Scale), OriginY - (point.Y * Scale));

    public float Pixels(float bodyHeights) => bodyHeights * Scale;
}
