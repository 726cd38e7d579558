using CoachBot.Chat;

namespace CoachBot.Teams;

internal static class TeamsModule
{
    public static IServiceCollection AddTeams(this IServiceCollection services) => services
        .AddSingleton<TeamStore>()
        .AddSingleton<ICommand, SetupCommand>();
}
