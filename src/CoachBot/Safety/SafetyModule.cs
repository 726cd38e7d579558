namespace CoachBot.Safety;

internal static class SafetyModule
{
    public static IServiceCollection AddSafety(this IServiceCollection services) => services
        .AddSingleton<SafetyEar>()
        .AddSingleton<HelpLines>()
        .AddSingleton<SafetyDesk>();
}
