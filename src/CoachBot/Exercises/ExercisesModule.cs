using CoachBot.Chat;
using CoachBot.Exercises.Browse;
using CoachBot.Exercises.Cards;
using CoachBot.Exercises.Shelves;
using CoachBot.Storage;

namespace CoachBot.Exercises;

internal static class ExercisesModule
{
    /// <summary>The catalogue, its search and its cards.</summary>
    public static IServiceCollection AddExercises(this IServiceCollection services) => services
        .AddSingleton<Catalogue>()
        .AddSingleton<ExercisePictures>()
        .AddStore<Library>()
        .AddHostedService<ReadAhead>()
        .AddSingleton<ExerciseReplies>()
        .AddSingleton<ICommand, ExerciseCommand>()
        .AddSingleton<IButtonAction, OpenExercise>()
        .AddSingleton<IButtonAction, ViewExercise>()
        .AddSingleton<ISelectAction, HowMuchSelect>()
        .AddSingleton<IButtonAction, ShowExercise>()
        .AddSingleton<ISelectAction, PickExercise>()
        .AddSingleton<ICommand, BrowseCommand>()
        .AddSingleton<IButtonAction, BrowsePages>()
        .AddSingleton<ISelectAction, PickFamily>();
}
