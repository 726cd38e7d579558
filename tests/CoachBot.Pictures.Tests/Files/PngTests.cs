using CoachBot.Pictures.Bodies;
using CoachBot.Pictures.Drawing;
using CoachBot.Pictures.Files;
using CoachBot.Pictures.Poses;
using SkiaSharp;

namespace CoachBot.Pictures.Tests.Files;

public sealed class PngTests
{
    [Fact]
    public void IsReadBackAsItWasWritten()
    {
        // 31 x 7, so that no row ends where a word does; the colours so far apart that the palette keeps each.
        var pixels = Enumerable.Range(0, 31 * 7).Select(i => 0xFF000000u | (uint)((i % 13 * 16) | (i % 7 * 32 << 8) | (i % 5 * 48 << 16))).ToArray();
        using var bitmap = Decode(Png.Encode(31, 7, pixels));
        Assert.Equal((31, 7), (bitmap.Width, bitmap.Height));
        for (var i = 0; i < pixels.Length; i++)
        {
            var seen = bitmap.GetPixel(i % 31, i / 31);
            Assert.Equal(pixels[i], (uint)(seen.Red | (seen.Green << 8) | (seen.Blue << 16) | (seen.Alpha << 24)));
        }
    }

    [Theory]
    [InlineData(0x00000000u, 0x00000000u)]
    [InlineData(0x80402000u, 0x80804000u)]
    [InlineData(0xFF804020u, 0xFF804020u)]
    public void AColourIsWrittenWithoutItsAlpha(uint drawn, uint written)
    {
        using var bitmap = Decode(Png.Encode(31, 7, [.. Enumerable.Repeat(drawn, 31 * 7)]));
        var seen = bitmap.GetPixel(3, 3);
        Assert.Equal(written, (uint)(seen.Red | (seen.Green << 8) | (seen.Blue << 16) | (seen.Alpha << 24)));
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

    private static SKBitmap Decode(byte[] png) => SKBitmap.Decode(png, new SKImageInfo(31, 7, SKColorType.Rgba8888, SKAlphaType.Unpremul));
}
