using System.Collections.Concurrent;
using CoachBot.Chat.Saying;
using CoachBot.Pictures.Drawing;
using CoachBot.Pictures.Poses;

namespace CoachBot.Exercises;

/// <summary>
/// The catalogue's pictures: each is drawn or read when first asked for and then kept. There are at most two themes of a card, a film and a
/// fault for each exercise, about 20 MB if all of them are asked for.
/// </summary>
internal sealed class ExercisePictures
{
    private readonly ConcurrentDictionary<(string FileName, Theme Theme), Lazy<Picture>> drawn = new();

    /// <summary>Start and end, side by side. The light ones were drawn before the program was built: nobody waits for one, and most days nothing is drawn at all.</summary>
    public Picture Card(CatalogueExercise exercise, Theme theme = Theme.Light) =>
        Once($"{exercise.Id}.png", theme, name => new Picture(name, (theme == Theme.Light ? Ready(name) : null) ?? PoseCard.Png(exercise.Pose, theme), PictureWords.Card(exercise.Name, exercise.Pose)));

    /// <summary>The movement as a film that repeats.</summary>
    public Picture Motion(CatalogueExercise exercise, Theme theme = Theme.Light) =>
        Once($"{exercise.Id}.gif", theme, name => new Picture(name, PoseLoop.Gif(exercise.Pose, theme), PictureWords.Motion(exercise.Name, exercise.Pose)));

    /// <summary>The exercise's first fault beside how it should be; null where none is drawn.</summary>
    public Picture? Fault(CatalogueExercise exercise, Theme theme = Theme.Light) => exercise.Pose.Fault is not { } fault
        ? null
        : Once($"{exercise.Id}-fault.png", theme, name => new Picture(name, FaultCard.Png(exercise.Pose, fault, theme), PictureWords.Fault(exercise.Name, exercise.Faults[0].Fault, fault)));

    /// <summary>The card that the program was built with; null when it has none.</summary>
    public static byte[]? Ready(string fileName)
    {
        using var stream = typeof(ExercisePictures).Assembly.GetManifestResourceStream($"cards/{fileName}");
        if (stream is null) return null;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>Two people who ask at once wait for one drawing.</summary>
    private Picture Once(string fileName, Theme theme, Func<string, Picture> draw) =>
        drawn.GetOrAdd((fileName, theme), key => new Lazy<Picture>(() => draw(key.FileName))).Value;
}
