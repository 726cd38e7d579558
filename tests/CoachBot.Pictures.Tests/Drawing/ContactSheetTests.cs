using System.Runtime.CompilerServices;
using CoachBot.Pictures.Bodies;
using CoachBot.Pictures.Drawing;
using CoachBot.Pictures.Poses;
using SkiaSharp;

namespace CoachBot.Pictures.Tests.Drawing;

/// <summary>The sheets in docs with all pictures on them. UPDATE_SNAPSHOTS=1 draws them anew; look at them before committing.</summary>
public sealed class ContactSheetTests
{
    private const int Largest = 1_500_000;
    private const int Gap = 8;

    [Theory]
    [InlineData("contact-sheet.png")]
    [InlineData("contact-sheet-dark.png")]
    [InlineData("contact-sheet-faults.png")]
    [InlineData("contact-sheet-films.png")]
    public void TheSheetInTheDocsShowsThePicturesAsTheyAreNow(string name)
    {
        var path = Path.Combine(Docs(), name);
        using var now = name switch
        {
            "contact-sheet.png" => Grid(5, 400, Drawn.Exercises, e => Decode(PoseCard.Png(e.Pose, Theme.Light)), SKColors.White),
            "contact-sheet-dark.png" => Grid(5, 400, Drawn.Exercises, e => Decode(PoseCard.Png(e.Pose, Theme.Dark)), new SKColor(0x11, 0x14, 0x18)),
            "contact-sheet-faults.png" => Grid(4, 400, Drawn.WithFault, e => Decode(FaultCard.Png(e.Pose, e.Pose.Fault!, Theme.Light)), SKColors.White),
            _ => Grid(3, 600, Drawn.Exercises, Film, SKColors.White),
        };
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            using var data = now.Encode(SKEncodedImageFormat.Png, 100);
            File.WriteAllBytes(path, data.ToArray());
        }

        Assert.InRange(new FileInfo(path).Length, 100_000, Largest);
        using var approved = SKBitmap.Decode(path);
        Assert.Equal((now.Width, now.Height), (approved.Width, approved.Height));
        // Another processor may soften an edge a little differently; another pose is another picture.
        var (drawn, wanted, different) = (now.Pixels, approved.Pixels, 0);
        for (var i = 0; i < drawn.Length; i++)
            if (Math.Abs(drawn[i].Red - wanted[i].Red) + Math.Abs(drawn[i].Blue - wanted[i].Blue) > 60) different++;
        Assert.True(different < now.Width * now.Height / 20_000, $"{different} pixels of docs/{name} show something else. UPDATE_SNAPSHOTS=1 draws it anew.");
    }

    private static string Docs([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "docs"));

    private static SKBitmap Decode(byte[] png) => SKBitmap.Decode(png);

    /// <summary>Six moments of the way there, side by side.</summary>
    private static SKBitmap Film(DrawnExercise exercise)
    {
        var there = PoseLoop.Moments(exercise.Pose).TakeWhile(moment => moment.T < 1).Count();
        var (height, frames) =
            PoseLoop.Frames(exercise.Pose, Theme.Light, [.. Enumerable.Range(0, 6).Select(i => PoseLoop.Moments(exercise.Pose)[i * there / 5])]);
        var strip = new SKBitmap(PoseLoop.Width * 6, height, SKColorType.Rgba8888, SKAlphaType.Premul);
        using var canvas = new SKCanvas(strip);
        for (var i = 0; i < 6; i++)
        {
            using var frame = new SKBitmap(PoseLoop.Width, height, SKColorType.Rgba8888, SKAlphaType.Premul);
            System.Runtime.InteropServices.MemoryMarshal.AsBytes(frames[i].AsSpan()).CopyTo(frame.GetPixelSpan());
            canvas.DrawBitmap(frame, i * PoseLoop.Width, 0);
        }
        return strip;
    }

    private static SKBitmap Grid(int columns, int width, IReadOnlyList<DrawnExercise> exercises, Func<DrawnExercise, SKBitmap> draw, SKColor ground)
    {
        var drawn = exercises.Select(draw).ToArray();
        var rows = drawn.Chunk(columns).Select(row => (Pictures: row, Height: row.Max(picture => picture.Height * width / picture.Width))).ToArray();
        var sheet = new SKBitmap((columns * (width + Gap)) + Gap, rows.Sum(row => row.Height + Gap) + Gap, SKColorType.Rgba8888, SKAlphaType.Opaque);
        using var canvas = new SKCanvas(sheet);
        canvas.Clear(ground);
        var y = Gap;
        foreach (var (pictures, height) in rows)
        {
            for (var i = 0; i < pictures.Length; i++)
            {
                using var image = SKImage.FromBitmap(pictures[i]);
                var place = SKRect.Create(Gap + (i * (width + Gap)), y, width, pictures[i].Height * width / (float)pictures[i].Width);
                canvas.DrawImage(image, place, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
                pictures[i].Dispose();
            }
            y += height + Gap;
        }
        return sheet;
    }
}
