using System.Runtime.CompilerServices;
using CoachBot.Pictures.Drawing;
using SkiaSharp;

namespace CoachBot.Pictures.Tests.Drawing;

/// <summary>The cards that the bot is built with. UPDATE_SNAPSHOTS=1 draws them anew.</summary>
public sealed class ReadyCardTests
{
    [Fact]
    public void EachShowsItsPoseAsItIsNow()
    {
        var update = Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1";
        Directory.CreateDirectory(Cards());
        Assert.All(Drawn.Exercises, exercise =>
        {
            var (path, now) = (Path.Combine(Cards(), $"{exercise.Id}.png"), PoseCard.Png(exercise.Pose, Theme.Light));
            if (update) File.WriteAllBytes(path, now);
            using var drawn = SKBitmap.Decode(now);
            using var ready = SKBitmap.Decode(path);
            Assert.Equal((drawn.Width, drawn.Height), (ready.Width, ready.Height));
            // Another processor may soften an edge a little differently; another pose is another picture.
            var (one, other) = (drawn.Pixels, ready.Pixels);
            var different = Enumerable.Range(0, one.Length).Count(i => Math.Abs(one[i].Red - other[i].Red) + Math.Abs(one[i].Blue - other[i].Blue) > 60);
            Assert.True(different < one.Length / 2000, $"{exercise.Id}: {different} pixels show something else. UPDATE_SNAPSHOTS=1 draws it anew.");
        });
    }

    [Fact]
    public void NoneIsLeftOfAnExerciseThatIsGone() =>
        Assert.Equal(Drawn.Exercises.Select(exercise => exercise.Id).Order(), Directory.EnumerateFiles(Cards()).Select(Path.GetFileNameWithoutExtension).Order());

    private static string Cards([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "src", "CoachBot", "Exercises", "Drawn"));
}
