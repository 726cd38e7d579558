using CoachBot.Chat;

namespace CoachBot.Questions;

internal static class QuestionsModule
{
    public static IServiceCollection AddQuestions(this IServiceCollection services) => services
        .AddSingleton<Knowledge>()
        .AddSingleton<QuestionIndex>()
        .AddSingleton(provider => new Lazy<QuestionIndex>(provider.GetRequiredService<QuestionIndex>))
        .AddSingleton<ICommand, AskCommand>()
        .AddSingleton<ISelectAction, PickAnswer>();
}
