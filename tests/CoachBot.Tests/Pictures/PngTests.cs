using CoachBot.Pictures;
using SkiaSharp;

namespace CoachBot.Tests.Pictures;

public sealed class PngTests
{
    [Fact]
    public void IsReadBackAsItWasWritten()
    {
        // 31 x 7, so that no row ends where a byte or a word does; some colours clear, none too near another.
        var pixels = Enumerable.Range(0, 31 * 7).Select(i => (uint)((i % 200 * 0x00_01_01) | ((i % 5 * 50) << 16) | (i % 3 == 0 ? 0x80 : 0xFF) << 24)).Select(Apart).ToArray();
        using var bitmap = Decode(Png.Encode(31, 7, pixels));
        Assert.Equal((31, 7), (bitmap.Width, bitmap.Height));
        for (var i = 0; i < pixels.Length; i++)
        {
            var seen = bitmap.GetPixel(i % 31, i / 31);
            Assert.Equal(pixels[i], (uint)(seen.Red | (seen.Green << 8) | (seen.Blue << 16) | (seen.Alpha << 24)));
        }
    }

    [Fact]
    public void OneByteWrongIsNoticed()
    {
        var png = Png.Encode(3, 2, [.. Enumerable.Repeat(0xFF112233u, 6)]);
        // In the palette, where nothing but the check can tell.
        var colours = png.AsSpan().IndexOf("PLTE"u8) + 4;
        png[colours] ^= 1;
        using var codec = SKCodec.Create(new SKMemoryStream(png));
        Assert.True(codec is null || codec.GetPixels(out _) != SKCodecResult.Success);
    }

    /// <summary>Colours so far apart that the palette keeps each.</summary>
    private static uint Apart(uint colour) => colour & 0xFFF0F0F0;

    private static SKBitmap Decode(byte[] png) => SKBitmap.Decode(png, new SKImageInfo(31, 7, SKColorType.Rgba8888, SKAlphaType.Unpremul));
}
