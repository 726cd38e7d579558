using CoachBot.Chat;
using CoachBot.Chat.Asking;
using CoachBot.Exercises.Browse;
using CoachBot.Exercises.Own;
using CoachBot.Storage;

namespace CoachBot.Exercises;

internal static class ExercisesModule
{
    /// <summary>The exercises and their commands. Whoever composes the program also registers a <see cref="CardsForEveryone"/>.</summary>
    public static IServiceCollection AddExercises(this IServiceCollection services) => services
        .AddSingleton<Catalogue>()
        .AddSingleton<ExercisePictures>()
        .AddStore<Library>()
        .AddCommands()
        .AddOwnExercises();

    private static IServiceCollection AddCommands(this IServiceCollection services) => services
        .AddSingleton<ExerciseReplies>()
        .AddSingleton<ICommand, ExerciseCommand>()
        .AddSingleton<IButtonAction, OpenExercise>()
        .AddSingleton<IButtonAction, ViewExercise>()
        .AddSingleton<ISelectAction, HowMuchSelect>()
        .AddSingleton<IButtonAction, ShowExercise>()
        .AddSingleton<ISelectAction, PickExercise>()
        .AddSingleton<ICommand, BrowseCommand>()
        .AddSingleton<IButtonAction, BrowsePages>();

    private static IServiceCollection AddOwnExercises(this IServiceCollection services) => services
        .AddStore<OwnExerciseStore>()
        .AddSingleton<OwnExercisesOf>(provider => provider.GetRequiredService<OwnExerciseStore>().ListAsync)
        .AddSingleton<OwnExerciseDesk>()
        .AddSingleton(new CommandGroup("exercise-admin", "Coaches: your team's own exercises"))
        .AddSingleton<ICommand, AddOwnExercise>()
        .AddSingleton<ICommand, EditOwnExercise>()
        .AddSingleton<ICommand, RetireOwnExercise>()
        .AddSingleton<ICommand, ImportOwnExercises>()
        .AddSingleton<IFormAction, OwnExerciseForm>()
        .AddSingleton<IFormAction, ImportForm>()
        .AddSingleton<IButtonAction, ConfirmImport>()
        .AddSingleton<IButtonAction, BringBackExercise>();
}
