using CoachBot.Pictures.Bodies;
using CoachBot.Pictures.Drawing;
using CoachBot.Pictures.Files;
using CoachBot.Pictures.Poses;
using SkiaSharp;

namespace CoachBot.Pictures.Tests.Files;

/// <summary>Our GIF is read by a decoder that is not ours.</summary>
public sealed class GifTests
{
    private static readonly uint[] Greys = [.. Enumerable.Range(0, 256).Select(i => 0xFF000000u | ((uint)i * 0x010101u))];

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 2)]
    [InlineData(257, 131)]
    [InlineData(640, 480)]
    public void EveryPixelOfNoiseComesBack(int width, int height)
    {
        // Noise fills the code table again and again: every length of code, and every clearing of the table.
        var dice = new Random(7);
        var frames = Enumerable.Range(0, 3).Select(i => new GifFrame(Noise(dice, width * height), 10 * (i + 1))).ToArray();
        var decoded = Decode(Gif.Encode(width, height, Greys, frames));
        Assert.Equal(3, decoded.Count);
        foreach (var (frame, (pixels, milliseconds)) in frames.Zip(decoded))
        {
            Assert.Equal(frame.Delay * 10, milliseconds);
            Assert.True(pixels.Select(p => p.Red).SequenceEqual(frame.Pixels));
        }
    }

    [Fact]
    public void LongRunsOfOneColourComeBack()
    {
        var frame = new byte[300 * 300];
        Array.Fill(frame, (byte)9, 40_000, 20_000);
        Assert.True(Decode(Gif.Encode(300, 300, Greys, [new GifFrame(frame, 5)])).Single().Pixels.Select(p => p.Red).SequenceEqual(frame));
    }

    [Fact]
    public void AFrameWithOnePixelChangedOrNoneIsTinyAndComesBackWhole()
    {
        var first = Noise(new Random(3), 200 * 100);
        var second = first.ToArray();
        second[(57 * 200) + 123] ^= 0x55;
        GifFrame[] frames = [new(first, 5), new(second, 5), new(second, 5)];
        var gif = Gif.Encode(200, 100, Greys, frames);
        Assert.InRange(gif.Length - Gif.Encode(200, 100, Greys, frames[..1]).Length, 1, 80);
        var decoded = Decode(gif);
        Assert.Equal(3, decoded.Count);
        Assert.All(decoded.Skip(1), d => Assert.True(d.Pixels.Select(p => p.Red).SequenceEqual(second)));
    }

    [Fact]
    public void FlatColoursKeepTheirColourAndThereAreNeverTooMany()
    {
        var dice = new Random(5);
        var frame = new uint[20_000];
        for (var i = 0; i < 3000; i++) frame[i] = (uint)dice.Next(1 << 24);
        Array.Fill(frame, 0xFF2A8C99u, 3000, 10_000);
        Array.Fill(frame, 0xFFC88B67u, 13_000, 7000);
        var palette = Palette.Of(frame);
        var indices = palette.Indices(frame);
        Assert.InRange(palette.Colours.Length, 2, 256);
        Assert.Equal(0xFF2A8C99u, palette.Colours[indices[5000]]);
        Assert.Equal(0xFFC88B67u, palette.Colours[indices[15_000]]);
    }

    internal static IReadOnlyList<(SKColor[] Pixels, int Milliseconds)> Decode(byte[] gif)
    {
        using var codec = SKCodec.Create(new SKMemoryStream(gif));
        Assert.Equal(-1, codec.RepetitionCount);
        var info = new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul);
        var frames = new List<(SKColor[], int)>();
        using var bitmap = new SKBitmap(info);
        for (var i = 0; i < codec.FrameCount; i++)
        {
            // Each frame is drawn over the one before it, as a viewer does.
            Assert.Equal(SKCodecResult.Success, codec.GetPixels(info, bitmap.GetPixels(), new SKCodecOptions(i, i - 1)));
            frames.Add((bitmap.Pixels, codec.FrameInfo[i].Duration));
        }
        return frames;
    }

    private static byte[] Noise(Random dice, int length)
    {
        var noise = new byte[length];
        dice.NextBytes(noise);
        return noise;
    }
}
