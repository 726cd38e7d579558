using CoachBot.Chat;
using Microsoft.Extensions.DependencyInjection;

namespace CoachBot.Exercises;

internal static class ExercisesModule
{
    /// <summary>The exercises and <c>/exercise</c>. Whoever composes the program also registers a <see cref="CardsForEveryone"/>.</summary>
    public static IServiceCollection AddExercises(this IServiceCollection services) => services
        .AddSingleton<Catalogue>()
        .AddSingleton<ExerciseSearch>()
        .AddSingleton<ExercisePictures>()
        .AddHostedService<ExerciseWarmUp>()
        .AddSingleton<ExerciseReplies>()
        .AddSingleton<ExerciseCommand>()
        .AddSingleton<ICommand>(s => s.GetRequiredService<ExerciseCommand>())
        .AddSingleton<OpenExercise>()
        .AddSingleton<IButtonAction>(s => s.GetRequiredService<OpenExercise>())
        .AddSingleton<ShowExercise>()
        .AddSingleton<IButtonAction>(s => s.GetRequiredService<ShowExercise>());
}
