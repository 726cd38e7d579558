using CoachBot.Chat;
using CoachBot.Storage;

namespace CoachBot.Teams;

internal static class TeamsModule
{
    public static IServiceCollection AddTeams(this IServiceCollection services) => services
        .AddStore<TeamStore>()
        .AddSingleton<Membership>()
        .AddSingleton<ITeamNews>(provider => provider.GetRequiredService<Membership>())
        .AddSingleton<Erasure>()
        .AddSingleton<ICommand, SetupCommand>();
}
