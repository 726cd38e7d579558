using CoachBot.Exercises;
using CoachBot.Language;
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
        var words = PictureWords.In(Locale.English.Tag);
        yield return new(
            $"{exercise.Id}.png",
            "Start and end",
            words.Card(exercise.Name, exercise.Pose),
            dark => pictures.Card(exercise, Locale.English, Theme(dark)).Bytes);
        yield return new(
            $"{exercise.Id}.gif",
            "Motion",
            words.Motion(exercise.Name, exercise.Pose),
            dark => pictures.Motion(exercise, Locale.English, Theme(dark)).Bytes);
        if (exercise.Pose.Fault is not { } fault) yield break;
        yield return new(
            $"{exercise.Id}-fault.png",
            "Wrong and right",
            words.Fault(exercise.Name, exercise.Faults[0].Fault, fault),
            dark => pictures.Fault(exercise, Locale.English, Theme(dark))!.Bytes);
    }

    private static Theme Theme(bool dark) => dark ? CoachBot.Pictures.Drawing.Theme.Dark : CoachBot.Pictures.Drawing.Theme.Light;
}
