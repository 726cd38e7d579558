using CoachBot.Pictures.Bodies;
using SkiaSharp;

namespace CoachBot.Pictures.Drawing;

public enum Theme
{
    Light,
    Dark,
}

/// <summary>The colours of a picture. Body and things are the same in both themes; what they stand on is not.</summary>
internal sealed record Colours(
    SKColor Paper,
    SKColor Edge,
    SKColor Line,
    SKColor Muted,
    SKColor Arrow,
    SKColor Sign,
    SKColor Right,
    SKColor Wrong,
    SKColor Floor,
    SKColor Mat,
    SKColor Shadow,
    SKColor Wall,
    SKColor WallEdge)
{
    private static readonly Colours Light = new(
        Paper: new(0xF6, 0xF8, 0xFA), Edge: new(0xD3, 0xDB, 0xE3), Line: new(0xF6, 0xF8, 0xFA), Muted: new(0xDD, 0xE3, 0xE9),
        Arrow: new(0xD9, 0x3A, 0x2B), Sign: new(0x8A, 0x97, 0xA6), Right: new(0x1B, 0x7F, 0x4B), Wrong: new(0xC6, 0x2B, 0x2B),
        Floor: new(0xE3, 0xE9, 0xEF), Mat: new(0xC9, 0xDD, 0xD8), Shadow: new(0xC3, 0xCD, 0xD7), Wall: new(0xDC, 0xE2, 0xE9), WallEdge: new(0xC2, 0xCB, 0xD5));

    private static readonly Colours Dark = new(
        Paper: new(0x23, 0x28, 0x30), Edge: new(0x3A, 0x42, 0x4D), Line: new(0x23, 0x28, 0x30), Muted: new(0x4A, 0x53, 0x60),
        Arrow: new(0xFF, 0x7A, 0x66), Sign: new(0x8E, 0x9B, 0xAB), Right: new(0x4F, 0xC9, 0x8A), Wrong: new(0xFF, 0x7A, 0x70),
        Floor: new(0x33, 0x3B, 0x46), Mat: new(0x35, 0x50, 0x52), Shadow: new(0x1A, 0x1E, 0x25), Wall: new(0x3B, 0x44, 0x50), WallEdge: new(0x4B, 0x55, 0x63));

    private const float FarFade = 0.48f;

    public static Colours Of(Theme theme) => theme == Theme.Light ? Light : Dark;

    /// <param name="far">On the body's far side: faded towards the paper.</param>
    public SKColor this[Paint paint, bool far]
    {
        get
        {
            var colour = Plain(paint);
            return far ? Mix(colour, Muted, FarFade) : colour;
        }
    }

    private SKColor Plain(Paint paint) => paint switch
    {
        Paint.Skin => new(0xC8, 0x8B, 0x67),
        Paint.Hair => new(0x70, 0x49, 0x37),
        Paint.Shirt => new(0x2A, 0x8C, 0x99),
        Paint.Shorts => new(0x35, 0x4F, 0x7C),
        Paint.Shoe => new(0x6A, 0x78, 0x8C),
        Paint.Floor => Floor,
        Paint.Mat => Mat,
        Paint.Shadow => Shadow,
        Paint.Band => new(0xF0, 0xB4, 0x29),
        Paint.Iron => new(0x5B, 0x66, 0x75),
        Paint.Steel => new(0x9A, 0xA6, 0xB4),
        Paint.Plate => new(0x70, 0x7C, 0x8C),
        Paint.WoodTop => new(0xE8, 0xCB, 0x9C),
        Paint.WoodFront => new(0xD3, 0xB0, 0x7C),
        Paint.WoodSide => new(0xBE, 0x98, 0x64),
        Paint.WallFace => Wall,
        Paint.WallEdge => WallEdge,
        Paint.Rubber => new(0xE0, 0x9A, 0x5B),
        Paint.RubberSide => new(0xC4, 0x7E, 0x42),
        _ => new(0x9C, 0x5B, 0x3B),
    };

    private static SKColor Mix(SKColor from, SKColor to, float t) => new(Mix(from.Red, to.Red, t), Mix(from.Green, to.Green, t), Mix(from.Blue, to.Blue, t));

    private static byte Mix(byte from, byte to, float t) => (byte)MathF.Round(from + ((to - from) * t));
}
