using CoachBot.Chat;
using CoachBot.Storage;

namespace CoachBot.CheckIns;

internal static class CheckInsModule
{
    public static IServiceCollection AddCheckIns(this IServiceCollection services) => services
        .AddStore<CheckInStore>()
        .AddSingleton<UnreadTexts>()
        .AddSingleton<CheckInDesk>()
        .AddSingleton<ICommand, CheckInCommand>()
        .AddSingleton<IButtonAction, DoneButton>()
        .AddSingleton<IButtonAction, UndoButton>()
        .AddSingleton<IButtonAction, WriteAgain>()
        .AddSingleton<IFormAction, WorkForm>();
}
