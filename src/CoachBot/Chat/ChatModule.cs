using CoachBot.Chat.Asking;

namespace CoachBot.Chat;

internal static class ChatModule
{
    /// <summary>What every platform needs; a platform adds its <see cref="IChatPlatform"/>.</summary>
    public static IServiceCollection AddChat(this IServiceCollection services, ActionIds ids) => services
        .AddSingleton(ids)
        .AddSingleton<OwnPlaces>()
        .AddSingleton<RefusedForms>()
        .AddSingleton<IButtonAction, OpenFormAgain>()
        .AddSingleton<Handlers>()
        .AddSingleton(new Limits(TimeProvider.System))
        .AddSingleton<CallGuard>()
        .AddSingleton<Dispatcher>();
}
