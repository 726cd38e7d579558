using CoachBot.Exercises;
using CoachBot.Pictures.Drawing;
using CoachBot.Pictures.Poses;
using CoachBot.Sandbox;

namespace CoachBot;

/// <summary>All pictures of the exercise library for the sandbox's gallery page. None is drawn before somebody looks at it.</summary>
internal static class SandboxGallery
{
    public static IReadOnlyList<GalleryEntry> Of(IServiceProvider services)
    {
        var pictures = services.GetRequiredService<ExercisePictures>();
        return [.. services.GetRequiredService<Catalogue>().Exercises.Select(exercise => new GalleryEntry(exercise.Name, [.. Pictures(exercise, pictures)]))];
    }

    private static IEnumerable<GalleryPicture> Pictures(CatalogueExercise exercise, ExercisePictures pictures)
    {
        yield return new($"{exercise.Id}.png", "Start and end", PictureWords.Card(exercise.Name, exercise.Pose), dark => pictures.Card(exercise, Theme(dark)).Bytes);
        yield return new($"{exercise.Id}.gif", "Motion", PictureWords.Motion(exercise.Name, exercise.Pose), dark => pictures.Motion(exercise, Theme(dark)).Bytes);
        if (exercise.Pose.Fault is { } fault)
            yield return new($"{exercise.Id}-fault.png", "Wrong and right", PictureWords.Fault(exercise.Name, exercise.Faults[0].Fault, fault), dark => pictures.Fault(exercise, Theme(dark))!.Bytes);
    }

    private static Theme Theme(bool dark) => dark ? CoachBot.Pictures.Drawing.Theme.Dark : CoachBot.Pictures.Drawing.Theme.Light;
}
