using CoachBot.Chat;

namespace CoachBot.CheckIns;

internal static class CheckInsModule
{
    public static IServiceCollection AddCheckIns(this IServiceCollection services) => services
        .AddSingleton<CheckInStore>()
        .AddSingleton<CheckInDesk>()
        .AddSingleton<ICommand, CheckInCommand>()
        .AddSingleton<IButtonAction, DoneButton>()
        .AddSingleton<IButtonAction, UndoButton>();
}
