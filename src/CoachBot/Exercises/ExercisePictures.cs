using System.Collections.Concurrent;
using CoachBot.Chat;
using CoachBot.Pictures;

namespace CoachBot.Exercises;

/// <summary>Each exercise's picture, drawn when first asked for and then kept: at most one for each exercise.</summary>
internal sealed class ExercisePictures
{
    private const int LongestAltText = 1024;

    private readonly ConcurrentDictionary<string, Lazy<Picture>> drawn = new(StringComparer.Ordinal);

    /// <summary>Two people who ask at once wait for one drawing.</summary>
    public Picture Of(Exercise exercise) =>
        drawn.GetOrAdd(exercise.Id, _ => new Lazy<Picture>(() => new Picture($"{exercise.Id}.png", PoseDrawing.Png(exercise.Pose), AltText(exercise)))).Value;

    /// <summary>The picture in words, for people who do not see it: how to stand or lie, then the movement.</summary>
    public static string AltText(Exercise exercise)
    {
        var seen = exercise.Pose.View == View.Front ? "from the front" : "from the side";
        var drawing = exercise.Pose.Held
            ? $"Drawing of the {exercise.Name}, {seen}: the position to hold."
            : $"Two drawings of the {exercise.Name}, {seen}: the start, then the end of the movement.";
        var text = $"{drawing} Start: {exercise.Setup} Movement: {string.Join(' ', exercise.Steps)}";
        return text.Length <= LongestAltText ? text : $"{text[..text.LastIndexOf(' ', LongestAltText - 1)]}…";
    }
}
