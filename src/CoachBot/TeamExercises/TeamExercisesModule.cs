using CoachBot.Chat;
using CoachBot.Chat.Asking;
using CoachBot.Exercises.Shelves;
using CoachBot.Language;
using CoachBot.Storage;

namespace CoachBot.TeamExercises;

internal static class TeamExercisesModule
{
    /// <summary>What coaches add for their own team; the library of the exercises then offers it.</summary>
    public static IServiceCollection AddTeamExercises(this IServiceCollection services) => services
        .AddStore<TeamExerciseStore>()
        .AddSingleton<ITeamExercises>(provider => provider.GetRequiredService<TeamExerciseStore>())
        .AddSingleton<TeamExerciseDesk>()
        .AddSingleton(new CommandGroup("exercise-admin", TeamExerciseWords.In(Locale.English).Admin))
        .AddSingleton<ICommand, AddTeamExercise>()
        .AddSingleton<ICommand, EditTeamExercise>()
        .AddSingleton<ICommand, RetireTeamExercise>()
        .AddSingleton<ICommand, ImportTeamExercises>()
        .AddSingleton<IFormAction, TeamExerciseForm>()
        .AddSingleton<IFormAction, ImportForm>()
        .AddSingleton<IButtonAction, ConfirmImport>()
        .AddSingleton<IButtonAction, BringBackTeamExercise>();
}
