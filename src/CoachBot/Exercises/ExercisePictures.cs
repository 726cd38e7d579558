using System.Collections.Concurrent;
using CoachBot.Chat.Saying;
using CoachBot.Language;
using CoachBot.Pictures.Drawing;
using CoachBot.Pictures.Poses;

namespace CoachBot.Exercises;

/// <summary>
/// The catalogue's pictures: each is drawn or read when first asked for and then kept. There are at most two themes of a card, a film and a
/// fault for each exercise, about 20 MB if all of them are asked for.
/// </summary>
internal sealed class ExercisePictures
{
    private readonly ConcurrentDictionary<(string FileName, Theme Theme), Lazy<byte[]>> drawn = new();

    /// <summary>
    /// Start and end, side by side. The light ones were drawn before the program was built: nobody waits for one, and most days nothing is drawn at all.
    /// </summary>
    public Picture Card(CatalogueExercise exercise, Locale reader, Theme theme = Theme.Light)
    {
        var name = $"{exercise.Id}.png";
        var bytes = Once(name, theme, () => (theme == Theme.Light ? Ready(name) : null) ?? PoseCard.Png(exercise.Pose, theme));
        return new Picture(name, bytes, PictureWords.In(reader.Tag).Card(exercise.Name, exercise.Pose));
    }

    /// <summary>The movement as a film that repeats.</summary>
    public Picture Motion(CatalogueExercise exercise, Locale reader, Theme theme = Theme.Light)
    {
        var name = $"{exercise.Id}.gif";
        var bytes = Once(name, theme, () => PoseLoop.Gif(exercise.Pose, theme));
        return new Picture(name, bytes, PictureWords.In(reader.Tag).Motion(exercise.Name, exercise.Pose));
    }

    /// <summary>The exercise's first fault beside how it should be; null where none is drawn.</summary>
    public Picture? Fault(CatalogueExercise exercise, Locale reader, Theme theme = Theme.Light)
    {
        if (exercise.Pose.Fault is not { } fault) return null;
        var name = $"{exercise.Id}-fault.png";
        var bytes = Once(name, theme, () => FaultCard.Png(exercise.Pose, fault, theme));
        return new Picture(name, bytes, PictureWords.In(reader.Tag).Fault(exercise.Name, exercise.Faults[0].Fault, fault));
    }

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
    private byte[] Once(string fileName, Theme theme, Func<byte[]> draw) =>
        drawn.GetOrAdd((fileName, theme), _ => new Lazy<byte[]>(draw)).Value;
}
